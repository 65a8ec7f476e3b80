import type { DisplayedNode, Report, ReportAction, ReportEvidence } from '../../report/report.ts';
import type { EvidenceUse } from '../../domain/assessment/list-evidence.ts';
import { nameOf, numberOf } from './indicator-tables.ts';
import type { Collected, ColumnOf } from './table.ts';
import { date, defineTable, idList, number, text, whole, yesNo } from './table.ts';

interface Row {
  readonly collected: Collected;
}

const ofAssessment: ColumnOf<Row> = text(({ collected }) => collected.report.assessment?.id ?? null);
const count = (of: (report: Report) => number): ColumnOf<Row> => whole(({ collected }) => of(collected.report));
const said = (of: (report: Report) => string | null, part: 'names' | 'comments' | null = null): ColumnOf<Row> =>
  text(({ collected }) => of(collected.report), part);

export const ASSESSMENTS = defineTable<Row>('assessments', (collected) => [{ collected }], {
  assessment: ofAssessment,
  round: said(({ assessment }) => assessment?.round ?? null),
  parent: said(({ assessment }) => assessment?.parent ?? null),
  framework: said(({ framework }) => framework.id),
  framework_version: said(({ framework }) => framework.version),
  framework_hash: said(({ framework }) => framework.hash),
  engine: said(({ engine }) => engine),
  status: said(({ status }) => status),
  validated_on: date(({ collected }) => collected.report.validation?.date ?? null),
  closing_date: date(({ collected }) => collected.report.round.closingDate),
  horizon: date(({ collected }) => collected.report.round.horizon),
  contexts: said(({ round }) => idList(round.contexts)),
  scope: said(({ round }) => idList(round.scope)),
  fictional: yesNo(({ collected }) => collected.report.round.fictional),
  indicators: count(({ coverage }) => coverage.total),
  applicable: count(({ coverage }) => coverage.applicable),
  answered: count(({ coverage }) => coverage.answered),
  unknown: count(({ coverage }) => coverage.unknown),
  unanswered: count(({ coverage }) => coverage.unanswered),
  not_applicable: count(({ coverage }) => coverage.notApplicable),
  out_of_scope: count(({ coverage }) => coverage.outOfScope),
  documented: count(({ coverage }) => coverage.documented),
  agreed: count(({ grounds }) => grounds.agreed),
  provisional: count(({ grounds }) => grounds.provisional),
  alone: count(({ grounds }) => grounds.alone),
  institutions: count(({ institutions }) => institutions.length),
  file: text(({ collected }) => collected.fileName, 'names'),
  country: said(({ round }) => round.country, 'names'),
  title: said(({ round }) => round.title, 'names'),
  lead: said(({ round }) => round.lead, 'names'),
  sponsor: said(({ round }) => round.sponsor, 'names'),
  currency: said(({ round }) => round.currency, 'names'),
  purpose: said(({ round }) => round.purpose, 'comments'),
});

interface NodeRow extends Row {
  readonly node: DisplayedNode;
}

/** An overall score that a method hides is shown only where a person switched it on: not here. */
function nodesOf(collected: Collected): NodeRow[] {
  const { overall, domains, subdomains, framework } = collected.report;
  const shown = overall === null || framework.overallRule !== 'required' ? [] : [overall];
  return [...shown, ...domains, ...subdomains].map((node) => ({ collected, node }));
}

export const SCORES = defineTable<NodeRow>('scores', nodesOf, {
  assessment: ofAssessment,
  framework: said(({ framework }) => framework.id),
  framework_version: said(({ framework }) => framework.version),
  node: text(({ node }) => node.id),
  kind: text(({ node }) => node.kind),
  parent: text(({ node }) => node.parent),
  score: number(({ node }) => node.score),
  shown: number(({ node }) => node.shown),
  low: number(({ node }) => node.low),
  high: number(({ node }) => node.high),
  band: text(({ node }) => node.shownBand),
  complete: yesNo(({ node }) => node.complete),
  answered: whole(({ node }) => node.answered),
  applicable: whole(({ node }) => node.applicable),
});

