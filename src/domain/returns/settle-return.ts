import { millisecondsOfEntryId, MAXIMUM_CLOCK_LEAD_MS } from '../journal/clock.ts';
import type { Entry, FullEntry } from '../journal/entry-schema.ts';
import type { JournalState, JsonValue } from '../journal/fold.ts';
import { foldMore } from '../journal/fold.ts';
import { livingActor, livingAddress, livingId } from '../institutions/joins.ts';
import type { Actor } from '../journal/make-entry.ts';
import { makeEntries } from '../journal/make-entry.ts';
import { compareText } from '../journal/journal.ts';
import { isSameValue } from '../journal/same-value.ts';
import { buildRegister, parseRegister } from '../registers/register-address.ts';
import type { ReturnForm, ReturnRecord } from '../registers/return.ts';
import { KnownReturns, timeOfReturn } from './known-returns.ts';
import { readAsLiving } from './read-as-living.ts';
import { isAnswer, isComment, opinionOf, thingOfRegister } from './thing-of-register.ts';

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
  /** Registers that were changed since it was given out; null where only its entries tell, those that are new here. */
  readonly changed: ReadonlySet<string> | null;
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

export interface SettleInput {
  readonly incoming: IncomingReturn;
  /** What was here, and with what the return brings. */
  readonly before: JournalState;
  readonly after: JournalState;
  /** Entries of the return that were not here. */
  readonly fresh: readonly Entry[];
  /** UTC milliseconds: when it is received. */
  readonly nowMs: number;
  readonly nextId: () => string;
  /** Of the record of this return: nobody else's. */
  readonly returnId: string;
}

/** A time that can have been: not before the assessment, nor in a day that has not come. */
function plausible(saved: string | null, before: JournalState, nowMs: number): string | null {
  const oldest = [...before.registers.values()].map(({ history }) => history.at(-1)?.id ?? '');
  const first = oldest.filter((id) => id !== '').reduce((least, id) => (id < least ? id : least), '9');
  const at = saved === null ? Number.NaN : Date.parse(saved);
  if (Number.isNaN(at) || at > nowMs + MAXIMUM_CLOCK_LEAD_MS) return null;
  // Without entries there is no first one, and NaN is neither before nor after.
  return at < millisecondsOfEntryId(first) ? null : new Date(at).toISOString();
}

class Settling {
  readonly #input: SettleInput;
  readonly #known: KnownReturns;
  readonly #time: string;
  readonly #freshIds: ReadonlySet<string>;
  /** Who sent it, and which institution that is now. */
  readonly #actor: Actor;
  readonly #living: string;
  readonly record: Omit<ReturnRecord, 'entries'>;

  constructor(input: SettleInput) {
    const { before, after, fresh, nowMs } = input;
    const incoming = readAsLiving(input.incoming, after.joins);
    const { institution, form, hash } = incoming;
    this.#input = { ...input, incoming };
    this.#known = new KnownReturns(before);
    this.#living = livingId(after.joins, institution);
    const saved = plausible(incoming.saved, before, nowMs);
    this.record = {
      institution,
      form,
      received: new Date(nowMs).toISOString(),
      ...(saved === null ? {} : { saved }),
      ...(hash === null ? {} : { hash }),
    };
    this.#time = timeOfReturn(this.record);
    this.#freshIds = new Set(fresh.map(({ id }) => id));
    this.#actor = `institution:${institution}`;
  }

