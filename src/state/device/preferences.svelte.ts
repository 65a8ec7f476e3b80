import { untrack } from 'svelte';
import type { InterfaceLanguage } from '../../i18n/interface-language.svelte.ts';
import type { Language } from '../../i18n/languages.ts';
import { findLanguage, withDates } from '../../i18n/languages.ts';
import { createLocaliser } from '../../i18n/localiser.ts';
import type { Catalogue } from '../../i18n/message-key.ts';
import type { Extent } from '../../i18n/message-parts.ts';
import { EXTENTS } from '../../i18n/message-parts.ts';
import type { PreferenceStorage, StoredPreferences } from '../../storage/preference-storage.ts';

/** What a person chose for this browser. Changing the language touches no data. */
export class Preferences {
  readonly #language: InterfaceLanguage;
  readonly #storage: PreferenceStorage;
  readonly #loadCatalogue: (code: string, extent: Extent) => Promise<Catalogue>;
  readonly #onlanguage: (language: Language) => void;

  /** As far as the words of the language are here. */
  #spoken: Extent = 'first';
  /** What was asked for in this language, the first page aside. */
  readonly #words = new Map<Extent, Promise<void>>();
  #chosen: StoredPreferences = $state.raw({});

  constructor(
    language: InterfaceLanguage,
    storage: PreferenceStorage,
    loadCatalogue: (code: string, extent: Extent) => Promise<Catalogue>,
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

  /** Loads the words that the first page does without: every page and message behind it waits for its own. */
  loadWords(extent: Extent = 'whole'): Promise<void> {
    if (includes(this.#spoken, extent)) return Promise.resolve();
    const known = this.#words.get(extent);
    if (known !== undefined) return known;
    // Whoever waits for words does not wait again, and reads no file again, because they have come.
    const { language } = untrack(() => this.#language.localiser);
    const loading = this.#speak(language, extent).catch((error: unknown) => {
      // A network that fails once is asked again at the next page.
      this.#words.delete(extent);
      throw error;
    });
    this.#words.set(extent, loading);
    return loading;
  }

  /** Loads the words of a language as far as they are wanted, then speaks it; an unknown code changes nothing. */
  async changeLanguage(code: string): Promise<void> {
    const language = findLanguage(code);
    if (language === undefined) return;
    const extent = [this.#spoken, ...this.#words.keys()].reduce((most, one) => (includes(most, one) ? most : one));
    const catalogue = await this.#loadCatalogue(code, extent);
    this.#words.clear();
    this.#spoken = extent;
    this.#language.change(createLocaliser(withDates(language, this.#chosen.dates), catalogue));
    this.choose({ language: code });
    this.#onlanguage(language);
  }

  async #speak(language: Language, extent: Extent): Promise<void> {
    const catalogue = await this.#loadCatalogue(language.code, extent);
    // Another language was chosen meanwhile: its words are wanted.
    if (language.code !== this.#language.code) return this.loadWords(extent);
    if (includes(this.#spoken, extent)) return;
    this.#spoken = extent;
    this.#language.change(createLocaliser(withDates(language, this.#chosen.dates), catalogue));
  }
}

/** Whether words of one extent are among those of another. */
function includes(more: Extent, extent: Extent): boolean {
  return EXTENTS.indexOf(extent) <= EXTENTS.indexOf(more);
}
