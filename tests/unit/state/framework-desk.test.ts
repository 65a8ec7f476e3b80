import { describe, expect, it } from 'vitest';
import type { CrosswalkCodes } from '../../../src/domain/framework/check-links.ts';
import { setAt } from '../../../src/domain/framework/draft/at-path.ts';
import { addNode } from '../../../src/domain/framework/draft/draft-nodes.ts';
import type { FrameworkDraft } from '../../../src/domain/framework/draft/framework-draft.ts';
import { draftOf, filesOfDraft } from '../../../src/domain/framework/draft/framework-draft.ts';
import { checkAsAuthor } from '../../../src/domain/framework/lint/check-as-author.ts';
import { checkingDraft } from '../../../src/state/desks/checking-task.ts';
import type { CheckingWorker } from '../../../src/state/desks/draft-checker.svelte.ts';
import { DraftChecker } from '../../../src/state/desks/draft-checker.svelte.ts';
import { FrameworkDesk } from '../../../src/state/desks/framework-desk.svelte.ts';
import { DraftShelf } from '../../../src/state/library/draft-shelf.svelte.ts';
import type { LibraryInput } from '../../../src/state/library/library-input.ts';
import type { FrameworkDraftStore } from '../../../src/storage/framework-draft-store.ts';
import { MemoryStore } from '../../../src/storage/memory-store.ts';
import { StorageError } from '../../../src/storage/storage-error.ts';
import { NO_FRAMEWORKS } from '../../fixtures/no-frameworks.ts';
import { tinyFramework } from '../../fixtures/tiny-framework.ts';
import { fakeSurroundings } from './fake-store.ts';

const framework = tinyFramework();
const retitle = (title: string) => (draft: FrameworkDraft) => setAt(draft, ['texts', 'en', 'title'], title);
const rename = (title: string) => (draft: FrameworkDraft) =>
  setAt(draft, ['texts', 'en', 'indicators', 'A-1', 'title'], title);
const titleOf = ({ texts }: FrameworkDraft) => texts['en']?.title;

async function begun() {
  const store = new MemoryStore();
  const input = { source: NO_FRAMEWORKS, store, surroundings: fakeSurroundings() } as unknown as LibraryInput;
  const shelf = await DraftShelf.open(input);
  const id = await shelf.begin(draftOf(framework), framework);
  const open = async () => {
    const opened = await shelf.open(id);
    if (opened?.ok !== true) throw new Error('the draft is not here');
    return new FrameworkDesk(opened.value);
  };
  return { shelf, id, open, store: await store.readFrameworkDrafts() };
}

