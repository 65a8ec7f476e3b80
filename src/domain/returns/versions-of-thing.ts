import { levelFromRequirements } from '../assessment/requirements.ts';
import type { Framework } from '../framework/framework.ts';
import type { Entry, FullEntry, JsonValue } from '../journal/entry-schema.ts';
import type { JournalState } from '../registers/fold.ts';
import { compareText } from '../journal/journal.ts';
import { textOfValue } from '../journal/same-value.ts';
import { parseRegister } from '../registers/register-address.ts';
import type { ReturnRecord } from '../registers/return.ts';
import { KnownReturns } from './known-returns.ts';
import { isAnswer, opinionOf, thingOfRegister } from '../registers/thing-of-register.ts';

/** One version of a thing, whole. */
export interface ThingVersion {
  /** Who wrote it, as in the entry. */
  readonly actor: string;
  /** The return that it came with; null where none is known. */
  readonly received: ReturnRecord | null;
  /** When it was written (ISO instant); null where a form says nothing of that. */
  readonly at: string | null;
  /** By register what it says; null for nothing. */
  readonly values: ReadonlyMap<string, JsonValue>;
}

export interface ConflictingThing {
  readonly thing: string;
  /** The register that it is named after. */
  readonly register: string;
  readonly versions: readonly ThingVersion[];
}

/** Which tab wrote an entry: the random part of its id. */
const tabOf = (id: string): string => id.slice(id.lastIndexOf('-') + 1);

/** What wrote more than one entry: what a form says has another random part in each. */
function tabsIn(entries: readonly Entry[]): ReadonlySet<string> {
  const [seen, tabs] = [new Set<string>(), new Set<string>()];
  for (const { id } of entries) {
    const tab = tabOf(id);
    (seen.has(tab) ? tabs : seen).add(tab);
  }
  return tabs;
}

/** Heads of a register that say different things, each once, by who said it first; newest first. */
function different(register: string, heads: readonly FullEntry[]): FullEntry[] {
  return heads.filter(
    ({ value }, index) =>
      !heads.slice(index + 1).some((other) => textOfValue(register, other.value) === textOfValue(register, value)),
  );
}

class Versions {
  readonly #state: JournalState;
  readonly #framework: Framework;
  readonly #returns: KnownReturns;
  readonly #tabs: ReadonlySet<string>;

  constructor(state: JournalState, framework: Framework) {
    this.#state = state;
    this.#framework = framework;
    this.#returns = new KnownReturns(state);
    this.#tabs = tabsIn([...state.registers.values()].flatMap(({ history }) => history));
  }

  /**
   * The head of a register that goes with an entry of another: of its return, of its hand, or that agrees with its level.
   * `mains` are the entries of every version: what goes with another of them is no part of this one.
   */
  #partner(register: string, main: FullEntry, mains: readonly FullEntry[]): FullEntry | null {
    const heads = this.#headsOf(register);
    if (different(register, heads).length < 2) return heads[0] ?? null;
    const record = this.#returns.of(main);
    const byReturn = record === null ? undefined : heads.find((head) => this.#returns.of(head) === record);
    // What another return said is no part of this one.
    const free = heads.filter((head) => record === null || this.#returns.of(head) === null);
    const ofHand = (one: FullEntry) => free.find(({ id }) => tabOf(id) === tabOf(one.id));
    const own = record === null ? ofHand(main) : undefined;
    const taken = new Set(
      mains.map((one) => (one === main || this.#returns.of(one) !== null ? undefined : ofHand(one))),
    );
    const left = free.filter((head) => !taken.has(head));
    return (
      byReturn ??
      own ??
      free.find((head) => this.#agrees(head, main)) ??
      left.find(({ actor }) => actor === main.actor) ??
      null
    );
  }

  #headsOf(register: string): readonly FullEntry[] {
    return this.#state.registers.get(register)?.heads ?? [];
  }

  /** Whether everything that differs in a register is said by one of the entries. */
  #areAllAmong(register: string, shown: readonly (FullEntry | null)[]): boolean {
    const said = new Set(shown.flatMap((one) => (one === null ? [] : textOfValue(register, one.value))));
    return different(register, this.#headsOf(register)).every(({ value }) => said.has(textOfValue(register, value)));
  }

  #agrees({ register, value: ticks }: FullEntry, { value: answer }: FullEntry): boolean {
    const opinion = opinionOf(parseRegister(register));
    const indicator = opinion === null ? undefined : this.#framework.indicatorById.get(opinion.indicator);
    if (indicator === undefined || !Array.isArray(ticks)) return false;
    if (answer === null || typeof answer !== 'object' || Array.isArray(answer)) return false;
    const held = new Set(ticks.filter((one): one is string => typeof one === 'string'));
    return levelFromRequirements(this.#framework, indicator, held).level === answer['level'];
  }

  /**
   * Whether an entry has the time when it was written: a form that is filled in elsewhere gives each of its own the time
   * when it was made, and what no tab wrote.
   */
  #isTimed({ id, at, actor }: FullEntry): boolean {
    return !id.startsWith(`${at}-0000-`) || actor === 'facilitator' || this.#tabs.has(tabOf(id));
  }

  /** Registers whose words would stand in no version are a choice of their own: nothing is settled that was not seen. */
  of(thing: string, registers: readonly string[]): ConflictingThing[] {
    const answer = registers.find(isAnswer);
    const conflicting = registers.filter((one) => this.#state.registers.get(one)?.conflict === true);
    const register = (answer !== undefined && conflicting.includes(answer) ? answer : conflicting[0]) ?? '';
    const mains = different(register, this.#headsOf(register));
    const partners = registers.map((one) => ({
      register: one,
      entries: mains.map((main) => (one === register ? main : this.#partner(one, main, mains))),
    }));
    const apart = partners.filter((one) => !this.#areAllAmong(one.register, one.entries)).map((one) => one.register);
    const whole = partners.filter((one) => !apart.includes(one.register));
    const versions = mains.map((main, index): ThingVersion => {
      const received = this.#returns.of(main);
      return {
        actor: main.actor,
        received,
        at: received === null && this.#isTimed(main) ? main.at : null,
        values: new Map(whole.map((one) => [one.register, one.entries[index]?.value ?? null])),
      };
    });
    return [{ thing, register, versions }, ...apart.flatMap((one) => this.of(one, [one]))];
  }
}

/**
 * What differs and nobody has settled, one thing at a time, every version whole: of an indicator answer, ticks,
 * confidence and comment together. `registers` are those in conflict; in the order of their addresses.
 */
export function conflictingThings(
  state: JournalState,
  framework: Framework,
  registers: readonly string[],
): readonly ConflictingThing[] {
  if (registers.length === 0) return [];
  const wanted = new Map(registers.map((one) => [thingOfRegister(one), new Set([one])]));
  for (const one of state.registers.keys()) wanted.get(thingOfRegister(one))?.add(one);
  const versions = new Versions(state, framework);
  return [...wanted].flatMap(([thing, all]) => versions.of(thing, [...all].sort(compareText)));
}
