import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { referenceOf } from '../../../src/domain/framework/framework.ts';
import { singleFileForm } from '../../../src/domain/framework/single-file-form.ts';
import type { Entry } from '../../../src/domain/journal/entry-schema.ts';
import { journalOf } from '../../../src/domain/journal/merge.ts';
import type { LibraryStore } from '../../../src/state/library/library-store.ts';
import { AssessmentDatabase } from '../../../src/storage/assessment-database.ts';
import { MemoryStore } from '../../../src/storage/memory-store.ts';
import { sampleAssessment } from '../../fixtures/sample-assessment.ts';

const { assessment, framework, journal, evidence } = sampleAssessment();
const { id } = assessment;
const stored = { ...assessment, framework: referenceOf(framework), createdAt: '2026-11-21T09:30:00.000Z' };
const [document] = [...evidence.values()] as [Uint8Array];
const snapshot = { at: '2026-11-21T10:00:00.000Z', entries: 3, bytes: new Uint8Array([1]) };
const record = { added: [], displaced: [], damagedLines: [], evidence: [] };

/** Every way into an assessment. */
const WRITES: Readonly<Record<string, (store: LibraryStore) => Promise<unknown>>> = {
  appendEntries: (store) => store.appendEntries(id, journal.entries, evidence),
  addJournal: (store) => store.addJournal(id, journalOf(journal.entries, ['{ damaged']), evidence),
  undoMerge: (store) => store.undoMerge(id, record),
  writeDrafts: (store) =>
    store.writeDrafts(id, { put: [{ key: 'round/title', tab: '1', text: 'Typing', atMs: 1 }], remove: [] }),
  putEvidence: (store) => store.putEvidence(id, document),
  eraseUnused: (store) => store.eraseUnused(id, '0'.repeat(64)),
  putSavedFile: (store) => store.putSavedFile(id, { at: '2026-11-21T11:00:00.000Z', entries: 4 }),
  putSnapshot: (store) => store.putSnapshot(id, snapshot, 10),
  putFolder: (store) => store.putFolder(id, { handle: { name: 'Round 2026' }, fileName: 'Border.sextant' }),
};
/** What is about an assessment as a whole, or about none. */
const OTHERS = [
  'createAssessment',
  'deleteAssessment',
  'restoreAssessment',
  'eraseDeleted',
  'countStart',
  'countStartOfUnused',
  'putFramework',
  'deleteFramework',
  'eraseEverything',
  'askToPersist',
  'open',
  'close',
];
const READS = /^(constructor|list|read|measure)/;

const STORES = [
  ['AssessmentDatabase', () => new AssessmentDatabase(new IDBFactory()), AssessmentDatabase.prototype],
  ['MemoryStore', () => new MemoryStore(), MemoryStore.prototype],
] as const;

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'written',
    (error: unknown) => (error as Error).name,
  );

/** Everything that can be read of the assessment. */
const look = async (store: LibraryStore) => [
  await store.readEntries(id),
  await store.listDamagedLines(id),
  await store.readEvidence(id),
  await store.listDrafts(id),
  await store.listSavedFiles(),
  await store.listSnapshots(id),
  await store.readFolder(id),
];

