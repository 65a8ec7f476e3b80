import type { FullEntry, JsonValue } from '../journal/entry-schema.ts';
import type { JournalState } from '../registers/fold.ts';
import { isSameValue } from '../journal/same-value.ts';
import type { IncomingReturn } from './incoming-return.ts';
import { isAnswer, isComment } from '../registers/thing-of-register.ts';

/** A return beside what is here. */
export interface ReturnInPlace {
  readonly incoming: IncomingReturn;
  /** What was here, and with what the return brings. */
  readonly before: JournalState;
  readonly after: JournalState;
  /** Ids of the entries of the return that were not here. */
  readonly freshIds: ReadonlySet<string>;
  /** Whether an entry is the word of the institution, by a return or by its own hand. */
  isOwn(entry: FullEntry): boolean;
  /** Whether it is so of the institution under the id that it has in the return. */
  isOfSender(entry: FullEntry): boolean;
}

/** One thing in a return: an indicator with all that is said of it, a document, the endorsement. */
export class ThingInReturn {
  readonly #place: ReturnInPlace;
  readonly thing: string;
  readonly registers: readonly string[];
  readonly #answer: string | undefined;
  /** What is here of it. */
  readonly heads: readonly FullEntry[];

  constructor(place: ReturnInPlace, thing: string, registers: readonly string[]) {
    this.#place = place;
    this.thing = thing;
    this.registers = registers;
    this.#answer = registers.find(isAnswer);
    this.heads = registers.flatMap((one) => place.before.registers.get(one)?.heads ?? []);
  }

  /** The register that it is named after. */
  get register(): string {
    return this.#answer ?? this.registers[0] ?? '';
  }

  /** What the return says in a register; undefined where it was missing, or could not be read. */
  said(register: string): JsonValue | undefined {
    const { incoming } = this.#place;
    // A document, which is no opinion, is said by its entry alone.
    return incoming.said.has(register) || this.#answer !== undefined
      ? incoming.said.get(register)
      : this.#fresh(register)?.value;
  }

  #fresh(register: string): FullEntry | undefined {
    const { after, freshIds } = this.#place;
    return after.registers.get(register)?.heads.find(({ id }) => freshIds.has(id));
  }

  /** Whether an entry of the return says so. */
  brings(register: string, value: JsonValue): boolean {
    const fresh = this.#fresh(register);
    return fresh !== undefined && isSameValue(register, fresh.value, value);
  }

  #here(register: string): JsonValue {
    return this.#place.before.registers.get(register)?.value ?? null;
  }

  /** The return says something of it, and not only what it was given out with. */
  get isSpoken(): boolean {
    const { changed } = this.#place.incoming;
    return this.registers.some((one) => changed.has(one) || this.#fresh(one) !== undefined);
  }

  get isRead(): boolean {
    const asked = this.#answer === undefined ? this.registers : [this.#answer];
    return asked.some((one) => this.said(one) !== undefined);
  }

  /** Something else is here than the return says. */
  get differs(): boolean {
    return this.registers.some((one) => {
      const said = this.said(one);
      return said !== undefined && !isSameValue(one, said, this.#here(one));
    });
  }

  /** An earlier return said something of it that still stands. */
  get isSaidBefore(): boolean {
    return this.heads.some(({ value }) => value !== null) && this.isOwn;
  }

  /** All that is here of it is the word of the institution. */
  get isOwn(): boolean {
    return this.heads.every((head) => this.#place.isOwn(head));
  }

  get isOfSender(): boolean {
    return this.heads.every((head) => this.#place.isOfSender(head));
  }

  isConflictIn(state: 'before' | 'after'): boolean {
    return this.registers.some((one) => this.#place[state].registers.get(one)?.conflict === true);
  }

  /** What was here and the return does not build on; of what is not spoken of, all that is here. */
  get others(): readonly FullEntry[] {
    if (!this.isSpoken) return this.heads;
    const { after, incoming } = this.#place;
    // By the registers as they are read: an entry may stand under the name of an institution that was joined.
    const standing = new Set(
      this.registers.flatMap((one) => after.registers.get(one)?.heads.map(({ id }) => id) ?? []),
    );
    return this.heads.filter(({ id }) => standing.has(id) && !incoming.seen.has(id));
  }

  /** Whether the return says the answer that is here; null where it says none that could be read. */
  get #keepsAnswer(): boolean | null {
    if (this.#answer === undefined) return true;
    const said = this.said(this.#answer);
    return said === undefined ? null : isSameValue(this.#answer, said, this.#here(this.#answer));
  }

  /** What should stand where the return wins: the answer with what goes with it, and the comment, each as far as it could be read. */
  get wanted(): ReadonlyMap<string, JsonValue> {
    const keepsAnswer = this.#keepsAnswer;
    return this.#each((register, said, here) => {
      if (isComment(register)) return said === undefined || (keepsAnswer === null && said === null) ? here : said;
      if (keepsAnswer === null) return here;
      if (said !== undefined) return said;
      // Ticks of another answer would say what nobody sent.
      return keepsAnswer ? here : null;
    });
  }

  /** What should stand where a later return was here before: that, and beside it what only this one says and goes with it. */
  behind(isLastToSay: (registers: readonly string[]) => boolean): ReadonlyMap<string, JsonValue> {
    const keepsAnswer = this.#keepsAnswer === true;
    return this.#each((register, said, here) => {
      if (register === this.#answer || said === undefined) return here;
      // Whoever answers in a file says with it what is ticked and remarked, if only that nothing is.
      if (!isLastToSay([register, this.#answer ?? register])) return here;
      return keepsAnswer || isComment(register) ? said : null;
    });
  }

  #each(valueOf: (register: string, said: JsonValue | undefined, here: JsonValue) => JsonValue) {
    return new Map(this.registers.map((one) => [one, valueOf(one, this.said(one), this.#here(one))]));
  }
}
