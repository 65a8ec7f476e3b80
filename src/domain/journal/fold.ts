import type * as z from 'zod/mini';
import type { Entry, FullEntry, StubEntry } from './entry-schema.ts';
import { isFull, isStub } from './entry-schema.ts';
import { compareText } from './journal.ts';
import { textOfValue } from './same-value.ts';

export type JsonValue = z.infer<ReturnType<typeof z.json>>;

/** What one register holds. */
export interface RegisterState {
  readonly register: string;
  /** The value of the newest head; null when it was taken back or nothing with a value is left. */
  readonly value: JsonValue;
  /** The newest head, or the earliest that says the same; null when only stubs are left. */
  readonly entry: FullEntry | null;
  /** Entries that nothing replaces, newest first. */
  readonly heads: readonly FullEntry[];
  /** Heads that differ: positions that nobody has settled. Heads that say the same are one. */
  readonly conflict: boolean;
  /** Stubs that nothing replaces, because the entry that did is not here: kept, listed, not folded. */
  readonly withoutValue: readonly StubEntry[];
  /** Every entry of the register, newest first: its history. */
  readonly history: readonly Entry[];
}

/** The state of an assessment: one `RegisterState` for each register that any entry names. */
export interface JournalState {
  readonly registers: ReadonlyMap<string, RegisterState>;
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

function groupByRegister(entries: Iterable<Entry>): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.register);
    if (group === undefined) groups.set(entry.register, [entry]);
    else group.push(entry);
  }
  return groups;
}

/**
 * The state that a set of entries makes, whatever their order; ids are expected once each. `only` keeps entries whose
 * id is in the set and ignores the others, their `replaces` too (docs/file-formats.md section 3).
 */
export function fold(entries: Iterable<Entry>, options: { only?: ReadonlySet<string> } = {}): JournalState {
  const { only } = options;
  const folded = only === undefined ? entries : [...entries].filter(({ id }) => only.has(id));
  const registers = new Map<string, RegisterState>();
  for (const [register, group] of groupByRegister(folded)) registers.set(register, foldRegister(register, group));
  return { registers };
}

/** The state after further entries: the same as folding all at once, at the cost of the registers they touch. */
export function foldMore(state: JournalState, entries: Iterable<Entry>): JournalState {
  const registers = new Map(state.registers);
  for (const [register, group] of groupByRegister(entries)) {
    const known = registers.get(register)?.history ?? [];
    const fresh = new Map(group.map((entry) => [entry.id, entry]));
    const others = known.filter(({ id }) => !fresh.has(id));
    registers.set(register, foldRegister(register, [...others, ...fresh.values()]));
  }
  return { registers };
}

/** Ids that a new entry in this register replaces: every head that is seen, stubs left without value included. */
export function idsToReplace(state: JournalState, register: string): string[] {
  const known = state.registers.get(register);
  if (known === undefined) return [];
  return [...known.heads, ...known.withoutValue].map(({ id }) => id).sort(compareText);
}
