import type { Method } from '../../domain/framework/framework-schema.ts';
import { engineOfVersion } from '../../domain/scoring/engine.ts';
import type { ReportIndicator, ReportNode } from '../../report/report.ts';
import { bandWords, countedWords } from '../parts/profile.ts';
import type { DocumentContext } from '../parts/document-context.ts';
import { ANSWER_POINTS } from './answers-sheet.ts';
import { agreementFormula, indicatorFormula, isExpressed, methodsOf, nodeFormula } from './check-formulas.ts';
import type { SheetCell, SheetColumn, SheetTable } from './sheet-table.ts';
import { sheetRow } from './sheet-table.ts';

/** Letters of the columns that formulas speak of: see `columns` below. */
const WEIGHT = 'D';
const SCORE = 'E';
const CHECK = 'F';
const ANSWERED = 'L';
const APPLICABLE = 'M';

/** Score, check, range and band go on paper. */
const PRINTED = 11;

interface Entry {
  readonly kind: 'overall' | 'domain' | 'subdomain' | 'indicator';
  readonly id: string;
  readonly parent: string | null;
  readonly weight: number;
  readonly method: Method;
  readonly node: ReportIndicator | ReportNode | NonNullable<DocumentContext['report']['overall']>;
}

/** The nodes from the whole to the indicators, so that the children of every node stand one under the other. */
function listEntries({ report, framework }: DocumentContext): Entry[] {
  const { whole, byId } = methodsOf(framework);
  const weights = new Map<string, number>();
  for (const domain of framework.structure.domains) {
    weights.set(domain.id, domain.weight ?? 1);
    for (const subdomain of domain.subdomains ?? []) weights.set(subdomain.id, subdomain.weight ?? 1);
  }
  for (const { id, weight } of framework.indicators) weights.set(id, weight ?? 1);
  const entry = (kind: Entry['kind'], id: string, parent: string | null, node: Entry['node']): Entry => ({
    ...{ kind, id, parent, node },
    weight: weights.get(id) ?? 1,
    method: byId.get(id) ?? whole,
  });
  const overall = report.framework.overallRule === 'required' ? report.overall : null;
  return [
    ...(overall === null ? [] : [entry('overall', overall.id, null, overall)]),
    ...report.domains.map((node) => entry('domain', node.id, overall?.id ?? null, node)),
    ...report.subdomains.map((node) => entry('subdomain', node.id, node.parent, node)),
    ...report.indicators.map((node) => entry('indicator', node.id, node.subdomain ?? node.domain, node)),
  ];
}

/** Whether the score of an entry, and of everything below it, can be recomputed in cells. */
function expressedEntries(entries: readonly Entry[]): ReadonlySet<Entry> {
  return new Set(entries.filter(({ kind, method }) => kind === 'indicator' || isExpressed(method)));
}

function checkCell(
  context: DocumentContext,
  entry: Entry,
  entries: readonly Entry[],
  expressed: ReadonlySet<Entry>,
): SheetCell {
  const { kind, id, method, node } = entry;
  const cached = node.score ?? '';
  if (kind === 'indicator') {
    const sheet = `'${context.t('export.sheet.answers').replaceAll("'", "''")}'`;
    const row = sheetRow(context.report.indicators.findIndex((one) => one.id === id));
    const at = (letters: string) => `${sheet}!${letters}${row}`;
    return { formula: indicatorFormula(at(ANSWER_POINTS.points), at(ANSWER_POINTS.greatest), method), cached };
  }
  const places = entries.flatMap((one, index) => (one.parent === id ? [index] : []));
  const [first, last] = [places[0], places.at(-1)];
  if (!expressed.has(entry) || first === undefined || last === undefined) return context.t('export.check.none');
  // A child that has no formula of its own is taken at its value.
  const column = places.every((place) => expressed.has(entries[place] ?? entry)) ? CHECK : SCORE;
  const range = (letters: string) => `${letters}${sheetRow(first)}:${letters}${sheetRow(last)}`;
  const own = sheetRow(entries.indexOf(entry));
  const cells = {
    kind,
    scores: range(column),
    weights: range(WEIGHT),
    answered: `${ANSWERED}${own}`,
    applicable: `${APPLICABLE}${own}`,
  };
  return { formula: nodeFormula(cells, method, engineOfVersion(context.report.engine)), cached };
}

