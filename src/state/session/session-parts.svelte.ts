import type { Crosswalk } from '../../domain/framework/crosswalk-schema.ts';
import type { Framework } from '../../domain/framework/framework.ts';
import type { RoundFields } from '../../domain/registers/round.ts';
import type { SessionInput, WhatComesLater } from './session-input.ts';

const NO_CROSSWALKS: ReadonlyMap<string, Crosswalk> = new Map();

/** What an open assessment is shown with: the first questions do with a part of it. */
export class SessionParts {
  readonly #rest: SessionInput['rest'];
  #here: Pick<SessionInput, keyof WhatComesLater> = $state.raw() as SessionInput;
  #isComplete: boolean = $state.raw(false);
  #completing: Promise<void> | null = null;

  constructor(input: SessionInput) {
    this.#here = input;
    this.#rest = input.rest;
    this.#isComplete = input.rest === undefined;
  }

  get framework(): Framework {
    return this.#here.framework;
  }

  /** The framework with the words of a country, as far as what puts them in is here. */
  shownWith(words: RoundFields['localWords']): Framework {
    return this.#here.reporting?.withWordsHere(this.#here.framework, words) ?? this.#here.framework;
  }

  get crosswalks(): ReadonlyMap<string, Crosswalk> {
    return this.#here.crosswalks ?? NO_CROSSWALKS;
  }

  /** Throws where a page that needs it did not wait for `complete`. */
  get reporting(): WhatComesLater['reporting'] {
    if (this.#here.reporting === undefined) throw new Error('the report is asked for before it is here');
    return this.#here.reporting;
  }

  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** Loads the rest, once; what fails is tried again by the next who asks. */
  complete(): Promise<void> {
    if (this.#isComplete || this.#rest === undefined) return Promise.resolve();
    this.#completing ??= this.#rest().then(
      (later) => {
        this.#here = later;
        this.#isComplete = true;
      },
      (error: unknown) => {
        this.#completing = null;
        throw error;
      },
    );
    return this.#completing;
  }
}
