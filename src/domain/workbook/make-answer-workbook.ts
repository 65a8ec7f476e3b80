import { FIRST_VOTE } from '../registers/rating.ts';
import type { AssessmentState, Rating } from '../registers/assessment-state.ts';
import type { Evidence } from '../registers/evidence.ts';
import type { Endorsement } from '../registers/institution.ts';
import { requirementsBetween, requirementsHeldAt } from '../assessment/requirements.ts';
import type { Framework, Indicator } from '../framework/framework.ts';
import { scaleOf } from '../framework/framework.ts';
import { indicatorsOfTask } from '../institutions/find-task.ts';
import type { JournalState } from '../registers/fold.ts';
import type { JsonValue } from '../journal/entry-schema.ts';
import { idsToReplace } from '../registers/fold.ts';
import { MAXIMUM_BASE_HEADS } from '../limits.ts';
import { parseRegister } from '../registers/register-address.ts';
import { sha256Hex } from '../sha256.ts';
import type {
  RequirementState,
  Said,
  WorkbookBase,
  WorkbookContent,
  WorkbookEvidence,
  WorkbookOrigin,
} from './answer-workbook.ts';
import { EMPTY_EVIDENCE_ROWS, ENDORSEMENT_FIELDS, EVIDENCE_COLUMNS } from './answer-workbook.ts';
import { asReadBack } from './cell-text.ts';
import { hashOfValue, valuesOfWorkbook } from './workbook-values.ts';

const ID_DIGITS = 16;

export interface AnswerWorkbook {
  readonly origin: WorkbookOrigin;
  readonly indicators: readonly Indicator[];
  readonly content: WorkbookContent;
  readonly base: ReadonlyMap<string, WorkbookBase>;
  /** By indicator: answers of the leads to react to, where they go along. */
  readonly drafts: ReadonlyMap<string, readonly Rating[]>;
}

/** All requirements of an indicator, lowest level first. */
export function requirementsOfIndicator(framework: Framework, indicator: Indicator): readonly string[] {
  return requirementsBetween(framework, indicator, 0, scaleOf(framework, indicator).levels.length);
}

function ratingOf(state: AssessmentState, indicator: string, institution: string): Rating | undefined {
  return state.ratings.get(indicator)?.find((one) => one.institution === institution && one.vote === FIRST_VOTE);
}

function saidOf(
  state: AssessmentState,
  indicator: string,
  institution: string,
  rating: Rating | undefined,
): Said | null {
  if (rating?.answer !== undefined) return { kind: 'answer', answer: rating.answer };
  const mandate = state.mandates.get(indicator)?.get(institution);
  if (mandate !== undefined) return { kind: 'not-ours', suggests: mandate.suggests };
  return state.noViews.get(indicator)?.has(institution) === true ? { kind: 'no-view' } : null;
}

/** What is said as its cells give it back. */
function asCellsSay(said: Said | null): Said | null {
  if (said?.kind === 'not-ours') return { ...said, suggests: asReadBack(said.suggests) };
  if (said?.kind !== 'answer' || said.answer.state !== 'not-applicable') return said;
  return { kind: 'answer', answer: { ...said.answer, reason: asReadBack(said.answer.reason) } };
}

function metBy(framework: Framework, indicator: Indicator, rating: Rating | undefined): ReadonlySet<string> {
  const answer = rating?.answer;
  const held = answer?.state === 'level' ? requirementsHeldAt(framework, indicator, answer.level) : [];
  return new Set([...held, ...(rating?.requirements ?? [])]);
}

function evidenceRow(id: string, evidence: Evidence | null, indicators: readonly string[]): WorkbookEvidence {
  const { title = '', kind = '', holder = '', date = '' } = evidence ?? {};
  const reference = evidence?.reference ?? evidence?.url ?? '';
  const fields = mapTexts({ title, kind, holder, date, reference });
  return { id, indicators, fields, access: evidence?.access ?? null };
}

const mapTexts = <Fields extends Readonly<Record<string, string>>>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, asReadBack(text)])) as {
    readonly [Name in keyof Fields]: string;
  };

/** Rows for the documents that the institution named, and empty ones with ids of their own. */
function evidenceRows(state: AssessmentState, asked: readonly string[], origin: WorkbookOrigin): WorkbookEvidence[] {
  const used = new Map<string, string[]>();
  for (const indicator of asked) {
    for (const link of state.evidenceLinks.get(indicator) ?? []) {
      if (link.institution !== origin.institution) continue;
      used.set(link.evidence, [...(used.get(link.evidence) ?? []), indicator]);
    }
  }
  const filled = [...used].flatMap(([id, indicators]) => {
    const evidence = state.evidence.get(id);
    return evidence === undefined ? [] : [evidenceRow(id, evidence, indicators)];
  });
  const empty = Array.from({ length: EMPTY_EVIDENCE_ROWS }, (_, row) =>
    evidenceRow(rowId(origin, `row ${row + 1}`), null, []),
  );
  return [...filled, ...empty];
}

/** The id of a new document: the same for the same row of the same workbook. */
export function rowId({ assessment, institution, mark }: WorkbookOrigin, row: string): string {
  return sha256Hex([assessment, institution, mark, row].join('\n')).slice(0, ID_DIGITS);
}

