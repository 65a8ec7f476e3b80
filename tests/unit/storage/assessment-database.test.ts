import 'fake-indexeddb/auto';
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb';
import type { IDBPDatabase } from 'idb';
import { wrap } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { referenceOf } from '../../../src/domain/framework/framework.ts';
import { singleFileForm } from '../../../src/domain/framework/single-file-form.ts';
import type { Entry } from '../../../src/domain/journal/entry-schema.ts';
import { journalOf } from '../../../src/domain/journal/merge.ts';
import { withoutHistory } from '../../../src/domain/copies/without-history.ts';
import type { DatabaseSurroundings } from '../../../src/storage/assessment-database.ts';
import { AssessmentDatabase } from '../../../src/storage/assessment-database.ts';
import type { SextantSchema, StoredAssessment, Upgrade } from '../../../src/storage/database-schema.ts';
import { DATABASE_NAME, DATABASE_VERSION, migrate, STORES } from '../../../src/storage/database-schema.ts';
import { StorageError } from '../../../src/storage/storage-error.ts';
import type { LibraryStore } from '../../../src/state/library/library-store.ts';
import { sampleAssessment } from '../../fixtures/sample-assessment.ts';

const { framework, journal, assessment, evidence } = sampleAssessment();
const single = singleFileForm(framework);
const [first, second, ...rest] = journal.entries as [Entry, Entry, ...Entry[]];

function stored(id = assessment.id): StoredAssessment {
  return { ...assessment, id, framework: referenceOf(framework), createdAt: '2026-11-21T09:30:00.000Z' };
}

async function opened(factory = new IDBFactory(), surroundings: DatabaseSurroundings = {}) {
  const database = new AssessmentDatabase(factory, surroundings);
  await database.createAssessment(stored(), single, [first]);
  return { database, factory };
}

/** The database as the browser holds it, past our own code. */
async function raw(factory: IDBFactory): Promise<IDBPDatabase<SextantSchema>> {
  return (await wrap(factory.open(DATABASE_NAME))) as unknown as IDBPDatabase<SextantSchema>;
}

/** The title of the round as it is being typed in a tab. */
const typed = (text: string, tab = '1', atMs = 1) => ({ key: 'round/title', tab, text, atMs });
const typing = (...put: readonly ReturnType<typeof typed>[]) => ({ put, remove: [] });

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no error',
    (error: unknown) => (error as Error).name,
  );

afterEach(() => {
  vi.restoreAllMocks();
});

