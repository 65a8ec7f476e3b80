import type { InterfaceLanguage } from '../../i18n/interface-language.svelte.ts';
import type { Language } from '../../i18n/languages.ts';
import { findLanguage } from '../../i18n/languages.ts';
import { createLocaliser } from '../../i18n/localiser.ts';
import type { Catalogue } from '../../i18n/message-key.ts';
import type { PreferenceStorage, StoredPreferences } from '../../storage/preference-storage.ts';

/** What a person chose for this browser. Changing the language touches no data. */
export class Preferences {
  readonly #language: InterfaceLanguage;
  readonly #storage: PreferenceStorage;
  readonly #loadCatalogue: (code: string) => Promise<Catalogue>;
  readonly #onlanguage: (language: Language) => void;

  #words: Promise<void> | null = null;
  #chosen: StoredPreferences = $state.raw({});

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
    this.#chosen = storage.read();
  }

  /** What was chosen, here or on an earlier visit. */
  get chosen(): StoredPreferences {
    return this.#chosen;
  }

  /** What the browser has now: another tab may have added to it. */
  get stored(): StoredPreferences {
    return this.#storage.read();
  }

  /** Keeps choices; where the browser keeps nothing, for as long as the page is open. */
  choose(choices: StoredPreferences): void {
    this.#chosen = { ...this.#chosen, ...choices };
    this.#storage.write({ ...this.stored, ...choices });
  }

  /** Forgets what was chosen; the language spoken now stays until the page is closed. */
  erase(): void {
    this.#storage.erase();
    this.#chosen = {};
  }

  /** Loads the words that the first screen does without: every page and message behind it waits for them. */
  loadWords(): Promise<void> {
    this.#words ??= this.#speak(this.#language.localiser.language).catch((error: unknown) => {
      // A network that fails once is asked again at the next page.
      this.#words = null;
      throw error;
    });
    return this.#words;
  }

  /** Loads the words of a language, then speaks it; an unknown code changes nothing. */
  async changeLanguage(code: string): Promise<void> {
    const language = findLanguage(code);
    if (language === undefined) return;
    this.#words = this.#speak(language);
    await this.#words;
    this.choose({ language: code });
    this.#onlanguage(language);
  }

  async #speak(language: Language): Promise<void> {
    const catalogue = await this.#loadCatalogue(language.code);
    this.#language.change(createLocaliser(language, catalogue));
  }
}
