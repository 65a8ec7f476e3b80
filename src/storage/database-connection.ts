import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { wrap } from 'idb';
import { problem } from '../domain/problem.ts';
import type { SextantSchema, STORES, Upgrade } from './database-schema.ts';
import { DATABASE_NAME, DATABASE_VERSION, migrate } from './database-schema.ts';
import { beginFreshLog } from './fresh-log.ts';
import { StorageError, storageErrorOf } from './storage-error.ts';

/** What happens to the connection that a person should know. */
export interface ConnectionListeners {
  /** An older tab holds the database and does not let go. */
  readonly onblocked?: () => void;
  /** The database is open: whatever blocked it has let go. */
  readonly onopened?: () => void;
  /** A newer version wants the database: this tab has let go and writes nothing more. */
  readonly onsuperseded?: () => void;
  /** The browser closed the database; the next call opens it again. */
  readonly onterminated?: () => void;
  /** Another tab erased everything: this one writes nothing more. */
  readonly onerased?: () => void;
}

export type StoreName = (typeof STORES)[number];
export type WriteTransaction<Name extends StoreName> = IDBPTransaction<SextantSchema, Name[], 'readwrite'>;
export type Database = IDBPDatabase<SextantSchema>;

/** The one connection of a tab: opened at first use, every error with a code, every write with strict durability. */
export class DatabaseConnection {
  readonly #factory: IDBFactory | undefined;
  readonly #listeners: ConnectionListeners;
  #opening: Promise<Database> | null = null;
  /** Once it is open: then a transaction begins in the call itself. */
  #database: Database | null = null;
  #superseded = false;
  #erased = false;
  /** Once a page: what this browser process wrote is whole. */
  #freshLog: Promise<void> | null = null;

  constructor(factory: IDBFactory | undefined, listeners: ConnectionListeners = {}) {
    this.#factory = factory;
    this.#listeners = listeners;
  }

  /** Reads; any error is a StorageError. */
  async read<Value>(work: (database: Database) => Promise<Value>): Promise<Value> {
    try {
      return await work(this.#database ?? (await this.#open()));
    } catch (error) {
      throw storageErrorOf(error);
    }
  }

  /**
   * Writes in one transaction: all of it or nothing. Resolves only when the browser says that the transaction is
   * complete, strict durability requested. Where the database is open the transaction begins before this returns.
   */
  async write<const Name extends StoreName, Value>(
    stores: readonly Name[],
    work: (transaction: WriteTransaction<Name>) => Promise<Value>,
  ): Promise<Value> {
    // What was erased stays erased: a page that was open then would only bring it back, piece by piece.
    if (this.#erased) throw new StorageError(problem('storage.erasedElsewhere', '', []));
    return this.read(async (database) => {
      const transaction = database.transaction([...stores], 'readwrite', { durability: 'strict' });
      // Its failure is reported below; without this it would also be an unhandled rejection.
      transaction.done.catch(() => undefined);
      let value: Value;
      try {
        value = await work(transaction);
        end(transaction, 'commit');
      } catch (error) {
        end(transaction, 'abort');
        // Why the browser gave up says more than that a request was given up with it.
        throw transaction.error ?? error;
      }
      await transaction.done;
      return value;
    });
  }

  /** Lets go of the database. */
  async close(): Promise<void> {
    const opening = this.#opening;
    this.#letGo();
    (await opening?.catch(() => null))?.close();
  }

  /** Removes the database from the browser; other tabs let go of it. */
  async destroy(): Promise<void> {
    await this.close();
    const factory = this.#factory;
    if (factory === undefined) return;
    await new Promise<void>((resolve) => {
      const request = factory.deleteDatabase(DATABASE_NAME);
      // Where another tab holds on, the browser deletes as soon as it lets go.
      request.onsuccess = request.onerror = request.onblocked = () => resolve();
    });
  }

  #letGo(): void {
    this.#opening = this.#database = null;
  }

  #open(): Promise<Database> {
    if (this.#superseded) throw new StorageError(problem('storage.newerDatabase', '', []));
    this.#opening ??= this.#request().catch((error: unknown) => {
      this.#opening = null;
      throw error;
    });
    return this.#opening;
  }

  async #request(): Promise<Database> {
    const factory = this.#factory;
    if (factory === undefined) throw new StorageError(problem('storage.unavailable', '', []));
    this.#freshLog ??= beginFreshLog(factory);
    await this.#freshLog;
    const request = factory.open(DATABASE_NAME, DATABASE_VERSION);
    request.onblocked = () => this.#listeners.onblocked?.();
    request.onupgradeneeded = ({ oldVersion }) => {
      const upgrade = wrap(request.transaction as IDBTransaction) as unknown as Upgrade;
      const database = wrap(request.result) as unknown as Database;
      // All of it or nothing: the request fails where the upgrade was given up, and the database stays as it was.
      upgrade.done.catch(() => undefined);
      migrate(database, upgrade, oldVersion, DATABASE_VERSION).catch(() => end(upgrade, 'abort'));
    };
    const database = (await (wrap(request) as unknown as Promise<IDBPDatabase>)) as unknown as Database;
    this.#listeners.onopened?.();
    this.#database = database;
    database.onversionchange = ({ newVersion }) => {
      this.#letGo();
      database.close();
      // Without a new version another tab erased everything.
      this.#erased = newVersion === null;
      if (this.#erased) return this.#listeners.onerased?.();
      this.#superseded = true;
      this.#listeners.onsuperseded?.();
    };
    database.onclose = () => {
      this.#letGo();
      this.#listeners.onterminated?.();
    };
    return database;
  }
}

/** `commit` waits for no answer of the last requests: one that fails gives up all of it, as `abort` does. */
function end(transaction: { commit(): void; abort(): void }, how: 'commit' | 'abort'): void {
  try {
    transaction[how]();
  } catch {
    // The browser has ended it already.
  }
}
