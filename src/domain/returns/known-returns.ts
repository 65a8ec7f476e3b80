import type { FullEntry } from '../journal/entry-schema.ts';
import { isFull } from '../journal/entry-schema.ts';
import type { JournalState } from '../registers/fold.ts';
import { fold, stateOf } from '../registers/fold.ts';
import { livingActor, livingId } from '../registers/living-institution.ts';
import { isSameValue } from '../journal/same-value.ts';
import { parseRegister } from '../registers/register-address.ts';
import type { ReturnRecord } from '../registers/return.ts';
import { returnSchema } from '../registers/return.ts';
import { opinionOf } from '../registers/thing-of-register.ts';

/** The time by which returns are ordered, UTC: when the file was last saved where it says so, else when it was received. */
export function timeOfReturn({ saved, received }: Pick<ReturnRecord, 'saved' | 'received'>): string {
  return saved ?? received;
}

/** The last of them by that time; null without any. */
export function latestOf(records: readonly ReturnRecord[]): ReturnRecord | null {
  return records.reduce<ReturnRecord | null>(
    (latest, one) => (latest === null || timeOfReturn(one) > timeOfReturn(latest) ? one : latest),
    null,
  );
}

/** What tells the same return again, whoever took it in; null where nothing does. */
function markOf({ institution, form, hash, saved }: Omit<ReturnRecord, 'entries'>): string | null {
  if (hash !== undefined) return hash;
  return saved === undefined ? null : `${institution} ${form} ${saved}`;
}

/**
 * What returns are settled against, looked up once and kept up with what comes in: the returns that were taken in, by the
 * entries that say what they said, and the registers of each institution's opinions.
 */
export class KnownReturns {
  #state: JournalState = fold([]);
  readonly #byEntry = new Map<string, ReturnRecord[]>();
  /** By `markOf`. What two people took in apart was received when the first of them did. */
  readonly #first = new Map<string, ReturnRecord>();
  readonly #opinions = new Map<string, Set<string>>();
  #oldest: string | null = null;

  constructor(state: JournalState) {
    this.add(state, state.registers.keys());
  }

  /** Goes on with a later state, in which the same institutions are joined; `registers` are those that it changed. */
  add(state: JournalState, registers: Iterable<string>): void {
    this.#state = state;
    for (const address of registers) {
      const known = state.registers.get(address);
      const oldest = known?.history.at(-1)?.id;
      if (oldest !== undefined && (this.#oldest === null || oldest < this.#oldest)) this.#oldest = oldest;
      const register = parseRegister(address);
      const institution = opinionOf(register)?.institution;
      if (institution !== undefined) {
        this.#opinions.set(institution, (this.#opinions.get(institution) ?? new Set()).add(address));
      }
      const read = register.kind === 'return' ? returnSchema.safeParse(known?.value) : null;
      if (read?.success === true) this.#note(read.data);
    }
  }

  #note(record: ReturnRecord): void {
    for (const id of record.entries) this.#byEntry.set(id, [...(this.#byEntry.get(id) ?? []), record]);
    const [mark, before] = [markOf(record), this.sameAs(record)];
    if (mark !== null && (before === null || timeOfReturn(record) < timeOfReturn(before)))
      this.#first.set(mark, record);
  }

  /** Id of the oldest entry; null without any. */
  get oldest(): string | null {
    return this.#oldest;
  }

  /** Registers in which a living institution says, or said, something of an indicator. */
  opinionsOf(institution: string): Iterable<string> {
    return this.#opinions.get(institution) ?? [];
  }

  /** This very return as it was taken in first; null for a new one. */
  sameAs(record: Omit<ReturnRecord, 'entries'>): ReturnRecord | null {
    const mark = markOf(record);
    return mark === null ? null : (this.#first.get(mark) ?? null);
  }

  /** Every return that said what an entry says; none of what was only kept of one. */
  allOf({ id }: FullEntry): readonly ReturnRecord[] {
    return (this.#byEntry.get(id) ?? []).map((record) => this.sameAs(record) ?? record);
  }

  /** The latest return that an entry came with, or whose word it repeats; null where none is known. */
  of(entry: FullEntry): ReturnRecord | null {
    const { id, register, value, actor, replaces } = entry;
    const own = this.allOf(entry);
    if (own.length > 0) return latestOf(own);
    const { joins } = this.#state;
    const history = stateOf(this.#state, register)?.history ?? [];
    const speaker = livingActor(joins, actor);
    const repeated = history
      .filter(isFull)
      .filter((one) => one.id < id && replaces.includes(one.id) && isSameValue(register, one.value, value))
      .flatMap((one) => this.of(one) ?? [])
      .filter(({ institution }) => speaker === `institution:${livingId(joins, institution)}`);
    return latestOf(repeated);
  }
}
