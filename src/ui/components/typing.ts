import { getContext, setContext } from 'svelte';

/** A text that another tab, closed by now, left for the same field. */
export interface OtherText {
  readonly key: string;
  readonly tab: string;
  readonly text: string;
  /** UTC milliseconds. */
  readonly atMs: number;
}

/** What keeps the texts of the fields below while they are typed: durable within a second, gone when they are saved. */
export interface Typing {
  textOf(key: string): string | undefined;
  keep(key: string, text: string): void;
  /** Lets go of a text, or of all of a form (`key` and what stands below it), when what was made of it is durable. */
  forget(key: string): Promise<void>;
  /** The same after an act of a form: false where it was refused, and then everything typed stays. */
  settle(key: string): boolean;
  othersOf(key: string): readonly OtherText[];
  addOther(other: OtherText, text: string, separator: string): void;
  removeOther(other: OtherText): Promise<void>;
}

/** In the place of a key: a passphrase, a search, a word that confirms, a sign that is an entry at once. */
export const NOT_KEPT = Symbol('not kept');

const KEY = Symbol('typing');

/** Keeps what is typed in every field below. */
export function provideTyping(typing: Typing): void {
  setContext(KEY, typing);
}

/** What keeps the texts of this component's fields; throws where nothing would. */
export function useTyping(): Typing {
  const typing = getContext<Typing | undefined>(KEY);
  if (typing === undefined) throw new Error('no typing was provided above this component');
  return typing;
}
