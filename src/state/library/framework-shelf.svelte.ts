import type { FrameworkSource } from '../../content/framework-source.ts';
import { loadFramework } from '../../content/load-framework.ts';
import type { Framework } from '../../domain/framework/framework.ts';
import { referenceOf } from '../../domain/framework/framework.ts';
import { parseSingleFileFramework } from '../../domain/framework/parse-framework.ts';
import { singleFileForm } from '../../domain/framework/single-file-form.ts';
import type { LibraryStore } from './library-store.ts';

/** A framework that a new assessment can start on. */
export interface FrameworkOffer {
  readonly framework: Framework;
  readonly imported: boolean;
}

/** The order in which built-in frameworks are offered: the main instrument first. */
export const MAIN_FRAMEWORK = 'migration-governance';

/** The frameworks on offer: built in, and imported from files. */
export class FrameworkShelf {
  readonly #source: FrameworkSource;
  readonly #store: LibraryStore;
  #offers: readonly FrameworkOffer[] = $state.raw([]);

  constructor(source: FrameworkSource, store: LibraryStore) {
    this.#source = source;
    this.#store = store;
  }

  get offers(): readonly FrameworkOffer[] {
    return this.#offers;
  }

  /** Loads every framework, when somebody is about to choose one; the first screen does without. */
  async load(): Promise<readonly FrameworkOffer[]> {
    if (this.#offers.length === 0) await this.#read();
    return this.#offers;
  }

  /** The same, read anew: also those that came with assessments since. */
  async loadAfresh(): Promise<readonly FrameworkOffer[]> {
    await this.#read();
    return this.#offers;
  }

  async find(id: string): Promise<Framework | null> {
    const offers = await this.load();
    return offers.find(({ framework }) => framework.id === id)?.framework ?? null;
  }

  async add(framework: Framework): Promise<void> {
    await this.#store.putFramework(referenceOf(framework), singleFileForm(framework));
    await this.#read();
  }

  forget(): void {
    this.#offers = [];
  }

  async #read(): Promise<void> {
    const builtIn = await Promise.all(this.#source.ids.map((id) => loadFramework(this.#source, id)));
    const imported = (await this.#store.listFrameworks()).map((value) => parseSingleFileFramework(value));
    const offers = [
      ...builtIn.flatMap((result) => (result.ok ? [{ framework: result.value, imported: false }] : [])),
      ...imported.flatMap((result) => (result.ok ? [{ framework: result.value, imported: true }] : [])),
    ];
    const hashes = offers.map(({ framework }) => framework.hash);
    this.#offers = offers
      .filter(({ framework }, index) => hashes.indexOf(framework.hash) === index)
      .sort((a, b) => Number(b.framework.id === MAIN_FRAMEWORK) - Number(a.framework.id === MAIN_FRAMEWORK));
  }
}