describe.each(STORES)('%s', (_, make, prototype) => {
  async function opened(): Promise<LibraryStore> {
    const store = make();
    await store.createAssessment(stored, singleFileForm(framework), journal.entries.slice(0, 3));
    return store;
  }

  it('has no other way into an assessment than those named here', () => {
    const methods = Object.getOwnPropertyNames(prototype).filter((name) => !READS.test(name));
    expect(methods.filter((name) => !Object.hasOwn(WRITES, name) && !OTHERS.includes(name))).toEqual([]);
  });

  it.each(Object.entries(WRITES))('%s works while the assessment is here', async (_name, write) => {
    expect(await codeOf(write(await opened()))).toBe('written');
  });

  it.each(Object.entries(WRITES))(
    '%s is refused by a deleted and by an erased one, and writes nothing',
    async (_name, write) => {
      const store = await opened();
      const before = await look(store);
      await store.deleteAssessment(id);
      expect(await codeOf(write(store))).toBe('storage.deleted');
      expect(await store.readStanding(id)).toBe('deleted');
      await store.restoreAssessment(id);
      expect(await look(store)).toEqual(before);
      await store.deleteAssessment(id);
      await store.eraseDeleted(id);
      expect(await codeOf(write(store))).toBe('storage.notFound');
      expect(await store.readStanding(id)).toBe('erased');
      expect(await store.listAssessments()).toEqual([]);
    },
  );

  it('brings back everything, also what was deleted twice, and erases only what is deleted', async () => {
    const store = await opened();
    for (const write of Object.values(WRITES)) await write(store);
    const before = await look(store);
    await store.deleteAssessment(id);
    await store.deleteAssessment(id);
    expect((await store.listDeleted()).map((deleted) => deleted.assessment)).toEqual([stored]);
    await store.restoreAssessment(id);
    await store.eraseDeleted(id);
    expect(await look(store)).toEqual(before);
    expect(await store.listDeleted()).toEqual([]);
    expect(await store.readAssessment(id)).toEqual(stored);
  });

  it('brings a deleted one back when its file is taken in, and loses nothing of either', async () => {
    const store = await opened();
    await store.deleteAssessment(id);
    const brought = await store.createAssessment(
      { ...stored, createdAt: 'later' },
      singleFileForm(framework),
      journal.entries.slice(2, 5),
      [],
      evidence,
    );
    expect(await store.readAssessment(id)).toEqual(stored);
    expect(await store.readEntries(id)).toEqual(journal.entries.slice(0, 5));
    await store.undoMerge(id, brought);
    expect(await store.readEntries(id)).toEqual(journal.entries.slice(0, 3));
    expect(await store.readEvidence(id)).toEqual(new Map());
  });

  it('says which documents were missing, and takes them out again but for what was named since', async () => {
    const store = await opened();
    await store.appendEntries(id, journal.entries);
    const [[sha256]] = [...evidence] as [[string, Uint8Array]];
    const completed = await store.addJournal(id, journal, evidence);
    expect(completed.added).toEqual([]);
    expect(completed.evidence.map((one) => one.sha256)).toEqual([sha256]);
    expect((await store.addJournal(id, journal, evidence)).evidence).toEqual([]);
    await store.undoMerge(id, completed);
    expect(await store.listEvidence(id)).toEqual(new Set());
    const again = await store.addJournal(id, journal, evidence);
    const later: Entry = {
      id: '2027-01-01T00:00:00.000Z-0000-00000000000000ff',
      at: '2027-01-01T00:00:00.000Z',
      actor: 'facilitator',
      register: 'evidence/later',
      value: { title: 'Decree', sha256 },
      replaces: [],
    };
    await store.appendEntries(id, [later]);
    await store.undoMerge(id, again);
    expect(await store.listEvidence(id)).toEqual(new Set([sha256]));
  });

  it('reads single entries, those that are there', async () => {
    const store = await opened();
    const [first, second] = journal.entries as [Entry, Entry, ...Entry[]];
    expect(await store.readEntries(id, [second.id, 'none', first.id, first.id])).toEqual([first, second]);
  });

  it('lets the snapshots go that were taken first, whatever the clock said', async () => {
    const store = await opened();
    const of = (at: string) => ({ ...snapshot, at });
    for (const day of ['01', '02', '03']) await store.putSnapshot(id, of(`2099-01-${day}T00:00:00.000Z`), 3);
    await store.putSnapshot(id, of('2026-11-21T10:00:00.000Z'), 3);
    expect((await store.listSnapshots(id)).map(({ at }) => at.slice(0, 10))).toEqual([
      '2026-11-21',
      '2099-01-03',
      '2099-01-02',
    ]);
  });
});