interface ActionRow extends Row {
  readonly action: ReportAction;
}

export const ACTIONS = defineTable<ActionRow>(
  'actions',
  (collected) => collected.report.plan.map((action) => ({ collected, action })),
  {
    assessment: ofAssessment,
    action: text(({ action }) => action.id),
    indicators: text(({ action }) => idList(action.indicators)),
    depends_on: text(({ action }) => idList(action.dependsOn)),
    status: text(({ action }) => action.status),
    start: date(({ action }) => action.start),
    end: date(({ action }) => action.end),
    cost_once: number(({ action }) => action.costOnce),
    cost_yearly: number(({ action }) => action.costYearly),
    cost_there: number(({ action }) => action.costThere),
    lead: text(({ collected, action }) => nameOf(collected, action.lead), 'names'),
    partners: text(
      ({ collected, action }) => action.partners.map((partner) => nameOf(collected, partner)).join('; '),
      'names',
    ),
    activity: text(({ action }) => action.activity, 'comments'),
    resources_available: text(({ action }) => action.resourcesAvailable, 'comments'),
    resources_to_find: text(({ action }) => action.resourcesToFind, 'comments'),
    success_indicator: text(({ action }) => action.successIndicator, 'comments'),
    verification: text(({ action }) => action.verification, 'comments'),
    note: text(({ action }) => action.note, 'comments'),
  },
);

interface EvidenceRow extends Row {
  readonly evidence: ReportEvidence;
  readonly use: EvidenceUse | null;
}

/** One row for each place where a document is used. What is restricted is in no table, whatever is asked for. */
function usesOf(collected: Collected): EvidenceRow[] {
  const open = collected.report.evidence.filter(({ access }) => access !== 'restricted');
  return open.flatMap((evidence) =>
    (evidence.uses.length === 0 ? [null] : evidence.uses).map((use) => ({ collected, evidence, use })),
  );
}

export const EVIDENCE = defineTable<EvidenceRow>(
  'evidence',
  usesOf,
  {
    assessment: ofAssessment,
    number: whole(({ evidence }) => evidence.number),
    indicator: text(({ use }) => use?.indicator ?? null),
    institution: whole(({ collected, use }) => numberOf(collected, use?.institution ?? null)),
    access: text(({ evidence }) => evidence.access),
    title: text(({ evidence }) => evidence.title),
    kind: text(({ evidence }) => evidence.kind),
    dated: text(({ evidence }) => evidence.date),
    reference: text(({ evidence }) => evidence.reference),
    url: text(({ evidence }) => evidence.url),
    passage: text(({ use }) => use?.passage ?? null),
    sha256: text(({ evidence }) => evidence.sha256),
    institution_name: text(({ collected, use }) => nameOf(collected, use?.institution ?? null), 'names'),
    holder: text(({ evidence }) => evidence.holder, 'names'),
    seen_by: text(({ evidence }) => evidence.seenBy, 'names'),
  },
  'evidence',
);

interface InstrumentRow extends Row {
  readonly instrument: Report['instruments'][number];
}

export const COMMITMENTS = defineTable<InstrumentRow>(
  'commitments',
  (collected) => collected.report.instruments.map((instrument) => ({ collected, instrument })),
  {
    assessment: ofAssessment,
    instrument: text(({ instrument }) => instrument.code),
    status: text(({ instrument }) => instrument.status),
    date: date(({ instrument }) => instrument.date),
    entry_into_force: date(({ instrument }) => instrument.entryIntoForce),
    title: text(({ instrument }) => instrument.title, 'names'),
    reservations: text(({ instrument }) => instrument.reservations, 'comments'),
    note: text(({ instrument }) => instrument.note, 'comments'),
  },
);
