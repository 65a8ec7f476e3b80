import type { InterfaceLanguage } from '../i18n/interface-language.svelte.ts';
import type { Language } from '../i18n/languages.ts';
import { findLanguage } from '../i18n/languages.ts';
import { createLocaliser } from '../i18n/localiser.ts';
import type { Catalogue } from '../i18n/message-key.ts';
import type { PreferenceStorage } from '../storage/preference-storage.ts';

/** What a person chose for this browser. Changing the language touches no data. */
export class Preferences {
  readonly #language: InterfaceLanguage;
  readonly #storage: PreferenceStorage;
  readonly #loadCatalogue: (code: string) => Promise<Catalogue>;
  readonly #onlanguage: (language: Language) => void;

  constructor(
    language: InterfaceLanguage,
    storage: PreferenceStorage,
    loadCatalogue: (code: string) => Promise<Catalogue>,
    onlanguage: (language: Language) => void,
  ) {
    this.#language = language;
    this.#storage = storage;
    this.#loadCatalogue = loadCatalogue;
    this.#onlanguage = onlanguage;
  }

  /** Forgets what was chosen; the language spoken now stays until the page is closed. */
  erase(): void {
    this.#storage.erase();
  }

  /** Loads the words of a language, then speaks it; an unknown code changes nothing. */
  async changeLanguage(code: string): Promise<void> {
    const language = findLanguage(code);
    if (language === undefined) return;
    const catalogue = await this.#loadCatalogue(code);
    this.#language.change(createLocaliser(language, catalogue));
    this.#storage.write({ ...this.#storage.read(), language: code });
    this.#onlanguage(language);
  }
}
