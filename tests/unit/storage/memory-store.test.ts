import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { referenceOf } from '../../../src/domain/framework/framework.ts';
import { singleFileForm } from '../../../src/domain/framework/single-file-form.ts';
import { journalOf } from '../../../src/domain/journal/merge.ts';
import type { LibraryStore } from '../../../src/state/library/library-store.ts';
import { AssessmentDatabase } from '../../../src/storage/assessment-database.ts';
import { MemoryStore } from '../../../src/storage/memory-store.ts';
import { sampleAssessment } from '../../fixtures/sample-assessment.ts';

const { assessment, framework, journal } = sampleAssessment();
const stored = { ...assessment, framework: referenceOf(framework), createdAt: '2026-11-21T09:30:00.000Z' };
const document = new TextEncoder().encode('A decree');
const typed = { key: 'round/title', tab: '1', text: 'Typing', atMs: 1 };
const snapshot = { at: '2026-11-21T10:00:00.000Z', entries: 3, bytes: new Uint8Array([1]) };

/** The same life in any storage: everything that can be read of it, step by step. */
async function live(store: LibraryStore): Promise<unknown[]> {
  const seen: unknown[] = [];
  const [first, ...rest] = journal.entries;
  const look = async () =>
    seen.push([
      await store.listAssessments(),
      await store.readEntries(assessment.id),
      await store.listDamagedLines(assessment.id),
      [...(await store.readEvidence(assessment.id))],
      await store.listDrafts(assessment.id),
      await store.listDrafts(null),
      [...(await store.listSavedFiles())],
      await store.listSnapshots(assessment.id),
      await store.listFrameworks(),
      await store.readFolder(assessment.id),
    ]);
  await store.createAssessment(stored, singleFileForm(framework), [first!], []);
  await look();
  await store.appendEntries(assessment.id, rest.slice(0, 5));
  await store.writeDrafts(assessment.id, { put: [typed, { ...typed, tab: '2' }], remove: [] });
  await store.writeDrafts(null, { put: [typed], remove: [] });
  await store.putEvidence(assessment.id, document);
  await store.putSavedFile(assessment.id, { at: '2026-11-21T11:00:00.000Z', entries: 4 });
  await store.putSnapshot(assessment.id, snapshot, 1);
  await store.putFolder(assessment.id, { handle: { name: 'Round 2026' }, fileName: 'Border.sextant' });
  await store.putSnapshot(assessment.id, { ...snapshot, at: '2026-11-21T10:30:00.000Z' }, 1);
  await look();
  const record = await store.addJournal(assessment.id, journalOf(journal.entries, ['{ damaged']));
  seen.push(record);
  await look();
  await store.putFolder(assessment.id, null);
  seen.push(await store.undoMerge(assessment.id, record));
  await look();
  await store.writeDrafts(assessment.id, { put: [], remove: [typed] });
  await store.writeDrafts(null, { put: [], remove: [typed] });
  await store.deleteAssessment(assessment.id);
  seen.push(await store.readAssessment(assessment.id));
  seen.push((await store.listDeleted()).map((deleted) => deleted.assessment));
  await store.restoreAssessment(assessment.id);
  await look();
  await store.deleteAssessment(assessment.id);
  await store.eraseDeleted(assessment.id);
  seen.push(await store.readEntries(assessment.id));
  seen.push(await store.listDrafts(assessment.id));
  seen.push(
    await store
      .writeDrafts(assessment.id, { put: [typed], remove: [] })
      .catch((error: unknown) => (error as Error).name),
  );
  seen.push(await store.appendEntries(assessment.id, rest).catch((error: unknown) => (error as Error).name));
  await store.eraseEverything();
  seen.push(await store.listFrameworks());
  return seen;
}

describe('MemoryStore', () => {
  it('does what the database does', async () => {
    const inMemory = await live(new MemoryStore());
    expect(inMemory).toEqual(await live(new AssessmentDatabase(new IDBFactory())));
    expect(inMemory).toContain('storage.notFound');
  });
});
