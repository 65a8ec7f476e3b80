import { getContext, setContext } from 'svelte';
import type { Localiser } from './localiser.ts';

/** The language the interface speaks now; components read `t` and re-render when it changes, data does not. */
export class InterfaceLanguage {
  #localiser: Localiser = $state.raw() as Localiser;

  constructor(localiser: Localiser) {
    this.#localiser = localiser;
  }

  get localiser(): Localiser {
    return this.#localiser;
  }

  get code(): string {
    return this.#localiser.language.code;
  }

  get t(): Localiser['t'] {
    return this.#localiser.t;
  }

  change(localiser: Localiser): void {
    this.#localiser = localiser;
  }
}

const KEY = Symbol('interface language');

/** Gives the interface language to every component below. */
export function provideInterfaceLanguage(language: InterfaceLanguage): InterfaceLanguage {
  return setContext(KEY, language);
}

/** The interface language given above; throws where none was. */
export function useInterfaceLanguage(): InterfaceLanguage {
  const language = getContext<InterfaceLanguage | undefined>(KEY);
  if (language === undefined) throw new Error('no interface language was provided above this component');
  return language;
}