  #valueIn(state: JournalState, register: string): JsonValue {
    return state.registers.get(register)?.value ?? null;
  }

  /** What was here, and what the return brings does not build on. */
  #others(registers: readonly string[]): FullEntry[] {
    const { before, after, incoming } = this.#input;
    return registers.flatMap((register) => {
      const still = new Set(after.registers.get(register)?.heads.map(({ id }) => id));
      const heads = before.registers.get(register)?.heads ?? [];
      return heads.filter(({ id }) => still.has(id) && !incoming.seen.has(id));
    });
  }

  /** Who sent what an entry says, as `institution:<id>`; whoever wrote it where no return is known. */
  #senderOf(entry: FullEntry): string {
    const record = this.#known.of(entry);
    return (record === null ? entry.actor : `institution:${record.institution}`).replace(/^observer:/, 'institution:');
  }

  readonly #isOfReturn = (entry: FullEntry) =>
    livingActor(this.#input.after.joins, this.#senderOf(entry)) === `institution:${this.#living}`;

  /** Of the same institution as it was when it was sent: a form says nothing of what another was asked. */
  readonly #isOfSender = (entry: FullEntry) => this.#senderOf(entry) === this.#actor;

  /** The newest return among those who said what is here; what came before returns were noted counts from its entries. */
  #latest(others: readonly FullEntry[]): { readonly time: string; readonly record: ReturnRecord | null } {
    const times = others.map((entry) => {
      const record = this.#known.of(entry);
      return { time: record === null ? entry.at : timeOfReturn(record), record };
    });
    return times.reduce((latest, one) => (one.time > latest.time ? one : latest), { time: '', record: null });
  }

  /** By thing its registers: those of the return, and those that stand here beside them. */
  #things(): Map<string, string[]> {
    const { incoming, before, after, fresh } = this.#input;
    const things = new Map<string, Set<string>>();
    for (const register of [...incoming.said.keys(), ...fresh.map((one) => livingAddress(after.joins, one.register))]) {
      const thing = thingOfRegister(register);
      things.set(thing, (things.get(thing) ?? new Set()).add(register));
    }
    for (const register of new Set([...before.registers.keys(), ...after.registers.keys()])) {
      const opinion = opinionOf(parseRegister(register));
      const thing = thingOfRegister(register);
      if (opinion?.institution === this.#living && !things.has(thing)) things.set(thing, new Set());
      things.get(thing)?.add(register);
    }
    return new Map([...things].map(([thing, registers]) => [thing, [...registers].sort(compareText)]));
  }

  /** Whether the return was made of an earlier one: what it leaves empty was emptied, not left out. */
  #isCorrectedCopy(things: ReadonlyMap<string, readonly string[]>): boolean {
    const { incoming, before } = this.#input;
    let [repeated, said] = [0, 0];
    for (const registers of things.values()) {
      const heads = registers.flatMap((register) => before.registers.get(register)?.heads ?? []);
      if (heads.length === 0 || !heads.every(this.#isOfSender)) continue;
      const isSame = registers.every((register) => {
        const value = incoming.said.get(register);
        return value === undefined || isSameValue(register, value, this.#valueIn(before, register));
      });
      if (this.#speaks(registers) && isSame) repeated += 1;
      if (this.#speaks(registers) || !isSame) said += 1;
    }
    return repeated > 0 && 2 * repeated >= said;
  }

  /** What should stand where this return wins: the answer with what goes with it, and the comment, each as far as it could be read. */
  #wanted(registers: readonly string[]): Map<string, JsonValue> {
    const { incoming, before } = this.#input;
    const answer = registers.find(isAnswer);
    const answerIsRead = answer === undefined || incoming.said.has(answer);
    const keepsAnswer =
      answer !== undefined &&
      answerIsRead &&
      isSameValue(answer, incoming.said.get(answer) ?? null, this.#valueIn(before, answer));
    return new Map(
      registers.map((register) => {
        const said = incoming.said.get(register);
        const here = this.#valueIn(before, register);
        if (isComment(register))
          return [register, said === undefined || (!answerIsRead && said === null) ? here : said];
        if (!answerIsRead) return [register, here];
        if (said !== undefined) return [register, said];
        // Ticks of another answer would say what nobody sent.
        return [register, answer === undefined || keepsAnswer || register === answer ? here : null];
      }),
    );
  }

  #who(others: readonly FullEntry[]): 'this' | 'other' | 'nobody' {
    if (others.length === 0) return 'this';
    if (!others.every(this.#isOfReturn)) return 'nobody';
    const { time } = this.#latest(others);
    return this.#time > time ? 'this' : this.#time < time ? 'other' : 'nobody';
  }

  /** Entries for what should stand, where it does not yet. */
  #write(wanted: ReadonlyMap<string, JsonValue>): FullEntry[] {
    const { after, nextId, nowMs } = this.#input;
    return [...wanted].flatMap(([register, value]) => {
      const known = after.registers.get(register);
      if ((known === undefined || known.entry === null) && value === null) return [];
      if (known !== undefined && !known.conflict && isSameValue(register, known.value, value)) return [];
      return makeEntries({ nowMs, actor: this.#actor, register, value }, nextId, after);
    });
  }

  #facts(thing: string, registers: readonly string[]) {
    const { incoming, before, after } = this.#input;
    const heads = registers.flatMap((one) => before.registers.get(one)?.heads ?? []);
    const answer = registers.find(isAnswer);
    return {
      /** An earlier return said something of it that still stands. */
      isSaidBefore: heads.some(({ value }) => value !== null) && heads.every(this.#isOfReturn),
      isOfSender: heads.every(this.#isOfSender),
      isSpoken: this.#speaks(registers),
      isRead: answer === undefined ? registers.some((one) => incoming.said.has(one)) : incoming.said.has(answer),
      differs: registers.some((one) => {
        const said = incoming.said.get(one);
        return said !== undefined && !isSameValue(one, said, this.#valueIn(before, one));
      }),
      isTaken: registers.some((one) => after.registers.get(one)?.conflict === true),
      note: {
        thing,
        register: answer ?? registers[0] ?? '',
        other: this.#latest(heads.filter(this.#isOfReturn)).record,
      },
    };
  }

  readonly #speaks = (registers: readonly string[]) =>
    registers.some((register) => {
      const { incoming, after } = this.#input;
      if (incoming.changed !== null) return incoming.changed.has(register);
      return (after.registers.get(register)?.heads ?? []).some(({ id }) => this.#freshIds.has(id));
    });

  settle(): SettledReturn {
    const { before, incoming, fresh } = this.#input;
    const lists: Record<'replaced' | 'standing' | 'outdated' | 'open', ReturnedThing[]> = {
      replaced: [],
      standing: [],
      outdated: [],
      open: [],
    };
    // The very same file again, or nothing new and no time that would make it later than what is here.
    if (fresh.length === 0 && (this.#known.has(incoming.hash) || this.record.saved === undefined)) {
      return { entries: [], ...lists };
    }
    const things = this.#things();
    const isCopy = this.#isCorrectedCopy(things);
    const [written, repeated]: [FullEntry[], FullEntry[]] = [[], []];
    for (const [thing, registers] of things) {
      const { isSaidBefore, isOfSender, isSpoken, isRead, differs, isTaken, note } = this.#facts(thing, registers);
      if (!isSpoken && !(isCopy && isOfSender && isRead && differs)) {
        if (isSaidBefore && isOfSender && (differs || !isRead)) lists.standing.push(note);
        continue;
      }
      const others = isSpoken
        ? this.#others(registers)
        : registers.flatMap((one) => before.registers.get(one)?.heads ?? []);
      const wins = this.#who(others);
      if (wins === 'nobody') {
        if (isTaken) lists.open.push(note);
      } else if (wins === 'other') {
        if (differs) lists.outdated.push(note);
        repeated.push(...this.#write(new Map(registers.map((one) => [one, this.#valueIn(before, one)]))));
      } else {
        if (isSaidBefore && !isRead) lists.standing.push(note);
        else if (isSaidBefore && differs) lists.replaced.push(note);
        if (others.length > 0) written.push(...this.#write(this.#wanted(registers)));
      }
    }
    if (fresh.length + written.length === 0) return { entries: [], ...lists };
    return { entries: [...written, ...repeated, ...this.#makeRecord(written, repeated)], ...lists };
  }

  #makeRecord(written: readonly FullEntry[], repeated: readonly FullEntry[]): readonly FullEntry[] {
    const { after, fresh, nextId, returnId, nowMs } = this.#input;
    const now = foldMore(after, [...written, ...repeated]);
    const said = [...fresh, ...written].filter(({ id, register }) =>
      now.registers.get(register)?.heads.some((head) => head.id === id),
    );
    const value = { ...this.record, entries: said.map(({ id }) => id).sort(compareText) };
    const register = buildRegister({ kind: 'return', return: returnId });
    return makeEntries({ nowMs, actor: 'facilitator', register, value }, nextId, after);
  }
}

/**
 * What a return does to what an earlier return of the same institution said. The later one replaces what the earlier said
 * of a thing, all of it together, unless somebody else wrote there since or no time tells. What could not be read, or is
 * missing, leaves the earlier standing; what was left as it was given out says nothing, unless the return is a corrected
 * copy of the earlier one. docs/file-formats.md section 4.
 */
export function settleReturn(input: SettleInput): SettledReturn {
  return new Settling(input).settle();
}
