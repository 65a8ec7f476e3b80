import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { referenceOf } from '../../../src/domain/framework/framework.ts';
import { singleFileForm } from '../../../src/domain/framework/single-file-form.ts';
import type { FullEntry, JsonValue } from '../../../src/domain/journal/entry-schema.ts';
import { fold } from '../../../src/domain/registers/fold.ts';
import { nextEntryId } from '../../../src/domain/journal/clock.ts';
import { makeEntry } from '../../../src/domain/registers/make-entry.ts';
import { journalOf } from '../../../src/domain/journal/merge.ts';
import { sha256Hex } from '../../../src/domain/sha256.ts';
import { packJournal } from '../../../src/file/pack-journal.ts';
import type { LibraryStore } from '../../../src/state/library/library-store.ts';
import { AssessmentDatabase } from '../../../src/storage/assessment-database.ts';
import { MemoryStore } from '../../../src/storage/memory-store.ts';
import { sampleAssessment } from '../../fixtures/sample-assessment.ts';

const DAY_MS = 86_400_000;
const { assessment, framework, journal, evidence } = sampleAssessment();
const { id } = assessment;
const stored = { ...assessment, framework: referenceOf(framework), createdAt: '2026-11-21T09:30:00.000Z' };
const [[decree]] = [...evidence] as [[string, Uint8Array]];
const LINK = 'evidence-link/A-1/lead/E1';
const LEFT_MS = Date.UTC(2026, 11, 1);
const left = new TextEncoder().encode('left behind by a form that was cancelled');

function next(entries: readonly FullEntry[], register: string, value: JsonValue): FullEntry {
  const entryId = nextEntryId(entries.at(-1)!.id, LEFT_MS, '1'.repeat(16));
  return makeEntry({ id: entryId, nowMs: LEFT_MS, actor: 'institution:lead', register, value }, fold(entries));
}

const whole = journal.entries as readonly FullEntry[];
const taken = next(whole, LINK, null);
const again = next([...whole, taken], LINK, {});

/** A computer on which the decree was taken off on the first of December, and its clock. */
async function computer() {
  const clock = { ms: LEFT_MS };
  const database = new AssessmentDatabase(new IDBFactory(), { nowMs: () => clock.ms });
  await database.createAssessment(stored, singleFileForm(framework), [...whole, taken], [], evidence);
  const documents = async () => [...(await database.listEvidence(id))];
  const starts = async (count: number, everyMs = DAY_MS, mayErase = true) => {
    for (let start = 0; start < count; start += 1) {
      await database.countStartOfUnused(mayErase);
      clock.ms += everyMs;
    }
  };
  return { database, clock, documents, starts };
}

