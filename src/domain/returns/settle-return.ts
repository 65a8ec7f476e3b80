import { millisecondsOfEntryId, MAXIMUM_CLOCK_LEAD_MS } from '../journal/clock.ts';
import type { Actor, Entry, FullEntry, JsonValue } from '../journal/entry-schema.ts';
import { isFull } from '../journal/entry-schema.ts';
import type { JournalState } from '../registers/fold.ts';
import { fold, foldOver } from '../registers/fold.ts';
import { livingActor, livingId } from '../registers/living-institution.ts';
import { livingAddress } from '../registers/joins.ts';
import { compareText } from '../journal/journal.ts';
import { makeEntries } from '../registers/make-entry.ts';
import { isSameValue } from '../journal/same-value.ts';
import { buildRegister, parseRegister } from '../registers/register-address.ts';
import type { ReturnRecord } from '../registers/return.ts';
import type { IncomingReturn, ReturnedThing, SettledReturn } from './incoming-return.ts';
import type { KnownReturns } from './known-returns.ts';
import { timeOfReturn } from './known-returns.ts';
import { readAsLiving } from './read-as-living.ts';
import type { ReturnInPlace } from './thing-in-return.ts';
import { ThingInReturn } from './thing-in-return.ts';
import { isComment, opinionOf, thingOfRegister } from '../registers/thing-of-register.ts';

export interface SettleInput {
  readonly incoming: IncomingReturn;
  /** What was here, and with what the return brings. */
  readonly before: JournalState;
  readonly after: JournalState;
  /** The returns in what was here. */
  readonly known: KnownReturns;
  /** Entries of the return that were not here. */
  readonly fresh: readonly Entry[];
  /** UTC milliseconds: when it is received. */
  readonly nowMs: number;
  readonly nextId: () => string;
  /** Of the record of this return: nobody else's. */
  readonly returnId: string;
}

/** A time that can have been: not before the assessment, nor in a day that has not come. */
function plausible(saved: string | null, oldest: string | null, nowMs: number): string | null {
  const at = saved === null ? Number.NaN : Date.parse(saved);
  if (Number.isNaN(at) || at > nowMs + MAXIMUM_CLOCK_LEAD_MS) return null;
  return oldest !== null && at < millisecondsOfEntryId(oldest) ? null : new Date(at).toISOString();
}

/** Whether the return was made of an earlier one: what it leaves empty was emptied, not left out. */
function isCorrectedCopy({ form }: IncomingReturn, things: readonly ThingInReturn[]): boolean {
  if (form !== 'workbook') return false;
  const own = things.filter(({ heads, isOfSender }) => heads.length > 0 && isOfSender);
  const repeated = own.filter(({ isSpoken, differs }) => isSpoken && !differs).length;
  const said = own.filter(({ isSpoken, differs }) => isSpoken || differs).length;
  return repeated > 0 && 2 * repeated >= said;
}

/** Entries that say in a register what a thing says there. */
function saying(things: readonly ThingInReturn[], entriesIn: (register: string) => readonly FullEntry[]): FullEntry[] {
  return things.flatMap((thing) =>
    thing.registers.flatMap((register) => {
      const said = thing.said(register);
      return said === undefined ? [] : entriesIn(register).filter(({ value }) => isSameValue(register, value, said));
    }),
  );
}

class Settling {
  readonly #input: SettleInput;
  readonly #place: ReturnInPlace;
  readonly #record: Omit<ReturnRecord, 'entries'>;
  readonly #time: string;
  /** Who sent it, and which institution that is now. */
  readonly #actor: Actor;
  readonly #living: string;

