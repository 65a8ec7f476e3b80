import type { Entry, FullEntry } from '../journal/entry-schema.ts';
import { isFull, isStub } from '../journal/entry-schema.ts';
import type { Joins } from './living-institution.ts';
import { isInstitutionMark, joinsOf, livingAddress } from './joins.ts';
import { LayeredMap } from './layered-map.ts';
import { NO_JOINS } from './living-institution.ts';
import { compareText } from '../journal/journal.ts';
import type { RegisterState } from '../journal/register-state.ts';
import { textOfValue } from '../journal/same-value.ts';

/**
 * The state of an assessment: one `RegisterState` for each register that any entry names. What was said under the id of an
 * institution that was joined with another stands in the register of that other, with the entries as they were written.
 */
export interface JournalState {
  readonly registers: ReadonlyMap<string, RegisterState>;
  readonly joins: Joins;
}

const newestFirst = (a: Entry, b: Entry) => compareText(b.id, a.id);

/**
 * What no head replaces, directly or through others: entries in a circle, which only a made-up file can contain, and
 * what only they replace. There is none where every entry replaces earlier ones.
 */
function hiddenByNobody(entries: readonly Entry[], open: readonly Entry[]): Entry[] {
  if (!entries.some(({ id, replaces }) => replaces.some((other) => other > id))) return [];
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const reached = new Set<Entry>(open);
  const queue = [...open];
  for (let entry = queue.pop(); entry !== undefined; entry = queue.pop()) {
    for (const id of entry.replaces) {
      const other = byId.get(id);
      if (other === undefined || reached.has(other)) continue;
      reached.add(other);
      queue.push(other);
    }
  }
  return entries.filter((entry) => !reached.has(entry));
}

/** Of heads that say the same, who said it first; whether others say something else. `heads` newest first. */
function whatCounts(register: string, heads: readonly FullEntry[]): Pick<RegisterState, 'entry' | 'conflict'> {
  const [newest] = heads;
  if (newest === undefined || heads.length === 1) return { entry: newest ?? null, conflict: false };
  const said = textOfValue(register, newest.value);
  const same = heads.filter(({ value }) => textOfValue(register, value) === said);
  return { entry: same.at(-1) ?? newest, conflict: same.length < heads.length };
}

/**
 * Only entries of the same register replace: an entry that names others' registers must not hide their answers. Of a
 * circle all stay heads, whatever stands beside it: nothing is hidden but by something that is shown.
 */
function foldRegister(register: string, entries: readonly Entry[]): RegisterState {
  const history = [...entries].sort(newestFirst);
  const replaced = new Set<string>();
  for (const entry of history) for (const id of entry.replaces) if (id !== entry.id) replaced.add(id);
  const open = history.filter(({ id }) => !replaced.has(id));
  const shown = new Set([...open, ...hiddenByNobody(history, open)]);
  const remaining = shown.size > open.length ? history.filter((entry) => shown.has(entry)) : open;
  const heads = remaining.filter(isFull);
  const { entry, conflict } = whatCounts(register, heads);
  return {
    register,
    value: entry === null ? null : entry.value,
    entry,
    heads,
    conflict,
    withoutValue: remaining.filter(isStub),
    history,
  };
}

/** Entries by the address under which they are read. */
function groupByRegister(entries: Iterable<Entry>, joins: Joins): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const address = livingAddress(joins, entry.register);
    const group = groups.get(address);
    if (group === undefined) groups.set(address, [entry]);
    else group.push(entry);
  }
  return groups;
}

function foldGroups(groups: ReadonlyMap<string, readonly Entry[]>): Map<string, RegisterState> {
  return new Map([...groups].map(([register, group]) => [register, foldRegister(register, group)]));
}

function joinsAmong(entries: readonly Entry[]): Joins {
  const marks = entries.filter(({ register }) => isInstitutionMark(register));
  return marks.length === 0 ? NO_JOINS : joinsOf(foldGroups(groupByRegister(marks, NO_JOINS)).values());
}

/**
 * The state that a set of entries makes, whatever their order; ids are expected once each. `only` keeps entries whose
 * id is in the set and ignores the others, their `replaces` too (docs/file-formats.md section 3).
 */
export function fold(entries: Iterable<Entry>, options: { only?: ReadonlySet<string> } = {}): JournalState {
  const { only } = options;
  const folded = only === undefined ? [...entries] : [...entries].filter(({ id }) => only.has(id));
  const joins = joinsAmong(folded);
  return { registers: foldGroups(groupByRegister(folded, joins)), joins };
}

/** The registers that further entries touch, as they are with them. */
function refold({ registers, joins }: JournalState, entries: Iterable<Entry>): Map<string, RegisterState> {
  const fresh = new Map([...entries].map((entry) => [entry.id, entry]));
  const groups = groupByRegister(fresh.values(), joins);
  for (const [register, group] of groups) {
    const others = (registers.get(register)?.history ?? []).filter(({ id }) => !fresh.has(id));
    groups.set(register, [...others, ...group]);
  }
  return foldGroups(groups);
}

const decidesInstitutions = (entries: readonly Entry[]) => entries.some(({ register }) => isInstitutionMark(register));

/** With entries that decide which institution is meant: any register may be read under another address. */
function foldAnew({ registers }: JournalState, entries: readonly Entry[]): JournalState {
  const known = [...registers.values()].flatMap(({ history }) => history);
  return fold(new Map([...known, ...entries].map((entry) => [entry.id, entry])).values());
}

/** The state after further entries: the same as folding all at once. */
export function foldMore(state: JournalState, entries: readonly Entry[]): JournalState {
  if (decidesInstitutions(entries)) return foldAnew(state, entries);
  return { registers: new Map([...state.registers, ...refold(state, entries)]), joins: state.joins };
}

/** The same at the cost of the registers that are touched: to be read while `state` is not changed by `foldInto`. */
export function foldOver(state: JournalState, entries: readonly Entry[]): JournalState {
  if (decidesInstitutions(entries)) return foldAnew(state, entries);
  return { registers: new LayeredMap(state.registers, refold(state, entries)), joins: state.joins };
}

/**
 * The same at the cost of the registers that are touched, whatever else there is: the registers of `state` are changed in
 * place, so that it must not be used any more. `touched` are their addresses; null where every register may be read under
 * another one.
 */
export function foldInto(
  state: JournalState,
  entries: readonly Entry[],
): { readonly state: JournalState; readonly touched: readonly string[] | null } {
  if (decidesInstitutions(entries)) return { state: foldAnew(state, entries), touched: null };
  const registers = state.registers as Map<string, RegisterState>;
  const changed = refold(state, entries);
  for (const [register, one] of changed) registers.set(register, one);
  return { state: { registers, joins: state.joins }, touched: [...changed.keys()] };
}

/** What a register holds, whatever its institution is called by now. */
export function stateOf({ registers, joins }: JournalState, register: string): RegisterState | undefined {
  return registers.get(livingAddress(joins, register));
}

/** Ids that a new entry in this register replaces: every head that is seen, stubs left without value included. */
export function idsToReplace(state: JournalState, register: string): string[] {
  const known = stateOf(state, register);
  if (known === undefined) return [];
  return [...known.heads, ...known.withoutValue].map(({ id }) => id).sort(compareText);
}
