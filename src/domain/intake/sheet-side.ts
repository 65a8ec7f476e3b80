import type { AnswerRow, Decisions } from '../assessment/assessment-of-rows.ts';
import type { Confidence } from '../registers/rating.ts';
import { canonicalJson } from '../canonical-json.ts';
import { foldWords } from '../fold-words.ts';
import { groupsOf } from '../groups-of.ts';
import { meantInstitution, namesOfInstitutions } from '../institutions/meant-institution.ts';
import type { Entry, JsonValue } from '../journal/entry-schema.ts';
import type { JournalState } from '../registers/fold.ts';
import { makeEntries } from '../registers/make-entry.ts';
import { isSameValue } from '../journal/same-value.ts';
import type { Problem } from '../problem.ts';
import { problem } from '../problem.ts';
import type { AssessmentState } from '../registers/assessment-state.ts';
import { FIRST_VOTE, valueOfAnswer } from '../registers/rating.ts';
import type { RatingPart, Register } from '../registers/all-registers.ts';
import { buildRegister } from '../registers/register-address.ts';
import { valueOfTarget } from '../registers/target.ts';
import { isSheetError, textOfCell } from './cells.ts';
import type { OpenCell, OpenCells, Remedy } from './open-cells.ts';
import { cellId } from './open-cells.ts';

