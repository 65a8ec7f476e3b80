import type { FullEntry } from '../journal/entry-schema.ts';
import { isFull } from '../journal/entry-schema.ts';
import type { JournalState } from '../journal/fold.ts';
import { stateOf } from '../journal/fold.ts';
import { livingActor } from '../institutions/joins.ts';
import { isSameValue } from '../journal/same-value.ts';
import { parseRegister } from '../registers/register-address.ts';
import type { ReturnRecord } from '../registers/return.ts';
import { returnSchema } from '../registers/return.ts';

/** The time by which returns are ordered, UTC: when the file was last saved where it says so, else when it was received. */
export function timeOfReturn({ saved, received }: Pick<ReturnRecord, 'saved' | 'received'>): string {
  return saved ?? received;
}

/** The returns that were taken in, by the entries that say what they said. */
export class KnownReturns {
  readonly #byEntry = new Map<string, ReturnRecord>();
  readonly all: readonly ReturnRecord[];
  readonly #state: JournalState;

  constructor(state: JournalState) {
    this.#state = state;
    this.all = [...state.registers].flatMap(([address, { value }]) => {
      if (parseRegister(address).kind !== 'return') return [];
      const read = returnSchema.safeParse(value);
      return read.success ? [read.data] : [];
    });
    for (const record of this.all) {
      for (const id of record.entries) {
        const known = this.#byEntry.get(id);
        // What two facilitators took in apart was received when the first of them did.
        if (known === undefined || timeOfReturn(record) < timeOfReturn(known)) this.#byEntry.set(id, record);
      }
    }
  }

  /** The return that an entry came with, or that it repeats the word of; null where none is known. */
  of(entry: FullEntry): ReturnRecord | null {
    const own = this.#byEntry.get(entry.id);
    if (own !== undefined) return own;
    const { id, register, value, actor, replaces } = entry;
    const history = stateOf(this.#state, register)?.history ?? [];
    const speaker = livingActor(this.#state.joins, actor);
    const repeated = history.filter(isFull).find((before) => {
      if (before.id >= id || !replaces.includes(before.id)) return false;
      if (livingActor(this.#state.joins, before.actor) !== speaker) return false;
      return this.#byEntry.has(before.id) && isSameValue(register, before.value, value);
    });
    return repeated === undefined ? null : (this.#byEntry.get(repeated.id) ?? null);
  }

  /** Whether this very file was taken in before. */
  has(hash: string | null): boolean {
    return hash !== null && this.all.some((record) => record.hash === hash);
  }
}
