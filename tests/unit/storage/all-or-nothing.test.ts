import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { IDBPDatabase } from 'idb';
import { wrap } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { referenceOf } from '../../../src/domain/framework/framework.ts';
import { singleFileForm } from '../../../src/domain/framework/single-file-form.ts';
import { journalOf } from '../../../src/domain/journal/merge.ts';
import { withoutHistory } from '../../../src/domain/copies/without-history.ts';
import { AssessmentDatabase } from '../../../src/storage/assessment-database.ts';
import type { SextantSchema } from '../../../src/storage/database-schema.ts';
import { DATABASE_NAME, STORES } from '../../../src/storage/database-schema.ts';
import { sampleAssessment } from '../../fixtures/sample-assessment.ts';

const { assessment, framework, journal, evidence } = sampleAssessment();
const { id } = assessment;
const single = singleFileForm(framework);
const stored = { ...assessment, framework: referenceOf(framework), createdAt: '2026-11-21T09:30:00.000Z' };
const documents = new Map([...evidence, ['ab'.repeat(32), new Uint8Array([1, 2])]]);
const whole = journalOf(journal.entries, ['{', '[']);

/** What a write may do with a row: each can fail. */
const STEPS = ['put', 'add', 'delete'] as const;

/** How a step fails: the browser throws at once, or gives up the transaction afterwards. */
const FAILURES: Readonly<Record<string, (store: IDBObjectStore) => void>> = {
  'there is no room': () => {
    throw new DOMException('full', 'QuotaExceededError');
  },
  'the transaction is given up': (store) => store.transaction.abort(),
};

/** Lets the step with this number fail, counted over all stores. */
function failAt(number: number, fail: (store: IDBObjectStore) => void): void {
  let count = 0;
  for (const step of STEPS) {
    const original = IDBObjectStore.prototype[step] as (...given: unknown[]) => IDBRequest;
    vi.spyOn(IDBObjectStore.prototype, step).mockImplementation(function (this: IDBObjectStore, ...given: unknown[]) {
      count += 1;
      if (count === number) fail(this);
      return original.apply(this, given) as never;
    });
  }
}

async function everythingIn(factory: IDBFactory): Promise<unknown> {
  const direct = (await wrap(factory.open(DATABASE_NAME))) as unknown as IDBPDatabase<SextantSchema>;
  const all = await Promise.all(STORES.map(async (store) => [store, await direct.getAll(store)]));
  direct.close();
  return all;
}

interface Attempt {
  readonly prepare: (database: AssessmentDatabase) => Promise<unknown>;
  readonly write: (database: AssessmentDatabase, prepared: never) => Promise<unknown>;
}

const create = (database: AssessmentDatabase) =>
  database.createAssessment(stored, single, withoutHistory(journal).entries.slice(0, 6));

const ATTEMPTS: Readonly<Record<string, Attempt>> = {
  'a new assessment with documents': {
    prepare: (database) => database.listAssessments(),
    write: (database) => database.createAssessment(stored, single, whole.entries, whole.damagedLines, documents),
  },
  'a merge with documents': { prepare: create, write: (database) => database.addJournal(id, whole, documents) },
  'entries together with a document': {
    prepare: create,
    write: (database) => database.appendEntries(id, journal.entries.slice(-2), evidence),
  },
  'texts that are being typed': {
    prepare: create,
    write: (database) => {
      const typed = (key: string) => ({ key, tab: '1', text: 'A word', atMs: 0 });
      return database.writeDrafts(id, { put: [typed('a'), typed('b')], remove: [{ key: 'c', tab: '2' }] });
    },
  },
  'bringing back by file': {
    prepare: async (database) => {
      await create(database);
      await database.deleteAssessment(id);
    },
    write: (database) => database.createAssessment(stored, single, whole.entries, whole.damagedLines, documents),
  },
  'taking a merge out again': {
    prepare: async (database) => {
      await create(database);
      return database.addJournal(id, whole, documents);
    },
    write: (database, record) => database.undoMerge(id, record),
  },
};

afterEach(() => {
  vi.restoreAllMocks();
});

describe.each(Object.entries(ATTEMPTS))('%s', (_name, { prepare, write }) => {
  it.each(Object.entries(FAILURES))('is all or nothing wherever %s', async (_failure, fail) => {
    let failures = 0;
    for (let step = 1; ; step += 1) {
      const factory = new IDBFactory();
      const database = new AssessmentDatabase(factory);
      const prepared = (await prepare(database)) as never;
      await database.close();
      const before = await everythingIn(factory);
      failAt(step, fail);
      const outcome = await write(database, prepared).then(
        () => 'written',
        (error: unknown) => (error as Error).name,
      );
      vi.restoreAllMocks();
      await database.close();
      const after = await everythingIn(factory);
      if (outcome === 'written') {
        expect(after).not.toEqual(before);
        break;
      }
      failures += 1;
      expect(outcome).toMatch(/^storage\.(quotaExceeded|failed)$/);
      expect(after).toEqual(before);
    }
    expect(failures).toBeGreaterThan(2);
  });
});

describe('documents that lie in one file', () => {
  it('are stored each with its own bytes, and not each with the whole file', async () => {
    const file = new Uint8Array(5000).fill(7);
    const database = new AssessmentDatabase(new IDBFactory());
    const inFile = new Map([
      ['ab'.repeat(32), file.subarray(10, 20)],
      ['cd'.repeat(32), file.subarray(100, 130)],
    ]);
    await database.createAssessment(stored, single, whole.entries, whole.damagedLines, inFile);
    const read = [...(await database.readEvidence(id)).values()];
    expect(read.map(({ length, buffer }) => [length, buffer.byteLength])).toEqual([
      [10, 10],
      [30, 30],
    ]);
  });
});