describe('documents that nothing uses any more', () => {
  it('are erased after thirty days, and not before', async () => {
    const { documents, starts } = await computer();
    await starts(30);
    expect(await documents()).toEqual([decree]);
    await starts(1);
    expect(await documents()).toEqual([]);
  });

  it('are not erased early by a clock that jumps ahead: a start counts one day', async () => {
    const { documents, starts } = await computer();
    await starts(20, 365 * DAY_MS);
    expect(await documents()).toEqual([decree]);
    await starts(11, 365 * DAY_MS);
    expect(await documents()).toEqual([]);
  });

  it('are not erased by a clock that is behind the entry that took them off', async () => {
    const { documents, clock, starts } = await computer();
    clock.ms = LEFT_MS - 200 * DAY_MS;
    await starts(60);
    expect(await documents()).toEqual([decree]);
  });

  it('count anew when they were used in between', async () => {
    const { database, documents, starts } = await computer();
    await starts(20);
    await database.appendEntries(id, [again]);
    await starts(20);
    await database.appendEntries(id, [next([...whole, taken, again], LINK, null)]);
    await starts(29);
    expect(await documents()).toEqual([decree]);
    await starts(2);
    expect(await documents()).toEqual([]);
  });

  it('stay as long as an earlier state would need them, and whatever a damaged one may need', async () => {
    for (const bytes of [packJournal(journalOf(whole)), new Uint8Array([1])]) {
      const { database, documents, starts } = await computer();
      await database.putSnapshot(id, { at: '2026-11-30T00:00:00.000Z', entries: whole.length, bytes }, 1);
      await starts(40);
      expect(await documents()).toEqual([decree]);
      const without = { at: '2026-12-02T00:00:00.000Z', entries: 1, bytes: packJournal(journalOf([...whole, taken])) };
      await database.putSnapshot(id, without, 1);
      await starts(1);
      expect(await documents()).toEqual([]);
    }
  });

  it('stay while another tab is open, whose undo could bring them back', async () => {
    const { documents, starts } = await computer();
    await starts(60, DAY_MS, false);
    expect(await documents()).toEqual([decree]);
    await starts(1);
    expect(await documents()).toEqual([]);
  });

  it('go too where nothing ever named them; what is saved with its use in the same moment stays', async () => {
    const { database, documents, starts } = await computer();
    await database.putEvidence(id, left);
    const bytes = new TextEncoder().encode('a new decree');
    const named = next([...whole, taken], 'evidence/E2', { title: 'New', sha256: sha256Hex(bytes) });
    const used = next([...whole, taken, named], 'evidence-link/A-1/lead/E2', {});
    await starts(30);
    const [saved] = await Promise.all([
      database.appendEntries(id, [named, used], new Map([[sha256Hex(bytes), bytes]])),
      database.countStartOfUnused(true),
    ]);
    expect(saved).toBeUndefined();
    await starts(40);
    expect(await documents()).toEqual([sha256Hex(bytes)]);
  });

  it('leave everything that is used, and what is only counted is no part of the assessment', async () => {
    const { database, starts } = await computer();
    await database.appendEntries(id, [again]);
    await starts(50);
    expect([...(await database.readEvidence(id)).keys()]).toEqual([decree]);
    await database.appendEntries(id, [next([...whole, taken, again], LINK, null)]);
    await starts(1);
    await database.deleteAssessment(id);
    await database.restoreAssessment(id);
    expect(await database.readAssessment(id)).toEqual(stored);
  });
});

const STORES: readonly (readonly [string, () => LibraryStore])[] = [
  ['AssessmentDatabase', () => new AssessmentDatabase(new IDBFactory())],
  ['MemoryStore', () => new MemoryStore()],
];

describe.each(STORES)('%s, the list of them', (_, make) => {
  it('names each with the earlier states that would need it, and erases it at once with these', async () => {
    const store = make();
    await store.createAssessment(stored, singleFileForm(framework), [...whole, taken], [], evidence);
    await store.putEvidence(id, left);
    const at = { needing: '2026-11-30T00:00:00.000Z', other: '2026-12-02T00:00:00.000Z' };
    await store.putSnapshot(id, { at: at.needing, entries: 1, bytes: packJournal(journalOf(whole)) }, 10);
    await store.putSnapshot(id, { at: at.other, entries: 2, bytes: packJournal(journalOf([...whole, taken])) }, 10);
    const listed = (await store.listUnused(id)).map(({ sha256, sinceMs, snapshots }) => ({
      sha256,
      sinceMs,
      snapshots,
    }));
    expect(listed).toHaveLength(2);
    expect(listed).toContainEqual({ sha256: decree, sinceMs: LEFT_MS, snapshots: [at.needing] });
    expect(listed).toContainEqual({ sha256: sha256Hex(left), sinceMs: null, snapshots: [] });
    await store.eraseUnused(id, decree);
    expect([...(await store.readEvidence(id)).keys()]).toEqual([sha256Hex(left)]);
    expect((await store.listSnapshots(id)).map((snapshot) => snapshot.at)).toEqual([at.other]);
    expect(await store.readEntries(id)).toHaveLength(whole.length + 1);
  });

  it('does not erase what is used again', async () => {
    const store = make();
    await store.createAssessment(stored, singleFileForm(framework), [...whole, taken, again], [], evidence);
    expect(await store.listUnused(id)).toEqual([]);
    await store.eraseUnused(id, decree);
    expect([...(await store.readEvidence(id)).keys()]).toEqual([decree]);
  });
});
