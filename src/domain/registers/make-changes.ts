import { isInstitutionMark, livingAddress } from './joins.ts';
import type { Actor, FullEntry, JsonValue } from '../journal/entry-schema.ts';
import type { JournalState } from './fold.ts';
import { foldMore } from './fold.ts';
import { makeEntries } from './make-entry.ts';

/** What a register is to hold; null takes back what it holds. */
export interface Change {
  readonly register: string;
  readonly value: JsonValue;
  /** To be said anew although it stands: elsewhere something else hid it. */
  readonly again?: boolean;
}

export interface Making {
  /** UTC milliseconds. */
  readonly nowMs: number;
  /** A new id with each call. */
  readonly nextId: () => string;
  /** Whose word a change of a register is. */
  readonly actorOf: (register: string) => Actor;
}

/**
 * The entries of changes that are made together: one a register, or several where thousands of versions are settled, for
 * the last change to it. What would change nothing is left out. All are made against the same state, but that those after
 * a join (or after the end of one) replace what is read together from there on.
 */
export function makeChanges(
  changes: readonly Change[],
  state: JournalState,
  { nowMs, nextId, actorOf }: Making,
): readonly FullEntry[] {
  const made: FullEntry[] = [];
  let now = state;
  for (const { register: given, value, again } of new Map(changes.map((one) => [one.register, one])).values()) {
    const register = livingAddress(now.joins, given);
    const known = now.registers.get(register);
    const isSame = JSON.stringify(known?.value ?? null) === JSON.stringify(value);
    if (isSame && known?.conflict !== true && again !== true) continue;
    made.push(...makeEntries({ nowMs, actor: actorOf(register), register, value }, nextId, now));
    if (isInstitutionMark(register)) now = foldMore(now, made);
  }
  return made;
}
