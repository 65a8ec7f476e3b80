import { cardOf, cardWordsOf } from '../../content/framework-card.ts';
import type { FrameworkCard, FrameworkCardWords, FrameworkSource } from '../../content/framework-source.ts';
import type { Framework } from '../../domain/framework/framework.ts';
import { referenceOf, textsIn } from '../../domain/framework/framework.ts';
import { singleFileForm } from '../../domain/framework/single-file-form.ts';
import type { LibraryInput } from './library-input.ts';
import type { LibraryStore } from './library-store.ts';

/** A framework that is here as a whole. */
export interface FrameworkOffer {
  readonly framework: Framework;
  readonly imported: boolean;
}

/** A framework that a new assessment can start on: what is said of it, and how it is loaded once it is chosen. */
export interface FrameworkChoice {
  readonly card: FrameworkCard;
  readonly imported: boolean;
  /** In a language, or in its source language. */
  words(language: string): Promise<FrameworkCardWords>;
  /** With its first texts in a language at least. */
  open(language: string): Promise<Framework>;
}

/** The order in which built-in frameworks are offered: the main instrument first. */
export const MAIN_FRAMEWORK = 'migration-governance';

/** The first of each hash, the wanted one (by its hash) in front, or the main instrument. */
function inOrder<Item>(
  items: readonly Item[],
  referenceTo: (item: Item) => { id: string; hash: string },
  wanted: string | null = null,
): Item[] {
  const hashes = items.map((item) => referenceTo(item).hash);
  const isMain = (item: Item) =>
    Number(referenceTo(item).hash === wanted) * 2 + Number(referenceTo(item).id === MAIN_FRAMEWORK);
  return items
    .filter((item, index) => hashes.indexOf(referenceTo(item).hash) === index)
    .sort((a, b) => isMain(b) - isMain(a));
}

/** The frameworks on offer: built in, and imported from files. */
export class FrameworkShelf {
  /** For those that work on frameworks and come later: `DraftShelf`. */
  readonly input: LibraryInput;
  readonly #source: FrameworkSource;
  readonly #store: LibraryStore;
  /** Hash of the one that a new assessment is meant to start on; null where nobody chose one. */
  wanted: string | null = null;
  #offers: Promise<readonly FrameworkOffer[]> | null = null;

  constructor(input: LibraryInput) {
    this.input = input;
    this.#source = input.source;
    this.#store = input.store;
  }

  /** What a new assessment can start on. Built-in frameworks are not loaded for it. */
  async choices(): Promise<readonly FrameworkChoice[]> {
    const builtIn = this.#source.cards.map((card) => ({
      card,
      imported: false,
      // Where they cannot be had, the title is known all the same.
      words: (language: string) =>
        this.#source.loadCardWords(card.id, language).catch((): FrameworkCardWords => ({
          title: card.titles[language] ?? card.titles[card.sourceLanguage] ?? card.id,
        })),
      open: (language: string) => this.#source.loadStart(card.id, language),
    }));
    const imported = (await this.#readImported()).map((framework) => ({
      card: cardOf(framework),
      imported: true,
      words: (language: string) => Promise.resolve(cardWordsOf(textsIn(framework, language))),
      open: () => Promise.resolve(framework),
    }));
    return inOrder<FrameworkChoice>([...builtIn, ...imported], ({ card }) => card, this.wanted);
  }

  /** Every framework as a whole, read once. */
  load(): Promise<readonly FrameworkOffer[]> {
    return this.#offers ?? this.loadAfresh();
  }

  /** The same, read anew: also those that came with assessments since. */
  loadAfresh(): Promise<readonly FrameworkOffer[]> {
    const reading = this.#read();
    this.#offers = reading;
    // Whoever asked hears of it; the next one tries anew.
    reading.catch(() => (this.#offers = null));
    return reading;
  }

  /** Fetches what choosing takes, and the first answer on the main instrument, before somebody chooses. */
  async fetchFirst(language: string): Promise<void> {
    const { cards } = this.#source;
    const words = cards.map(({ id }) => this.#source.loadCardWords(id, language));
    const main = cards.find(({ id }) => id === MAIN_FRAMEWORK);
    await Promise.all([...words, main && this.#source.loadStart(main.id, language)]);
  }

  /** The built-in one of a hash, where this build has it. */
  cardOf(hash: string): FrameworkCard | null {
    return this.#source.cards.find((card) => card.hash === hash) ?? null;
  }

  /** A built-in one as a whole; null where there is none. */
  async find(id: string): Promise<Framework | null> {
    return this.#source.cards.some((card) => card.id === id) ? this.#source.loadFramework(id) : null;
  }

  async add(framework: Framework): Promise<void> {
    await this.#store.putFramework(referenceOf(framework), singleFileForm(framework));
    this.#offers = null;
  }

  forget(): void {
    this.#offers = null;
  }

  async #read(): Promise<readonly FrameworkOffer[]> {
    const builtIn = await Promise.all(this.#source.cards.map(({ id }) => this.#source.loadFramework(id)));
    const offers = [
      ...builtIn.map((framework) => ({ framework, imported: false })),
      ...(await this.#readImported()).map((framework) => ({ framework, imported: true })),
    ];
    return inOrder(offers, ({ framework }) => framework);
  }

  async #readImported(): Promise<Framework[]> {
    const stored = await this.#store.listFrameworks();
    if (stored.length === 0) return [];
    const { parseSingleFileFramework } = await import('../../domain/framework/parse-framework.ts');
    return stored.flatMap((value) => {
      const parsed = parseSingleFileFramework(value);
      return parsed.ok ? [parsed.value] : [];
    });
  }
}