describe('AssessmentDatabase', () => {
  it('is what the library needs of a storage', async () => {
    const { database } = await opened();
    const store: LibraryStore = database;
    expect(await store.listAssessments()).toEqual([stored()]);
  });

  it('gives back entries in the order of their ids, after closing and opening again', async () => {
    const { database, factory } = await opened();
    await database.appendEntries(assessment.id, [...rest].reverse());
    await database.appendEntries(assessment.id, [second]);
    await database.close();
    expect(await new AssessmentDatabase(factory).readEntries(assessment.id)).toEqual(journal.entries);
  });

  it('asks for strict durability on every write and resolves only after the transaction is complete', async () => {
    const { database } = await opened();
    const events: string[] = [];
    const original = IDBDatabase.prototype.transaction;
    const open = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      ...given
    ) {
      const transaction = original.apply(this, given);
      transaction.addEventListener('complete', () => events.push('complete'));
      return transaction;
    });
    await database.appendEntries(assessment.id, [second]).then(() => events.push('resolved'));
    expect(events).toEqual(['complete', 'resolved']);
    await database.writeDrafts(assessment.id, typing(typed('R')));
    expect(open.mock.calls.map(([, mode, options]) => [mode, options?.durability])).toEqual([
      ['readwrite', 'strict'],
      ['readwrite', 'strict'],
    ]);
  });

  it('appends the same entry twice without harm, as a retry after an unclear failure does', async () => {
    const { database } = await opened();
    await database.appendEntries(assessment.id, [second, second]);
    await database.appendEntries(assessment.id, [second]);
    expect(await database.readEntries(assessment.id)).toEqual([first, second]);
  });

  it('keeps assessments apart, even with the same entry ids', async () => {
    const { database } = await opened();
    await database.createAssessment(stored('other'), single, [first, second]);
    await database.appendEntries(assessment.id, rest);
    expect(await database.readEntries('other')).toEqual([first, second]);
    expect(await database.readEntries(assessment.id)).toEqual([first, ...rest]);
  });

  it('writes all or nothing', async () => {
    const { database } = await opened();
    const broken = { ...second, value: () => 'no data' } as unknown as Entry;
    expect(await codeOf(database.appendEntries(assessment.id, [...rest, broken]))).toBe('storage.failed');
    expect(await database.readEntries(assessment.id)).toEqual([first]);
  });

  it('merges in one write, says what was new, and takes exactly that out again', async () => {
    const { database } = await opened();
    const clean = withoutHistory(journal);
    await database.appendEntries(assessment.id, clean.entries);
    const before = await database.readEntries(assessment.id);
    const extra = { ...second, id: second.id.replace('-0000-', '-0001-') };
    const record = await database.addJournal(assessment.id, journalOf([...journal.entries, extra], ['{']));
    const stubs = clean.entries.filter((entry) => 'redacted' in entry);
    expect(record).toEqual({ added: [extra.id], displaced: stubs, damagedLines: ['{'], evidence: [] });
    expect(await database.readEntries(assessment.id)).toEqual(journalOf([...journal.entries, extra]).entries);
    expect(await database.undoMerge(assessment.id, record)).toMatchObject({ ok: true });
    expect(await database.readEntries(assessment.id)).toEqual(before);
    expect(await database.listDamagedLines(assessment.id)).toEqual([]);
  });

  it('does not undo a merge that something builds upon', async () => {
    const { database } = await opened();
    const record = await database.addJournal(assessment.id, journalOf([second]));
    await database.appendEntries(assessment.id, [{ ...second, id: rest[0]!.id, replaces: [second.id] }]);
    expect(await database.undoMerge(assessment.id, record)).toMatchObject({ ok: false });
    expect(await database.readEntries(assessment.id)).toHaveLength(3);
  });

  it('carries what is no entry: lines of files and rows that were damaged, and never drops them', async () => {
    const { database, factory } = await opened();
    await database.addJournal(assessment.id, { entries: [second], damagedLines: ['{"half', '{"half'] });
    const direct = await raw(factory);
    await direct.put('entries', { assessment: assessment.id, id: second.id, entry: { id: second.id } });
    direct.close();
    expect(await database.readEntries(assessment.id)).toEqual([first]);
    const lines = [JSON.stringify({ id: second.id }), '{"half'].sort();
    expect(await database.listDamagedLines(assessment.id)).toEqual(lines);
    const record = await database.addJournal(assessment.id, journalOf([second]));
    expect(await database.readEntries(assessment.id)).toEqual([first, second]);
    expect(await database.listDamagedLines(assessment.id)).toEqual(lines);
    await database.undoMerge(assessment.id, record);
    expect(await database.listDamagedLines(assessment.id)).toEqual(lines);
  });

  it('keeps drafts, evidence, frameworks and the time of the last file', async () => {
    const { database } = await opened();
    const [[sha256, bytes]] = [...evidence] as [[string, Uint8Array]];
    await database.writeDrafts(assessment.id, typing(typed('R')));
    await database.writeDrafts(assessment.id, typing(typed('Round', '1', 2)));
    expect(await database.listDrafts(assessment.id)).toEqual([typed('Round', '1', 2)]);
    await database.writeDrafts(assessment.id, { put: [], remove: [typed('R')] });
    expect(await database.listDrafts(assessment.id)).toEqual([]);
    expect(await database.putEvidence(assessment.id, bytes)).toBe(sha256);
    expect(await database.readEvidence(assessment.id)).toEqual(evidence);
    expect(await database.readFramework(framework.hash)).toEqual(single);
    expect(await database.readFramework('0')).toBeUndefined();
    await database.putFramework({ id: 'x', version: '1.0.0', hash: 'f' }, { id: 'x' });
    expect(await database.listFrameworks()).toHaveLength(2);
    expect(await codeOf(database.deleteFramework(framework.hash))).toBe('storage.frameworkInUse');
    await database.deleteFramework('f');
    expect(await database.listFrameworks()).toEqual([single]);
    await database.putSavedFile(assessment.id, { at: 'now', entries: 3 });
    expect(await database.listSavedFiles()).toEqual(new Map([[assessment.id, { at: 'now', entries: 3 }]]));
  });

  it('erases everything, and an open tab cannot bring it back by typing on', async () => {
    const { database, factory } = await opened();
    const otherTab = new AssessmentDatabase(factory);
    expect(await otherTab.readEntries(assessment.id)).toEqual([first]);
    await database.eraseEverything();
    expect(await factory.databases()).toEqual([]);
    for (const write of [
      () => otherTab.appendEntries(assessment.id, [second]),
      () => otherTab.writeDrafts(assessment.id, typing(typed('R'))),
      () => otherTab.writeDrafts(assessment.id, typing(typed('R')), true),
      () => otherTab.writeDrafts(null, typing(typed('Half a title'))),
    ])
      expect(await codeOf(write())).toBe('storage.erasedElsewhere');
    expect(await factory.databases()).toEqual([]);
    expect(await otherTab.listDrafts(assessment.id)).toEqual([]);
    expect(await otherTab.listAssessments()).toEqual([]);
    await database.writeDrafts(null, typing(typed('Begun anew where it was erased')));
    expect(await database.listDrafts(null)).toHaveLength(1);
  });

  it('stores what is typed in a page that is being left without waiting for anything', async () => {
    const { database } = await opened();
    const commit = vi.spyOn(IDBTransaction.prototype, 'commit');
    const written = database.writeDrafts(assessment.id, typing(typed('Round')), true);
    expect(commit).toHaveBeenCalledOnce();
    await written;
    expect(await database.listDrafts(assessment.id)).toEqual([typed('Round')]);
  });

  it('keeps the same text of two tabs apart, and takes the place of one with another in one write', async () => {
    const { database } = await opened();
    await database.writeDrafts(assessment.id, typing(typed('Mine'), typed('Theirs', '2')));
    await database.writeDrafts(assessment.id, { put: [typed('Third', '3', 2)], remove: [typed('Mine')] });
    expect(await database.listDrafts(assessment.id)).toEqual([typed('Theirs', '2'), typed('Third', '3', 2)]);
    await database.writeDrafts(null, typing(typed('Outside')));
    expect(await database.listDrafts(null)).toEqual([typed('Outside')]);
    expect(await database.listDrafts(assessment.id)).toHaveLength(2);
  });
});

