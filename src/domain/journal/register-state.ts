import type { Entry, FullEntry, JsonValue, StubEntry } from './entry-schema.ts';

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
