import type { AssessmentDatabase } from './assessment-database.ts';
import type { MemoryStore } from './memory-store.ts';
import { storageErrorOf } from './storage-error.ts';

export interface OpenedStore {
  readonly store: AssessmentDatabase | MemoryStore;
  /** The browser would not open the database: everything stays in the memory of the page, though nobody asked for that. */
  readonly refused: boolean;
}

/** What is kept here is there, and can be had again: never passed over for an empty memory. */
const KEPT_ALL_THE_SAME: ReadonlySet<string> = new Set(['storage.newerDatabase', 'storage.quotaExceeded']);

/**
 * The database where the browser opens it, else a store in memory; `null` asks for memory. Throws StorageError
 * `storage.newerDatabase` and `storage.quotaExceeded`; waits while another tab blocks the database.
 */
export async function openStore(database: AssessmentDatabase | null): Promise<OpenedStore> {
  try {
    await database?.open();
    if (database !== null) return { store: database, refused: false };
  } catch (error) {
    if (KEPT_ALL_THE_SAME.has(storageErrorOf(error).name)) throw error;
  }
  const { MemoryStore } = await import('./memory-store.ts');
  return { store: new MemoryStore(), refused: database !== null };
}