describe('a framework that is being written', () => {
  it('is there again as it was left, step by step', async () => {
    const { open, shelf } = await begun();
    const desk = await open();
    desk.edit(retitle('Another title'));
    desk.edit((draft) => addNode(draft, { kind: 'indicator', id: 'A-3' }, { kind: 'domain', id: 'first' }));
    expect(desk.isSaved).toBe(false);
    await desk.flush();
    expect(desk.isSaved).toBe(true);
    expect((await open()).draft).toEqual(desk.draft);
    await shelf.refresh();
    expect(shelf.heads).toMatchObject([{ titles: { en: 'Another title' }, indicators: 5, base: { id: 'tiny' } }]);
  });

  it('goes back and forth, and what it went back to is stored', async () => {
    const { open } = await begun();
    const desk = await open();
    for (const title of ['One', 'Two']) desk.edit(retitle(title));
    desk.undo();
    desk.undo();
    desk.redo();
    expect([desk.canUndo, desk.canRedo, titleOf(desk.draft)]).toEqual([true, true, 'One']);
    await desk.flush();
    expect(titleOf((await open()).draft)).toBe('One');
  });

  it('is gathered after many steps, with nothing lost', async () => {
    const { open, store, id } = await begun();
    const desk = await open();
    for (let number = 1; number <= 120; number += 1) {
      desk.edit(retitle(`Title ${number}`));
      await desk.flush();
    }
    expect((await store.read(id))?.patches.length).toBe(120);
    const again = await open();
    expect(titleOf(again.draft)).toBe('Title 120');
    expect((await store.read(id))?.patches).toEqual([]);
    again.edit(retitle('After it'));
    await again.flush();
    expect(titleOf((await open()).draft)).toBe('After it');
  });

  it('takes in what another tab writes elsewhere, and undo leaves that alone', async () => {
    const { open } = await begun();
    const [one, other] = [await open(), await open()];
    one.edit(retitle('Of the first tab'));
    await one.flush();
    other.edit(rename('Of the second tab'));
    await other.flush();
    expect([other.problem, titleOf(other.draft)]).toEqual([null, 'Of the first tab']);
    expect((await open()).draft).toEqual(other.draft);
    other.undo();
    await other.flush();
    expect(titleOf((await open()).draft)).toBe('Of the first tab');
    await one.catchUp();
    expect(one.draft).toEqual(other.draft);
  });

  it('shows the words that gave way where two tabs changed one place', async () => {
    const { open } = await begun();
    const [one, other] = [await open(), await open()];
    one.edit(retitle('Of the first tab'));
    await one.flush();
    other.edit(retitle('Of the second tab'));
    await other.flush();
    expect([other.problem?.code, other.refused]).toEqual(['storage.draftChanged', ['Of the second tab']]);
    expect(titleOf(other.draft)).toBe('Of the first tab');
    other.dismissRefused();
    other.edit(retitle('Decided'));
    await other.flush();
    expect([other.problem, titleOf((await open()).draft)]).toEqual([null, 'Decided']);
  });

  it('says when it cannot be stored, keeps what was written, and stores it with the next change', async () => {
    const { open, store } = await begun();
    const desk = await open();
    const append = store.append.bind(store);
    const full = new StorageError({ code: 'storage.quotaExceeded', severity: 'error', file: '', path: [], params: {} });
    (store as { append: FrameworkDraftStore['append'] }).append = () => Promise.reject(full);
    desk.edit(retitle('Not yet'));
    await desk.flush();
    expect([desk.problem?.code, desk.isSaved, titleOf(desk.draft)]).toEqual([
      'storage.quotaExceeded',
      false,
      'Not yet',
    ]);
    (store as { append: FrameworkDraftStore['append'] }).append = append;
    desk.edit(rename('More'));
    await desk.flush();
    expect([desk.problem, desk.isSaved]).toEqual([null, true]);
    expect((await open()).draft).toEqual(desk.draft);
  });

  it('is removed and brought back', async () => {
    const { shelf, id, open } = await begun();
    await shelf.remove(id);
    expect([shelf.heads, await shelf.open(id)]).toEqual([[], null]);
    await shelf.bringBack();
    expect((await open()).draft).toEqual(draftOf(framework));
  });
});

describe('checking while somebody writes', () => {
  const NO_CROSSWALKS: CrosswalkCodes = new Map();
  /** Does its work when it is told to, as a worker does in its own time. */
  function slowWorker() {
    const check = checkingDraft();
    const waiting: (() => void)[] = [];
    const worker: CheckingWorker = {
      onmessage: null,
      onerror: null,
      terminate: () => {},
      postMessage: (asked) =>
        void waiting.push(() => worker.onmessage?.({ data: check(structuredClone(asked)) } as MessageEvent)),
    };
    return { worker, waiting };
  }

  it('says of the newest state what check-framework says, one after the other', async () => {
    const { worker, waiting } = slowWorker();
    const checker = new DraftChecker({ crosswalks: NO_CROSSWALKS }, () => Promise.resolve(worker));
    const asked = async () => {
      for (let turn = 0; waiting.length === 0 && turn < 2000; turn += 1) await new Promise((go) => setTimeout(go, 5));
      expect(waiting.length).toBe(1);
    };
    const [first, second] = [draftOf(framework), retitle('')(draftOf(framework))];
    checker.check(first);
    await asked();
    checker.check(rename('between')(first));
    checker.check(second);
    waiting.shift()?.();
    expect([checker.isBehind, checker.problems]).toEqual([
      true,
      checkAsAuthor(filesOfDraft(first), { crosswalks: NO_CROSSWALKS }),
    ]);
    await asked();
    waiting.shift()?.();
    expect([checker.isBehind, checker.problems]).toEqual([
      false,
      checkAsAuthor(filesOfDraft(second), { crosswalks: NO_CROSSWALKS }),
    ]);
    expect(checker.problems?.some(({ code }) => code === 'schema.missing')).toBe(true);
    checker.stop();
  });
});