function titleOf(context: DocumentContext, { kind, id }: Entry): string {
  if (kind === 'overall') return context.t('report.profile.overall');
  return kind === 'indicator' ? context.indicatorTitle(id) : context.domainTitle(id);
}

function statusCell({ t }: DocumentContext, { node }: Entry): string {
  return t(`export.status.${node.status}`);
}

function coverageCells({ kind, node }: Entry): SheetCell[] {
  if (kind !== 'indicator') {
    const { answered, applicable, total } = node as ReportNode;
    return [answered, applicable, total];
  }
  const { status } = node;
  if (status === 'out-of-scope') return [0, 0, 0];
  return [status === 'answered' ? 1 : 0, status === 'not-applicable' ? 0 : 1, 1];
}

function countCells({ report }: DocumentContext, { kind, node }: Entry): SheetCell[] {
  const own =
    kind === 'overall' ? report.distributions : kind === 'indicator' ? [] : (node as ReportNode).distributions;
  const cells = report.distributions.flatMap(({ scale, counts }): SheetCell[] => {
    const distribution = own.find((one) => one.scale === scale);
    return counts.map(({ level }) => distribution?.counts.find((one) => one.level === level)?.count ?? null);
  });
  if (kind === 'indicator') return [...cells, null, null, null];
  const { unknown, unanswered, notApplicable } = kind === 'overall' ? report.coverage : (node as ReportNode).coverage;
  return [...cells, unknown, unanswered, notApplicable];
}

function columnsOf(context: DocumentContext): SheetColumn[] {
  const { t, report } = context;
  const score = '0.00';
  return [
    { title: t('export.column.kind'), width: 14 },
    { title: t('export.column.code'), width: 22 },
    { title: t('export.column.title'), width: 44 },
    { title: t('export.column.weight'), width: 9 },
    { title: t('export.column.score'), width: 12, format: score },
    { title: t('export.column.check'), width: 14, format: score },
    { title: t('export.column.agrees'), width: 10 },
    { title: t('export.column.shown'), width: 10 },
    { title: t('export.column.low'), width: 10, format: score },
    { title: t('export.column.high'), width: 10, format: score },
    { title: t('export.column.band'), width: 22 },
    { title: t('export.column.answered'), width: 11 },
    { title: t('export.column.applicable'), width: 11 },
    { title: t('export.column.total'), width: 11 },
    { title: t('export.column.status'), width: 20 },
    ...report.distributions.flatMap(({ scale, counts }) =>
      counts.map(({ level }) => ({ title: context.levelWords(scale, level), width: 12 })),
    ),
    { title: t('report.open.unknown'), width: 11 },
    { title: t('report.open.unanswered'), width: 11 },
    { title: t('report.notApplicable'), width: 11 },
  ];
}

/**
 * Every score as a value, beside it a formula that recomputes it from the answers, and whether the two agree. What a
 * cell cannot express is said in words. Scores 0-100, unrounded, with what is printed beside them.
 */
export function scoresSheet(context: DocumentContext): SheetTable {
  const { t } = context;
  const entries = listEntries(context);
  const expressed = expressedEntries(entries);
  const words = { equal: t('export.check.equal'), differs: t('export.check.differs') };
  const rows = entries.map((entry, index): SheetCell[] => {
    const { kind, id, weight, node } = entry;
    const check = checkCell(context, entry, entries, expressed);
    const row = sheetRow(index);
    const agrees =
      typeof check === 'string'
        ? ''
        : { formula: agreementFormula(`${SCORE}${row}`, `${CHECK}${row}`, words), cached: words.equal };
    const band = kind === 'indicator' ? '' : (bandWords(context, node as ReportNode) ?? '');
    const counted = kind === 'indicator' ? null : countedWords(context, node as ReportNode);
    return [
      t(`export.kind.${kind}`),
      id,
      titleOf(context, entry),
      weight,
      node.score,
      check,
      agrees,
      node.shown,
      node.low,
      node.high,
      [band, counted ?? ''].filter((part) => part !== '').join(t('report.separator')),
      ...coverageCells(entry),
      statusCell(context, entry),
      ...countCells(context, entry),
    ];
  });
  return { name: t('export.sheet.scores'), columns: columnsOf(context), rows, sticky: 3, printed: PRINTED };
}
