import type { Problem, Result } from '../problem.ts';
import { problem } from '../problem.ts';
import type { Entry, JsonValue } from '../journal/entry-schema.ts';
import { isStub } from '../journal/entry-schema.ts';
import type { JournalState } from '../registers/fold.ts';
import { stateOf } from '../registers/fold.ts';
import type { Journal } from '../journal/journal.ts';
import { compareText } from '../journal/journal.ts';
import { journalOf, mergeJournals } from '../journal/merge.ts';
import { parseRegister } from '../registers/register-address.ts';

/** What to write so that an entry is undone: an ordinary new entry, because editing never deletes. */
export interface Reversal {
  readonly register: string;
  readonly value: JsonValue;
}

/**
 * The entry to append to undo one entry: its register set to the newest value it replaced, or taken back when it
 * replaced nothing. Codes: `undo.notFound`, `undo.replacedSince` (somebody went on from it), `undo.historyRemoved`
 * (the value before was taken out of this copy).
 */
export function reverseEntry(state: JournalState, register: string, entryId: string): Result<Reversal> {
  const refuse = (code: string): Result<Reversal> => ({
    ok: false,
    problems: [problem(code, '', [], { register, entry: entryId })],
  });
  const known = stateOf(state, register);
  const entry = known?.history.find(({ id }) => id === entryId);
  if (known === undefined || entry === undefined) return refuse('undo.notFound');
  if (!known.heads.some(({ id }) => id === entryId)) return refuse('undo.replacedSince');
  const before = known.history.filter(({ id }) => id !== entryId && entry.replaces.includes(id));
  const newest = before.find((candidate) => !isStub(candidate));
  if (newest === undefined && entry.replaces.length > 0) return refuse('undo.historyRemoved');
  const value = newest === undefined || isStub(newest) ? null : newest.value;
  return { ok: true, value: { register, value }, advice: [] };
}

/** What a merge brought in, kept so that exactly this can be taken out again. */
export interface MergeRecord {
  readonly added: readonly string[];
  /** Forms of entries that gave way to the form in the merged file: a stub to the full entry. */
  readonly displaced: readonly Entry[];
  readonly damagedLines: readonly string[];
}

/** The difference that merging `theirs` makes to `mine`. */
export function recordMerge(mine: Journal, theirs: Journal): MergeRecord {
  const merged = mergeJournals(mine, theirs);
  const before = new Map(mine.entries.map((entry) => [entry.id, entry]));
  const known = new Set(mine.damagedLines);
  const displaced = merged.entries.flatMap((entry) => {
    const own = before.get(entry.id);
    return own === undefined || own === entry ? [] : [own];
  });
  return {
    added: merged.entries.filter(({ id }) => !before.has(id)).map(({ id }) => id),
    displaced,
    damagedLines: merged.damagedLines.filter((line) => !known.has(line)),
  };
}

/**
 * The journal without what a merge brought in; merging the file again brings it back. Code
 * `undo.mergeReplacedSince`, one a register, when something outside the merge replaces what it brought: taking that
 * out would leave answers that build on nothing.
 */
export function undoMerge(journal: Journal, record: MergeRecord): Result<Journal> {
  const added = new Set(record.added);
  const registers = new Set<string>();
  for (const entry of journal.entries) {
    if (!added.has(entry.id) && entry.replaces.some((id) => added.has(id))) registers.add(entry.register);
  }
  if (registers.size > 0) {
    const problems: Problem[] = [...registers]
      .sort(compareText)
      .map((register) => problem('undo.mergeReplacedSince', '', [], { register, kind: parseRegister(register).kind }));
    return { ok: false, problems };
  }
  const displaced = new Map(record.displaced.map((entry) => [entry.id, entry]));
  const brought = new Set(record.damagedLines);
  const kept = journal.entries.filter(({ id }) => !added.has(id)).map((entry) => displaced.get(entry.id) ?? entry);
  return {
    ok: true,
    value: journalOf(
      kept,
      journal.damagedLines.filter((line) => !brought.has(line)),
    ),
    advice: [],
  };
}
