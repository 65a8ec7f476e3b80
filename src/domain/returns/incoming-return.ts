import type { FullEntry, JsonValue } from '../journal/entry-schema.ts';
import type { ReturnForm, ReturnRecord } from '../registers/return.ts';

/** What an institution sent back, before it is taken in. */
export interface IncomingReturn {
  readonly institution: string;
  readonly form: ReturnForm;
  /** When the file was last saved, as it says itself (ISO instant, UTC); null where it does not. */
  readonly saved: string | null;
  /** SHA-256 of the file; null where there is none. */
  readonly hash: string | null;
  /**
   * What it says by register, changed or not; null for nothing. A register that is not here was missing, or could not be
   * read.
   */
  readonly said: ReadonlyMap<string, JsonValue>;
  /** Ids of entries that whoever wrote it had before them: what is changed there is no contradiction. */
  readonly seen: ReadonlySet<string>;
  /** Registers that were changed since it was given out. */
  readonly changed: ReadonlySet<string>;
}

/** What becomes of one thing of which an earlier return said something else. */
export interface ReturnedThing {
  /** `thingOfRegister`. */
  readonly thing: string;
  /** A register of it. */
  readonly register: string;
  /** The other return; null where nothing is known of it. */
  readonly other: ReturnRecord | null;
}

/** What becomes of what a return and those before it said. */
export interface SettledReturn {
  /** To be written with what the return brings: what stands now, and the return itself. */
  readonly entries: readonly FullEntry[];
  /** Where this return takes the place of an earlier one. */
  readonly replaced: readonly ReturnedThing[];
  /** Where this return says nothing that could be read, and an earlier one stands. */
  readonly standing: readonly ReturnedThing[];
  /** Where a later return was here before this one. */
  readonly outdated: readonly ReturnedThing[];
  /** Where only a person can choose: somebody else wrote there since, or no time tells. */
  readonly open: readonly ReturnedThing[];
}