/** What an answer sheet says as far as it could be read; what could not is open. */
export interface SheetContent extends Decisions {
  readonly rows: readonly (AnswerRow & { readonly line: number; readonly confidence?: Confidence })[];
  readonly open: OpenCells;
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

type SheetRow = SheetContent['rows'][number];

/** Where it is settled, for all rows of that name, which institution is meant: in the first of them. */
const placeOfName = ({ line }: SheetRow) => ({ sheet: '', line, column: 'institution' });

/**
 * Of each name in the sheet the id of the institution that it means, null for none written, undefined where a person
 * has to say: an institution that does not take part, or a name that is like one or several that do.
 */
function whoIsMeant(
  { rows, open }: SheetContent,
  { institutions, journal }: SheetTarget,
): ReadonlyMap<string, string | null | undefined> {
  const isHere = (id: string) => institutions.get(id)?.removed !== true;
  const names = new Map([...namesOfInstitutions(journal)].filter(([id]) => isHere(id)));
  const byWords = groupsOf([...names.values()], ([name = '']) => foldWords(name));
  // Two of one name are told apart by their ids.
  const nameOf = (id: string) => {
    const [name = id] = names.get(id) ?? [];
    return (byWords.get(foldWords(name)) ?? []).length > 1 ? id : name;
  };
  const known = [...names.keys()].map(nameOf);
  const first = new Map([...rows].reverse().map((row) => [row.institution, row]));
  const counts = new Map<string, number>();
  for (const { institution } of rows) counts.set(institution, (counts.get(institution) ?? 0) + 1);
  return new Map(
    [...first].map(([written, row]) => {
      if (written === '') return [written, null];
      const place = placeOfName(row);
      const meant = meantInstitution(journal, textOfCell(open.cell(place, written)), names);
      if (meant.state === 'one') return [written, meant.institution];
      const alike = meant.state === 'alike' ? meant.institutions.map(nameOf) : [];
      const options = [...new Set([...alike, ...known])];
      const params = { institution: written, rows: counts.get(written) ?? 0 };
      if (isSheetError(written)) open.leave(place, 'intake.cellError', { shown: written }, { options });
      else if (alike.length === 0) {
        open.leave(place, 'sheet.unknownInstitution', { ...params, known: known.join(' / ') }, { options });
      } else open.leave(place, 'sheet.alikeInstitution', { ...params, names: alike.join(' / ') }, { options });
      return [written, undefined];
    }),
  );
}

/** Rows without a name below one, or below one that cannot be read. */
interface Below {
  readonly institution: string;
  readonly remedy: Remedy;
  readonly rows: SheetRow[];
}

/** What stands, by line, in the place of names that cannot be read, of rows that are left out for it. */
function namesNotRead({ rows, open }: Pick<SheetContent, 'rows' | 'open'>): (readonly [line: number, shown: string])[] {
  const read = new Set(rows.map(({ line }) => line));
  return open.list.flatMap(({ id, problem: { line = 0, params } }) =>
    !read.has(line) && id === cellId({ sheet: '', line, column: 'institution' })
      ? [[line, String(params['shown'] ?? '')] as const]
      : [],
  );
}

/**
 * The rows with their institution. Those that name none, below one whose name is there or cannot be read, of indicators
 * of which nothing else is said, are what a spreadsheet leaves of a name that stands for all rows below it (merged
 * cells, or written once): whether they are its answers or agreed levels a person has to say, once for each name; till
 * then they are open.
 */
function withNameFromAbove({ rows, open }: SheetContent): readonly SheetRow[] {
  const counts = new Map<string, number>();
  for (const { indicator } of rows) counts.set(indicator, (counts.get(indicator) ?? 0) + 1);
  const notRead = namesNotRead({ rows, open }).sort(([one], [other]) => other - one);
  const byName = new Map<string, Below>();
  const groups: Below[] = [];
  const begin = (institution: string, remedy: Remedy): Below => {
    const group = { institution, remedy, rows: [] };
    groups.push(group);
    return group;
  };
  let above: Below | null = null;
  for (const row of rows) {
    for (let next = notRead.at(-1); next !== undefined && next[0] < row.line; next = notRead.at(-1)) {
      above = begin(next[1], { options: [''], entry: 'text' });
      notRead.pop();
    }
    const name = row.institution;
    if (name !== '') {
      above = byName.get(name) ?? begin(name, { options: [name, ''] });
      byName.set(name, above);
    } else if (above !== null && counts.get(row.indicator) === 1) above.rows.push(row);
  }
  const said = new Map<SheetRow, string | null>();
  for (const { institution, remedy, rows: group } of groups) {
    const [place] = group.map(placeOfName);
    if (place === undefined) continue;
    const settled = open.isSettled(place) ? textOfCell(open.cell(place, null)) : null;
    if (settled === null) open.leave(place, 'sheet.nameAbove', { institution, rows: group.length }, remedy);
    for (const row of group) said.set(row, settled);
  }
  return rows.flatMap((row) => {
    const institution = said.get(row);
    if (institution === undefined) return [row];
    return institution === null ? [] : [{ ...row, institution }];
  });
}

type NamedRow = { readonly row: SheetRow; readonly institution: string | null };

/** An agreed level is nobody's: how sure one is belongs to no register of it. */
const confidenceOf = ({ row, institution }: NamedRow) => (institution === null ? undefined : row.confidence);

const saysOf = (named: NamedRow) =>
  canonicalJson({
    comment: named.row.comment,
    answer: named.row.answer ?? null,
    confidence: confidenceOf(named) ?? null,
  });

/**
 * Rows that say the same of an indicator for the same institution, or nothing beside another one, are one; of those
 * that differ none counts.
 */
function withoutTwice(named: readonly NamedRow[], open: OpenCells): NamedRow[] {
  const groups = groupsOf(named, ({ institution, row }) => JSON.stringify([institution, row.indicator]));
  return [...groups.values()].flatMap((group) => {
    const filled = group.filter(
      (one) => one.row.answer !== undefined || one.row.comment !== '' || confidenceOf(one) !== undefined,
    );
    const [first = group[0], ...others] = filled;
    if (first === undefined) return [];
    const differing = others.filter((one) => saysOf(one) !== saysOf(first));
    for (const { row } of differing) {
      const { indicator, institution, line } = row;
      const params = { indicator, institution, first: first.row.line };
      open.leave({ sheet: '', line, column: 'indicator' }, 'sheet.duplicateRow', params);
    }
    return differing.length > 0 ? [] : [first];
  });
}

type Sayings = readonly (readonly [Register, JsonValue])[];

/** An empty cell says nothing: what stood there stays. The comment of "not applicable" is its reason. */
function sayingsOf(named: NamedRow): Sayings {
  const { row, institution } = named;
  const { indicator, answer, comment } = row;
  const confidence = confidenceOf(named);
  const said = comment === '' || answer?.state === 'not-applicable' ? null : comment;
  const ofRating = (part: RatingPart, own: string): Register => ({
    kind: 'rating',
    ...{ institution: own, indicator, vote: FIRST_VOTE, part },
  });
  const address = (part: 'answer' | 'comment'): Register =>
    institution === null
      ? { kind: 'agreed', indicator, part: part === 'answer' ? 'answer' : 'rationale' }
      : ofRating(part, institution);
  return [
    ...(answer === undefined ? [] : [[address('answer'), valueOfAnswer(answer)] as const]),
    ...(said === null ? [] : [[address('comment'), said] as const]),
    ...(confidence === undefined || institution === null
      ? []
      : [[ofRating('confidence', institution), confidence] as const]),
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
 * An answer sheet as what it would merge into an assessment: what differs from what stands there, as entries by the
 * facilitator that replace it. Rows without institution are agreed levels (docs/file-formats.md section 6). Left open
 * beside what could not be read: `sheet.unknownInstitution` (institution, known), `sheet.alikeInstitution`
 * (institution, names), `sheet.nameAbove` (institution, rows), `sheet.duplicateRow` (first). Advice: `sheet.agreedRows`
 * (count), `sheet.agreedConfidence` (count).
 */
export function sheetSide(content: SheetContent, target: SheetTarget): SheetSide {
  const { journal, nowMs, nextId } = target;
  const { open } = content;
  const rows = withNameFromAbove(content);
  const meant = whoIsMeant({ ...content, rows }, target);
  const all = rows.flatMap((row): NamedRow[] => {
    const institution = meant.get(row.institution);
    return institution === undefined ? [] : [{ row, institution }];
  });
  const named = withoutTwice(all, open);
  const sayings = [...named.flatMap(sayingsOf), ...decisionsOf(content)];
  const fresh = sayings.flatMap(([address, value]) => {
    const register = buildRegister(address);
    const standing = journal.registers.get(register);
    const isThere = standing?.conflict !== true && isSameValue(register, standing?.value ?? null, value);
    return isThere ? [] : [{ register, value, indicator: 'indicator' in address ? address.indicator : '' }];
  });
  const owners = new Set(named.map(({ institution }) => institution));
  const [only = null] = owners;
  const agreed = named.filter(({ institution }) => institution === null);
  const unsure = agreed.filter(({ row }) => row.confidence !== undefined);
  const advise = (code: string, { length: count }: readonly NamedRow[]) =>
    count === 0 ? [] : [problem(code, '', [], { count }, 'advice')];
  return {
    institution: owners.size === 1 ? only : null,
    entries: fresh.flatMap(({ register, value }) =>
      makeEntries({ nowMs, actor: 'facilitator', register, value }, nextId, journal),
    ),
    said: new Map(sayings.map(([address, value]) => [buildRegister(address), value])),
    taken: new Set(fresh.map(({ indicator }) => indicator)).size,
    open: [...open.list].sort((a, b) => (a.problem.line ?? 0) - (b.problem.line ?? 0)),
    advice: [...advise('sheet.agreedRows', agreed), ...advise('sheet.agreedConfidence', unsure)],
  };
}
