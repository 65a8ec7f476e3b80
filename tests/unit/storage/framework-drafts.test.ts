import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { AssessmentDatabase } from '../../../src/storage/assessment-database.ts';
import type { FrameworkDraftHead } from '../../../src/storage/framework-draft-store.ts';
import { MemoryStore } from '../../../src/storage/memory-store.ts';

const head = (id: string, version = '0.1.0'): FrameworkDraftHead => ({
  id,
  framework: 'own',
  version,
  titles: { en: 'Own' },
  indicators: 3,
  base: null,
  changedAt: '2026-11-21T09:30:00.000Z',
});

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'written',
    (error: unknown) => (error as Error).name,
  );

describe.each([
  ['the database', () => new AssessmentDatabase(new IDBFactory())],
  ['the memory', () => new MemoryStore()],
] as const)('frameworks that are being written, in %s', (_, make) => {
  async function begun() {
    const store = make();
    const drafts = await store.readFrameworkDrafts();
    await drafts.create(head('one'), { at: 0 });
    await drafts.create(head('two'), { at: 'other' });
    return { store, drafts };
  }

  it('are kept step by step, each beside the other', async () => {
    const { store, drafts } = await begun();
    await drafts.append(head('one', '0.2.0'), 1, ['first']);
    await drafts.append(head('one', '0.3.0'), 2, ['second']);
    const again = await store.readFrameworkDrafts();
    const patches = [['first'], ['second']];
    expect(await again.read('one')).toEqual({ head: head('one', '0.3.0'), whole: { at: 0 }, patches, step: 2 });
    expect(await again.read('two')).toEqual({ head: head('two'), whole: { at: 'other' }, patches: [], step: 0 });
    expect(await again.list()).toEqual([head('one', '0.3.0'), head('two')]);
    expect(await again.read('three')).toBeNull();
  });

  it('refuse a step that another tab has written, and keep what that tab wrote', async () => {
    const { drafts } = await begun();
    await drafts.append(head('one', '0.2.0'), 1, ['of another tab']);
    expect(await codeOf(drafts.append(head('one', '0.9.0'), 1, ['of this tab']))).toBe('storage.draftChanged');
    expect(await codeOf(drafts.append(head('one', '0.9.0'), 3, ['with a gap']))).toBe('storage.draftChanged');
    expect(await drafts.read('one')).toMatchObject({ head: head('one', '0.2.0'), patches: [['of another tab']] });
  });

  it('are gathered into one whole, with what was written after it', async () => {
    const { drafts } = await begun();
    for (const step of [1, 2, 3]) await drafts.append(head('one'), step, [step]);
    await drafts.gather('one', 2, { at: 2 });
    expect(await drafts.read('one')).toEqual({ head: head('one'), whole: { at: 2 }, patches: [[3]], step: 3 });
    expect(await codeOf(drafts.gather('one', 7, { at: 7 }))).toBe('storage.draftChanged');
    await drafts.append(head('one'), 4, [4]);
    expect(await drafts.read('two')).toMatchObject({ whole: { at: 'other' } });
  });

  it('take nothing more once they are removed, and leave nothing when everything is erased', async () => {
    const { store, drafts } = await begun();
    await drafts.remove('one');
    expect(await codeOf(drafts.append(head('one'), 1, []))).toBe('storage.draftGone');
    expect(await drafts.list()).toEqual([head('two')]);
    await store.eraseEverything();
    expect(await (await make().readFrameworkDrafts()).list()).toEqual([]);
    expect(await (await store.readFrameworkDrafts()).list()).toEqual([]);
  });
});
