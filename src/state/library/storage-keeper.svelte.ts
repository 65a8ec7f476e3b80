import type { PreferenceStorage } from '../../storage/preference-storage.ts';
import type { LibraryStore, StorageHealth } from './library-store.ts';

/** Whether this browser promises to keep what is saved: asked once, at the first save, and shown ever after. */
export class StorageKeeper {
  readonly #store: LibraryStore;
  readonly #preferences: PreferenceStorage;
  #health: StorageHealth | null = $state.raw(null);

  constructor(store: LibraryStore, preferences: PreferenceStorage) {
    this.#store = store;
    this.#preferences = preferences;
  }

  /** What the browser said last; null until it was asked. */
  get health(): StorageHealth | null {
    return this.#health;
  }

  async refresh(): Promise<void> {
    this.#health = await this.#store.readHealth();
  }

  /** Asks the browser to keep what is stored, because a person wants that. */
  async ask(): Promise<void> {
    await this.#store.askToPersist();
    await this.refresh();
  }

  /** After the first assessment of this browser: a browser that refuses is not asked again unless a person wants it. */
  async askOnce(): Promise<void> {
    const known = this.#preferences.read();
    if (known.askedToPersist === true) return;
    this.#preferences.write({ ...known, askedToPersist: true });
    await this.ask();
  }
}
