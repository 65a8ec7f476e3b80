import { canonicalJson } from '../canonical-json.ts';
import { MAXIMUM_REPLACES } from '../limits.ts';
import { writableMilliseconds } from '../journal/clock.ts';
import type { Actor, FullEntry, JsonValue } from '../journal/entry-schema.ts';
import { fullEntrySchema } from '../journal/entry-schema.ts';
import type { JournalState } from './fold.ts';
import { idsToReplace } from './fold.ts';

export interface EntryInput {
  /** From `nextEntryId`. */
  readonly id: string;
  /** Wall clock of this device, UTC milliseconds since 1970. */
  readonly nowMs: number;
  readonly actor: Actor;
  readonly register: string;
  /** Null takes the answer back. */
  readonly value: JsonValue;
}

/** The entry as its file will have it. Throws (zod) for what the format forbids. */
export function checked(entry: FullEntry): FullEntry {
  // The canonical form, so that the entry in memory is the entry in the file: strings in normal form C, no undefined.
  return fullEntrySchema.parse(JSON.parse(canonicalJson(entry)));
}

/**
 * An entry that sets a register to a value and replaces every head seen in `state`, so that it settles a conflict.
 * Throws (zod) for what the format forbids: a register over 300 characters, an actor with white space.
 */
export function makeEntry(input: EntryInput, state: JournalState): FullEntry {
  return makeEntryReplacing(input, idsToReplace(state, input.register).slice(-MAXIMUM_REPLACES));
}

function makeEntryReplacing({ id, nowMs, actor, register, value }: EntryInput, replaces: string[]): FullEntry {
  const at = new Date(writableMilliseconds(nowMs)).toISOString();
  return checked({ id, at, actor, register, value, replaces });
}

/**
 * The same for any number of heads: where they are more than one entry may replace, several entries of the same value,
 * each replacing the one before, so that the last is the only head left. `nextId` gives a new id for each.
 */
export function makeEntries(
  input: Omit<EntryInput, 'id'>,
  nextId: () => string,
  state: JournalState,
): [FullEntry, ...FullEntry[]] {
  const heads = idsToReplace(state, input.register);
  const first = makeEntryReplacing({ ...input, id: nextId() }, heads.slice(0, MAXIMUM_REPLACES));
  const made: [FullEntry, ...FullEntry[]] = [first];
  for (let at = MAXIMUM_REPLACES, before = first.id; at < heads.length; at += MAXIMUM_REPLACES - 1) {
    const replaces = [before, ...heads.slice(at, at + MAXIMUM_REPLACES - 1)];
    const next = makeEntryReplacing({ ...input, id: nextId() }, replaces);
    made.push(next);
    before = next.id;
  }
  return made;
}