  constructor(input: SettleInput) {
    const { before, after, known, fresh, nowMs } = input;
    const incoming = readAsLiving(input.incoming, after.joins);
    const { institution, form, hash } = incoming;
    const saved = plausible(incoming.saved, known.oldest, nowMs);
    this.#input = { ...input, incoming };
    this.#living = livingId(after.joins, institution);
    this.#record = {
      institution,
      form,
      received: new Date(nowMs).toISOString(),
      ...(saved === null ? {} : { saved }),
      ...(hash === null ? {} : { hash }),
    };
    this.#time = timeOfReturn(known.sameAs(this.#record) ?? this.#record);
    this.#actor = `institution:${institution}`;
    const freshIds = new Set(fresh.map(({ id }) => id));
    this.#place = { incoming, before, after, freshIds, isOwn: this.#isOwn, isOfSender: this.#isOfSender };
  }

  /** Who sent what an entry says, as `institution:<id>`; whoever wrote it where no return is known. */
  #senderOf(entry: FullEntry): string {
    const record = this.#input.known.of(entry);
    return (record === null ? entry.actor : `institution:${record.institution}`).replace(/^observer:/, 'institution:');
  }

  readonly #isOwn = (entry: FullEntry): boolean =>
    livingActor(this.#input.after.joins, this.#senderOf(entry)) === `institution:${this.#living}`;

  /** Of the same institution as it was when it was sent: a form says nothing of what another was asked. */
  readonly #isOfSender = (entry: FullEntry): boolean => this.#senderOf(entry) === this.#actor;

  /** The newest return among those who said what is here; what came before returns were noted counts from its entries. */
  #latest(others: readonly FullEntry[]): { readonly time: string; readonly record: ReturnRecord | null } {
    const times = others.map((entry) => {
      const record = this.#input.known.of(entry);
      return { time: record === null ? entry.at : timeOfReturn(record), record, isNothing: entry.value === null };
    });
    // What was emptied when a return was settled has the time of nobody.
    const isTold = times.some(({ record }) => record !== null);
    const counting = times.filter(({ record, isNothing }) => !isTold || record !== null || !isNothing);
    return counting.reduce<{ time: string; record: ReturnRecord | null }>(
      (latest, one) => (one.time > latest.time ? one : latest),
      { time: '', record: null },
    );
  }

  /** By thing its registers: those of the return, and those that stand here beside them in the same round of opinions. */
  #things(): ThingInReturn[] {
    const { incoming, after, known, fresh } = this.#input;
    const said = [...incoming.said.keys(), ...fresh.map(({ register }) => livingAddress(after.joins, register))];
    const voteOf = (register: string) => opinionOf(parseRegister(register))?.vote;
    const votes = new Set(said.map(voteOf));
    const beside = [...known.opinionsOf(this.#living)].filter((register) => votes.has(voteOf(register)));
    const things = new Map<string, Set<string>>();
    for (const register of [...said, ...beside]) {
      const thing = thingOfRegister(register);
      things.set(thing, (things.get(thing) ?? new Set()).add(register));
    }
    return [...things].map(
      ([thing, registers]) => new ThingInReturn(this.#place, thing, [...registers].sort(compareText)),
    );
  }

  #who(thing: ThingInReturn): 'this' | 'other' | 'nobody' {
    const { others } = thing;
    if (others.length === 0) return 'this';
    if (!others.every(this.#isOwn)) return 'nobody';
    const { time } = this.#latest(others);
    if (this.#time > time) return 'this';
    // What others left for a person to choose is not chosen by what is older than both.
    return this.#time === time || thing.isConflictIn('before') ? 'nobody' : 'other';
  }

  /** Whether no later file has said anything in any of these registers; codes and papers say the answer alone. */
  readonly #isLastToSay = (registers: readonly string[]): boolean => {
    const { before, known } = this.#input;
    const history = registers.flatMap((register) => before.registers.get(register)?.history ?? []);
    const told = history.filter(isFull).flatMap((entry) => known.allOf(entry));
    const files = told.filter(({ form }) => form === 'pack' || form === 'workbook');
    return files.every((record) => timeOfReturn(record) < this.#time);
  };

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

  /** An entry that replaces nothing: it stands beside what is there. */
  #beside(register: string, value: JsonValue): FullEntry[] {
    const { nextId, nowMs } = this.#input;
    return makeEntries({ nowMs, actor: this.#actor, register, value }, nextId, fold([]));
  }

  /**
   * What only a person can choose between stays two things: every register in which they differ has both, and what was here
   * stands in all of them until somebody chooses. The first are what the return says, the second what was here.
   */
  #keepApart(thing: ThingInReturn): readonly [FullEntry[], FullEntry[]] {
    const { before } = this.#input;
    const [said, kept]: [FullEntry[], FullEntry[]] = [[], []];
    for (const [register, wanted] of thing.wanted) {
      const here = before.registers.get(register)?.value ?? null;
      // A comment that only one of them has goes with whichever is chosen: no words are lost.
      const isOnlyOne = isComment(register) && (wanted === null || here === null);
      if (isOnlyOne || isSameValue(register, wanted, here)) continue;
      if (!thing.brings(register, wanted)) said.push(...this.#beside(register, wanted));
      kept.push(...this.#beside(register, here));
    }
    return [said, kept];
  }

  settle(): SettledReturn {
    const { known, incoming, fresh } = this.#input;
    const lists: Record<'replaced' | 'standing' | 'outdated' | 'open', ReturnedThing[]> = {
      replaced: [],
      standing: [],
      outdated: [],
      open: [],
    };
    // The very same return again.
    if (fresh.length === 0 && known.sameAs(this.#record) !== null) return { entries: [], ...lists };
    const things = this.#things();
    const isCopy = isCorrectedCopy(incoming, things);
    const [written, apart]: [FullEntry[], FullEntry[]] = [[], []];
    const [told, behind]: [ThingInReturn[], ThingInReturn[]] = [[], []];
    for (const thing of things) {
      const { isSaidBefore, isOfSender, isRead, differs, others } = thing;
      const other = this.#latest(thing.heads.filter(this.#isOwn)).record;
      const note = { thing: thing.thing, register: thing.register, other };
      if (!thing.isSpoken && !(isCopy && isOfSender && isRead && differs)) {
        if (isSaidBefore && isOfSender && (differs || !isRead)) lists.standing.push(note);
        continue;
      }
      const who = this.#who(thing);
      if (who === 'nobody') {
        if (!thing.isConflictIn('after')) continue;
        lists.open.push(note);
        const [said, kept] = this.#keepApart(thing);
        written.push(...said, ...kept);
        apart.push(...said);
      } else if (who === 'other') {
        if (differs) lists.outdated.push(note);
        behind.push(thing);
        written.push(...this.#write(thing.behind(this.#isLastToSay)));
      } else {
        if (isSaidBefore && !isRead) lists.standing.push(note);
        else if (isSaidBefore && differs) lists.replaced.push(note);
        if (others.length > 0) written.push(...this.#write(thing.wanted));
        told.push(thing);
      }
    }
    return { entries: [...written, ...this.#makeRecord(written, apart, told, behind)], ...lists };
  }

  /** The return itself, with the entries that say what it said: its own, and those that said the same before. */
  #makeRecord(
    written: readonly FullEntry[],
    apart: readonly FullEntry[],
    told: readonly ThingInReturn[],
    behind: readonly ThingInReturn[],
  ): readonly FullEntry[] {
    const { after, fresh, known, nextId, returnId, nowMs } = this.#input;
    const now = foldOver(after, written).registers;
    const same = [
      ...saying(told, (register) => now.get(register)?.heads ?? []),
      // Where another stands, what came before said it, and stands no longer.
      ...saying(behind, (register) =>
        (now.get(register)?.history ?? []).filter(isFull).filter((one) => known.allOf(one).length > 0),
      ),
    ].filter(this.#isOwn);
    // Also where another stands: what it said, and when, decides with those that come after.
    const entries = [...new Set([...fresh.filter(isFull), ...apart, ...same].map(({ id }) => id))].sort(compareText);
    if (fresh.length + written.length + entries.length === 0) return [];
    const register = buildRegister({ kind: 'return', return: returnId });
    return makeEntries({ nowMs, actor: 'facilitator', register, value: { ...this.#record, entries } }, nextId, after);
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