/** Members of a document or an endorsement that the sheet has no cell for, or that no cell can show in full. */
function restOf(register: string, value: JsonValue): JsonValue {
  const { kind } = parseRegister(register);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
  if (kind === 'evidence-link') return value;
  if (kind !== 'evidence' && kind !== 'endorsement') return null;
  const shown = new Set<string>(kind === 'evidence' ? EVIDENCE_COLUMNS : ENDORSEMENT_FIELDS);
  const isInFull = (member: unknown) => typeof member !== 'string' || asReadBack(member) === member;
  const rest = Object.entries(value).filter(([name, member]) => !shown.has(name) || !isInFull(member));
  return rest.length === 0 ? null : (Object.fromEntries(rest) as JsonValue);
}

/**
 * What goes into the workbook of one institution: its own answers as they stand, rows for documents, and of each register
 * the entries that held it, so that what comes back replaces exactly what it was made from. docs/file-formats.md
 * section 11.
 */
export function makeAnswerWorkbook(
  state: AssessmentState,
  journal: JournalState,
  framework: Framework,
  input: Omit<WorkbookOrigin, 'mode' | 'framework'> & { readonly withDraft: boolean },
): AnswerWorkbook {
  const { institution, assessment, mark } = input;
  const mode = state.institutions.get(institution)?.role === 'observer' ? 'comment' : 'answer';
  const { id, version, hash } = framework;
  const origin: WorkbookOrigin = { assessment, institution, mark, mode, framework: { id, version, hash } };
  const outOfScope = new Set(state.round.outOfScope ?? []);
  const inScope = framework.indicators.filter((one) => !outOfScope.has(one.id));
  const asked = indicatorsOfTask(
    state,
    institution,
    inScope.map((one) => one.id),
  );
  const indicators = inScope.filter((one) => asked.includes(one.id));
  const ratings = new Map(asked.map((one) => [one, ratingOf(state, one, institution)]));
  const rows = indicators.map((indicator) => {
    const rating = ratings.get(indicator.id);
    const comment = mode === 'comment' ? state.comments.get(`${institution}.${indicator.id}`)?.text : rating?.comment;
    const said = mode === 'comment' ? null : saidOf(state, indicator.id, institution, rating);
    return [
      indicator.id,
      { said: asCellsSay(said), confidence: rating?.confidence ?? null, comment: asReadBack(comment ?? '') },
    ] as const;
  });
  const requirements = indicators.flatMap((indicator): [string, RequirementState][] => {
    const rating = ratings.get(indicator.id);
    const [met, underWay] = [metBy(framework, indicator, rating), new Set(rating?.underWay)];
    // What is met is under way no more.
    const stateOf = (address: string) => (met.has(address) ? 'yes' : underWay.has(address) ? 'under-way' : null);
    return requirementsOfIndicator(framework, indicator).flatMap((address): [string, RequirementState][] => {
      const said = stateOf(address);
      return said === null ? [] : [[address, said]];
    });
  });
  const content: WorkbookContent = {
    rows: new Map(rows),
    requirements: new Map(requirements),
    saysUnderWay: true,
    requirementsOf: new Set(indicators.map((one) => one.id)),
    levelFromTicks: new Set(),
    evidence: mode === 'comment' ? [] : evidenceRows(state, asked, origin),
    endorsement: endorsementRow(state, institution),
  };
  const valueNow = (register: string) => journal.registers.get(register)?.value ?? null;
  const values = valuesOfWorkbook(content, framework, origin, (register) => restOf(register, valueNow(register)));
  const base = [...values].map(([register, value]): [string, WorkbookBase] => [
    register,
    {
      hash: hashOfValue(value),
      heads: idsToReplace(journal, register).slice(-MAXIMUM_BASE_HEADS),
      rest: restOf(register, valueNow(register)),
    },
  ]);
  return {
    origin,
    indicators,
    content,
    base: new Map(base.filter(([, { hash: said, heads }]) => said !== '' || heads.length > 0)),
    drafts: input.withDraft ? draftsFor(state, asked, institution) : new Map(),
  };
}

function endorsementRow(state: AssessmentState, institution: string): Endorsement | null {
  const found = state.endorsements.get(institution);
  if (found === undefined) return null;
  const { state: stage, function: role, date, name } = found;
  return { state: stage, date, function: asReadBack(role), ...(name === undefined ? {} : { name: asReadBack(name) }) };
}

/** What the leads answered on the indicators to which the institution contributes. */
function draftsFor(state: AssessmentState, asked: readonly string[], institution: string) {
  const drafts = new Map<string, readonly Rating[]>();
  for (const indicator of asked) {
    const assigned = state.assignments.get(indicator);
    if (assigned?.get(institution) !== 'contributor') continue;
    const leads = (state.ratings.get(indicator) ?? []).filter(
      (one) => one.vote === FIRST_VOTE && one.answer !== undefined && assigned.get(one.institution) === 'lead',
    );
    if (leads.length > 0) drafts.set(indicator, leads);
  }
  return drafts;
}
