import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { AssessmentDatabase } from '../../../src/storage/assessment-database.ts';
import { DATABASE_NAME } from '../../../src/storage/database-schema.ts';
import { MemoryStore } from '../../../src/storage/memory-store.ts';
import { openStore } from '../../../src/storage/open-store.ts';

/** A factory whose `open` throws what a browser throws there. */
function refusing(name: string): IDBFactory {
  const factory = new IDBFactory();
  factory.open = () => {
    throw new DOMException('refused', name);
  };
  return factory;
}

describe('the store of a page', () => {
  it('is the database where the browser opens it', async () => {
    const database = new AssessmentDatabase(new IDBFactory());
    expect(await openStore(database)).toEqual({ store: database, refused: false });
  });

  it('is memory where that was asked for', async () => {
    const { store, refused } = await openStore(null);
    expect([store instanceof MemoryStore, refused]).toEqual([true, false]);
  });

  it.each([undefined, ...['SecurityError', 'InvalidStateError', 'UnknownError', 'TypeError'].map(refusing)])(
    'is memory where the browser keeps nothing, and says so',
    async (factory) => {
      const { store, refused } = await openStore(new AssessmentDatabase(factory));
      expect([store instanceof MemoryStore, refused]).toEqual([true, true]);
    },
  );

  it('is nothing where a newer version keeps its assessments, or where there is no room to open them', async () => {
    const factory = new IDBFactory();
    await new Promise((resolve) => (factory.open(DATABASE_NAME, 999).onsuccess = resolve));
    await expect(openStore(new AssessmentDatabase(factory))).rejects.toThrow('storage.newerDatabase');
    const full = openStore(new AssessmentDatabase(refusing('QuotaExceededError')));
    await expect(full).rejects.toThrow('storage.quotaExceeded');
  });
});
