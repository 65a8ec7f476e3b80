import type { AnswerRow, Decisions } from '../assessment/assessment-of-rows.ts';
import { plainWord } from '../institutions/institution-name.ts';
import type { Entry, JsonValue } from '../journal/entry-schema.ts';
import type { JournalState } from '../registers/fold.ts';
import { makeEntries } from '../registers/make-entry.ts';
import { isSameValue } from '../journal/same-value.ts';
import type { Problem } from '../problem.ts';
import { problem } from '../problem.ts';
import type { AssessmentState } from '../registers/assessment-state.ts';
import { FIRST_VOTE, valueOfAnswer } from '../registers/rating.ts';
import type { Register } from '../registers/all-registers.ts';
import { buildRegister } from '../registers/register-address.ts';
import { valueOfTarget } from '../registers/target.ts';
import type { OpenCell } from './open-cells.ts';
import { cellId } from './open-cells.ts';

/** What an answer sheet says as far as it could be read, and the problems of what could not. */
export interface SheetContent extends Decisions {
  readonly rows: readonly (AnswerRow & { readonly line: number })[];
  readonly wrong: readonly Problem[];
}

/** What a sheet is taken into; `institutions` by id. */
export interface SheetTarget {
  readonly institutions: AssessmentState['institutions'];
  readonly journal: JournalState;
  /** UTC milliseconds. */
  readonly nowMs: number;
  readonly nextId: () => string;
}

export interface SheetSide {
  /** Whose it is, where it is one institution's alone; else null. */
  readonly institution: string | null;
  readonly entries: readonly Entry[];
  /** By register, whether or not it is new. */
  readonly said: ReadonlyMap<string, JsonValue>;
  /** How many indicators it brings something of. */
  readonly taken: number;
  readonly open: readonly OpenCell[];
  readonly advice: readonly Problem[];
}

/** The institution that a name or an id means, or with which that was joined; undefined where none is, or more than one. */
function finderIn(institutions: SheetTarget['institutions']): (written: string) => string | undefined {
  const meant = new Map<string, Set<string>>();
  for (const [id, { name = '', removed, joinedInto }] of institutions) {
    if (removed === true && joinedInto === undefined) continue;
    for (const word of [id, name].map(plainWord)) meant.set(word, (meant.get(word) ?? new Set()).add(joinedInto ?? id));
  }
  return (written) => {
    const found = [...(meant.get(plainWord(written)) ?? [])];
    return found.length === 1 ? found[0] : undefined;
  };
}

function openCell(found: Problem, index: number): OpenCell {
  const place = { sheet: found.file, line: found.line ?? 0, column: `${found.code} ${index}` };
  return { id: cellId(place), problem: { ...found, severity: 'error' }, options: [], entry: null };
}

type Sayings = readonly (readonly [Register, JsonValue])[];

/** An empty cell says nothing: what stood there stays. The comment of "not applicable" is its reason. */
function sayingsOf({ indicator, answer, comment }: AnswerRow, institution: string | null): Sayings {
  const said = comment === '' || answer?.state === 'not-applicable' ? null : comment;
  const address = (part: 'answer' | 'comment'): Register =>
    institution === null
      ? { kind: 'agreed', indicator, part: part === 'answer' ? 'answer' : 'rationale' }
      : { kind: 'rating', institution, indicator, vote: FIRST_VOTE, part };
  return [
    ...(answer === undefined ? [] : [[address('answer'), valueOfAnswer(answer)] as const]),
    ...(said === null ? [] : [[address('comment'), said] as const]),
  ];
}

function decisionsOf({ targets, impacts, eases }: Decisions): Sayings {
  return [
    ...[...targets].map(([indicator, target]) => [{ kind: 'target', indicator }, valueOfTarget(target)] as const),
    ...[...impacts].map(([indicator, impact]) => [{ kind: 'impact', indicator }, impact] as const),
    ...[...eases].map(([indicator, ease]) => [{ kind: 'ease', indicator }, ease] as const),
  ];
}

/**
 * An answer sheet as what it would merge into an assessment: what differs from what stands there, as entries by the facilitator
 * that replace it. Rows without institution are agreed levels (docs/file-formats.md section 6). What could not be read stays
 * open, also an institution that does not take part: `sheet.unknownInstitution` (institution, known). Advice:
 * `sheet.agreedRows` (count).
 */
export function sheetSide(content: SheetContent, { institutions, journal, nowMs, nextId }: SheetTarget): SheetSide {
  const find = finderIn(institutions);
  const known = [...institutions].map(([id, { name = id }]) => name).join(', ');
  const strangers: Problem[] = [];
  const named = content.rows.flatMap((row) => {
    const institution = row.institution === '' ? null : find(row.institution);
    if (institution !== undefined) return [{ row, institution }];
    const params = { institution: row.institution, known };
    strangers.push({ ...problem('sheet.unknownInstitution', '', [], params), line: row.line });
    return [];
  });
  const sayings = [...named.flatMap(({ row, institution }) => sayingsOf(row, institution)), ...decisionsOf(content)];
  const fresh = sayings.flatMap(([address, value]) => {
    const register = buildRegister(address);
    const standing = journal.registers.get(register);
    const isThere = standing?.conflict !== true && isSameValue(register, standing?.value ?? null, value);
    return isThere ? [] : [{ register, value, indicator: 'indicator' in address ? address.indicator : '' }];
  });
  const owners = new Set(named.map(({ institution }) => institution));
  const [only = null] = owners;
  const agreed = named.filter(({ institution }) => institution === null).length;
  return {
    institution: owners.size === 1 ? only : null,
    entries: fresh.flatMap(({ register, value }) =>
      makeEntries({ nowMs, actor: 'facilitator', register, value }, nextId, journal),
    ),
    said: new Map(sayings.map(([address, value]) => [buildRegister(address), value])),
    taken: new Set(fresh.map(({ indicator }) => indicator)).size,
    open: [...content.wrong, ...strangers].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)).map(openCell),
    advice: agreed === 0 ? [] : [problem('sheet.agreedRows', '', [], { count: agreed }, 'advice')],
  };
}