describe('erasing while another tab holds the database', () => {
  it('leaves nothing in it and does not wait', async () => {
    const { database, factory } = await opened();
    const holding = await raw(factory);
    await database.eraseEverything();
    expect(await Promise.all(STORES.map((store) => holding.count(store)))).toEqual(STORES.map(() => 0));
    holding.close();
  });
});

describe('database versions', () => {
  it.each(Array.from({ length: DATABASE_VERSION }, (_, version) => version))(
    'come up to date from version %i with everything in them',
    async (version) => {
      const factory = new IDBFactory();
      if (version > 0) {
        const request = factory.open(DATABASE_NAME, version);
        request.onupgradeneeded = () => {
          const upgrade = wrap(request.transaction!) as unknown as Upgrade;
          void migrate(wrap(request.result) as unknown as IDBPDatabase<SextantSchema>, upgrade, 0, version);
        };
        const old = (await wrap(request)) as unknown as IDBPDatabase;
        await old.put('assessments', stored());
        const drafts = { assessment: assessment.id, register: 'round/title', text: 'Typed before' };
        if (version < 4) await old.put('drafts', drafts);
        old.close();
      }
      const { database } = await opened(factory);
      expect(await database.listAssessments()).toEqual([stored()]);
      const isTyped = version > 0 && version < 4;
      expect(await database.listDrafts(assessment.id)).toEqual(isTyped ? [typed('Typed before', '', 0)] : []);
      const direct = await raw(factory);
      expect([direct.version, [...direct.objectStoreNames]]).toEqual([DATABASE_VERSION, [...STORES].sort()]);
      direct.close();
    },
  );

  it('newer than this program are not touched', async () => {
    const factory = new IDBFactory();
    const request = factory.open(DATABASE_NAME, DATABASE_VERSION + 1);
    request.onupgradeneeded = () => request.result.createObjectStore('future');
    ((await wrap(request)) as unknown as IDBPDatabase).close();
    expect(await codeOf(new AssessmentDatabase(factory).listAssessments())).toBe('storage.newerDatabase');
  });

  it('make an older tab let go, say so, and write nothing more', async () => {
    const onsuperseded = vi.fn();
    const { database, factory } = await opened(new IDBFactory(), { onsuperseded });
    const request = factory.open(DATABASE_NAME, DATABASE_VERSION + 1);
    ((await wrap(request)) as unknown as IDBPDatabase).close();
    expect(onsuperseded).toHaveBeenCalledOnce();
    expect(await codeOf(database.appendEntries(assessment.id, [second]))).toBe('storage.newerDatabase');
  });
});

describe('storage that fails', () => {
  it('is named where the browser has none or forbids it', async () => {
    expect(await codeOf(new AssessmentDatabase(undefined).listAssessments())).toBe('storage.unavailable');
    const forbidding = new IDBFactory();
    vi.spyOn(forbidding, 'open').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    expect(await codeOf(new AssessmentDatabase(forbidding).listAssessments())).toBe('storage.unavailable');
  });

  it('tells that the disk is full, keeps what was there, and works again when there is room', async () => {
    const { database } = await opened();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const failure = await database.appendEntries(assessment.id, [second]).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StorageError);
    expect((failure as StorageError).problem).toMatchObject({ code: 'storage.quotaExceeded' });
    put.mockRestore();
    expect(await database.readEntries(assessment.id)).toEqual([first]);
    await database.appendEntries(assessment.id, [second]);
    expect(await database.readEntries(assessment.id)).toEqual([first, second]);
  });

  it('opens again after the browser closed the database', async () => {
    const onterminated = vi.fn();
    const connections: IDBDatabase[] = [];
    const factory = new IDBFactory();
    const open = factory.open.bind(factory);
    vi.spyOn(factory, 'open').mockImplementation((...given) => {
      const request = open(...given);
      request.addEventListener('success', () => {
        if (request.result.name === DATABASE_NAME) connections.push(request.result);
      });
      return request;
    });
    const { database } = await opened(factory, { onterminated });
    forceCloseDatabase(connections[0] as never);
    await vi.waitFor(() => expect(onterminated).toHaveBeenCalled());
    expect(onterminated).toHaveBeenCalledOnce();
    expect(await database.readEntries(assessment.id)).toEqual([first]);
    expect(connections).toHaveLength(2);
  });
});
