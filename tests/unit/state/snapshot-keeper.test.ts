import { describe, expect, it, vi } from 'vitest';
import { referenceOf } from '../../../src/domain/framework/framework.ts';
import { singleFileForm } from '../../../src/domain/framework/single-file-form.ts';
import { problem } from '../../../src/domain/problem.ts';
import { StorageError } from '../../../src/storage/storage-error.ts';
import { AssessmentSession } from '../../../src/state/session/assessment-session.svelte.ts';
import * as reporting from '../../../src/state/session/reporting.ts';
import { ValidationDesk } from '../../../src/state/desks/validation-desk.svelte.ts';
import { MOST_SNAPSHOTS, SnapshotKeeper } from '../../../src/state/library/snapshot-keeper.ts';
import { MemoryStore } from '../../../src/storage/memory-store.ts';
import { sampleAssessment } from '../../fixtures/sample-assessment.ts';
import { fakeSurroundings } from './fake-store.ts';

const HOUR_MS = 3_600_000;

async function open() {
  const { assessment, framework, journal } = sampleAssessment();
  const store = new MemoryStore();
  const stored = { ...assessment, framework: referenceOf(framework), createdAt: '2026-11-21T09:30:00.000Z' };
  await store.createAssessment(stored, singleFileForm(framework), journal.entries);
  const clock = { ms: Date.UTC(2026, 10, 21, 10) };
  const surroundings = { ...fakeSurroundings(), nowMs: () => (clock.ms += 1000) };
  const session = new AssessmentSession({
    reporting,
    identity: assessment,
    framework,
    crosswalks: new Map(),
    entries: journal.entries,
    tab: '1',
    drafts: [],
    store,
    surroundings,
  });
  return { store, session, clock, keeper: new SnapshotKeeper(store, surroundings) };
}

describe('SnapshotKeeper', () => {
  it('goes back to an earlier state, as one action that can be undone, and deletes nothing', async () => {
    const { session, keeper, store } = await open();
    await keeper.take(session);
    const before = session.entries.length;
    session.rate('A-1', { state: 'level', level: 'mature' });
    session.rate('B-1', { state: 'level', level: 'nascent' });
    const [snapshot] = await keeper.list(session.identity.id);
    expect(snapshot?.entries).toBe(before);
    expect(await keeper.restore(session, snapshot!.at)).toBe(true);
    expect(session.answerOf('A-1')).toEqual({ state: 'level', level: 'emerging' });
    expect(session.answerOf('B-1')).toEqual({ state: 'unknown' });
    expect(session.entries.length).toBeGreaterThan(before);
    expect(await store.readEntries(session.identity.id)).toHaveLength(session.entries.length);
    session.undo();
    expect(session.answerOf('A-1')).toEqual({ state: 'level', level: 'mature' });
  });

  it('brings back entries that the storage lost', async () => {
    const { session, keeper, store } = await open();
    await keeper.take(session);
    const { assessment, framework } = sampleAssessment();
    const stored = { ...assessment, framework: referenceOf(framework), createdAt: '2026-11-21T09:30:00.000Z' };
    const kept = await store.listSnapshots(assessment.id);
    await store.eraseEverything();
    await store.createAssessment(stored, singleFileForm(framework), []);
    await store.putSnapshot(assessment.id, kept[0]!, MOST_SNAPSHOTS);
    expect(await keeper.restore(session, kept[0]!.at)).toBe(true);
    expect(await store.readEntries(assessment.id)).toEqual(session.entries);
  });

  it('takes one where there is something new, once an hour unless it must, and keeps the last ten', async () => {
    const { session, keeper, clock } = await open();
    const count = async () => (await keeper.list(session.identity.id)).length;
    await keeper.take(session);
    await keeper.take(session, true);
    expect(await count()).toBe(1);
    session.rate('A-1', { state: 'level', level: 'mature' });
    await keeper.take(session);
    expect(await count()).toBe(1);
    await keeper.take(session, true);
    expect(await count()).toBe(2);
    for (const level of [
      'nascent',
      'mature',
      'nascent',
      'mature',
      'nascent',
      'mature',
      'nascent',
      'mature',
      'nascent',
    ]) {
      clock.ms += HOUR_MS;
      session.rate('A-1', { state: 'level', level });
      await keeper.take(session);
    }
    expect(await count()).toBe(MOST_SNAPSHOTS);
    const [newest] = await keeper.list(session.identity.id);
    expect(newest?.entries).toBe(session.entries.length);
  });

  it('changes nothing when the snapshot is damaged or gone', async () => {
    const { session, keeper, store } = await open();
    const before = session.entries;
    const broken = { at: '2026-01-01T00:00:00.000Z', entries: 3, bytes: new Uint8Array([1, 2, 3]) };
    await store.putSnapshot(session.identity.id, broken, MOST_SNAPSHOTS);
    expect(await keeper.restore(session, broken.at)).toBe(false);
    expect(await keeper.restore(session, '2020-01-01T00:00:00.000Z')).toBe(false);
    expect(session.entries).toEqual(before);
  });

  it('does not go back from what was validated, and does not say that it did', async () => {
    const { session, keeper } = await open();
    await keeper.take(session);
    session.rate('A-1', { state: 'level', level: 'mature' });
    const [snapshot] = await keeper.list(session.identity.id);
    await new ValidationDesk(session).validate({
      forum: 'Workshop',
      date: '2026-11-20',
      by: 'A',
      function: 'B',
      signatories: [],
    });
    expect(await keeper.restore(session, snapshot!.at)).toBeNull();
    expect(session.refusal).toBe('validated');
    expect(session.answerOf('A-1')).toEqual({ state: 'level', level: 'mature' });
  });

  it('goes back whole or not at all: a full disk leaves everything as it is, here and in the storage', async () => {
    const { session, keeper, store } = await open();
    await keeper.take(session);
    session.rate('A-1', { state: 'level', level: 'mature' });
    const [snapshot] = await keeper.list(session.identity.id);
    const before = session.entries;
    const add = vi
      .spyOn(store, 'addJournal')
      .mockRejectedValue(new StorageError(problem('storage.quotaExceeded', '', [])));
    await expect(keeper.restore(session, snapshot!.at)).rejects.toThrow('storage.quotaExceeded');
    expect(session.entries).toEqual(before);
    expect(await store.readEntries(session.identity.id)).toEqual(before);
    add.mockRestore();
    expect(await keeper.restore(session, snapshot!.at)).toBe(true);
    expect(session.answerOf('A-1')).toEqual({ state: 'level', level: 'emerging' });
  });

  it('takes one after a clock that ran ahead was set right', async () => {
    const { session, keeper, clock } = await open();
    clock.ms += 10_000 * HOUR_MS;
    await keeper.take(session);
    clock.ms -= 10_000 * HOUR_MS;
    session.rate('A-1', { state: 'level', level: 'mature' });
    await keeper.take(session);
    expect((await keeper.list(session.identity.id))[0]?.entries).toBe(session.entries.length);
  });
});
