import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DRAFT_LONGEST_WAIT_MS, DraftKeeper } from '../../../src/state/session/draft-keeper.svelte.ts';
import { TypingShelf } from '../../../src/state/library/typing-shelf.ts';
import { STORAGE_PATIENCE_MS } from '../../../src/storage/storage-patience.ts';
import type { TypedText } from '../../../src/storage/database-schema.ts';
import { MemoryStore } from '../../../src/storage/memory-store.ts';

const KEY = 'rating/lead/IC-01/1/comment';

/** A store outside of any assessment, whose writes can be made to fail. */
class Store extends MemoryStore {
  failure: Error | null = null;
  gate: Promise<void> = Promise.resolve();
  writes = 0;

  override async writeDrafts(...given: Parameters<MemoryStore['writeDrafts']>): Promise<void> {
    this.writes += 1;
    await this.gate;
    if (this.failure !== null) throw this.failure;
    await super.writeDrafts(...given);
  }

  async texts(): Promise<readonly string[]> {
    return (await this.listDrafts(null)).map(({ text }) => text);
  }
}

function open(store: Store, tab: string, left: readonly TypedText[] = [], isSaved?: () => Promise<boolean>) {
  const nowMs = () => Date.now();
  return new DraftKeeper({
    assessmentId: null,
    store,
    tab,
    nowMs,
    left,
    ...(isSaved === undefined ? {} : { isSaved }),
  });
}

const left = (text: string, tab: string, atMs: number): TypedText => ({ key: KEY, tab, text, atMs });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a text that is being typed', () => {
  it('is said not to be stored where the store does not answer in time, until it does', async () => {
    const store = new Store();
    let answer = () => {};
    store.gate = new Promise((resolve) => (answer = resolve));
    const keeper = open(store, '1');
    keeper.keep(KEY, 'half a sentence');
    await vi.advanceTimersByTimeAsync(DRAFT_LONGEST_WAIT_MS + STORAGE_PATIENCE_MS);
    expect(keeper.problem?.code).toBe('storage.silent');
    expect(keeper.textOf(KEY)).toBe('half a sentence');
    answer();
    await vi.advanceTimersByTimeAsync(0);
    expect([keeper.problem, await store.texts()]).toEqual([null, ['half a sentence']]);
  });

  it('is never more than a second behind in the store, however steadily somebody types', async () => {
    const store = new Store();
    const keeper = open(store, '1');
    const typedAtMs: number[] = [];
    let text = '';
    let furthestBehindMs = 0;
    for (let key = 0; key < 80; key += 1) {
      text += 'abcdefghij'[key % 10];
      typedAtMs.push(Date.now());
      keeper.keep(KEY, text);
      await vi.advanceTimersByTimeAsync(100);
      const stored = (await store.texts())[0] ?? '';
      expect(text.startsWith(stored)).toBe(true);
      const oldest = typedAtMs[stored.length];
      if (oldest !== undefined) furthestBehindMs = Math.max(furthestBehindMs, Date.now() - oldest);
    }
    expect(furthestBehindMs).toBeGreaterThan(0);
    expect(furthestBehindMs).toBeLessThanOrEqual(DRAFT_LONGEST_WAIT_MS);
    expect(DRAFT_LONGEST_WAIT_MS).toBeLessThan(1000);
    // Not one write a key either.
    expect(store.writes).toBeLessThan(15);
  });

  it('is stored after a pause, and at once when the page is left', async () => {
    const store = new Store();
    const keeper = open(store, '1');
    keeper.keep(KEY, 'A pause');
    await vi.advanceTimersByTimeAsync(600);
    expect(await store.texts()).toEqual(['A pause']);
    keeper.keep(KEY, 'A pause and');
    await keeper.flush(true);
    expect(await store.texts()).toEqual(['A pause and']);
  });

  it('is not lost where it cannot be stored: that is said, and tried again with the next key', async () => {
    const store = new Store();
    const keeper = open(store, '1');
    store.failure = new DOMException('full', 'QuotaExceededError');
    keeper.keep(KEY, 'No');
    await keeper.flush();
    expect(keeper.problem?.code).toBe('storage.quotaExceeded');
    store.failure = null;
    keeper.keep('another', 'x');
    await keeper.flush();
    expect([keeper.problem, [...(await store.texts())].sort()]).toEqual([null, ['No', 'x']]);
  });

  it('stays stored until what was made of it is durable, and the form of which it is a part goes with it', async () => {
    const store = new Store();
    let isSaved = false;
    const keeper = open(store, '1', [], async () => isSaved);
    keeper.keep('form/new/title', 'Round');
    keeper.keep('form/newer/title', 'Other');
    await keeper.flush();
    await keeper.forget('form/new');
    expect([keeper.textOf('form/new/title'), keeper.textOf('form/newer/title')]).toEqual([undefined, 'Other']);
    expect(await store.texts()).toEqual(['Round', 'Other']);
    isSaved = true;
    await keeper.flush();
    expect(await store.texts()).toEqual(['Other']);
  });

  it('stays where what was to be made of it was refused', async () => {
    const store = new Store();
    let isRefused = true;
    const keeper = new DraftKeeper({
      assessmentId: null,
      store,
      tab: '1',
      nowMs: () => 1,
      left: [],
      isRefused: () => isRefused,
    });
    keeper.keep(KEY, 'Not taken');
    await keeper.flush();
    await keeper.forget(KEY);
    expect(keeper.settle(KEY)).toBe(false);
    expect([keeper.textOf(KEY), await store.texts()]).toEqual(['Not taken', ['Not taken']]);
    isRefused = false;
    await keeper.forget(KEY);
    expect([keeper.textOf(KEY), await store.texts()]).toEqual([undefined, []]);
  });

  it('typed anew while the one before is being saved is kept', async () => {
    const store = new Store();
    let goOn = () => {};
    const keeper = open(store, '1', [], () => new Promise((resolve) => (goOn = () => resolve(true))));
    keeper.keep(KEY, 'First');
    await keeper.flush();
    const forgotten = keeper.forget(KEY);
    keeper.keep(KEY, 'Second');
    goOn();
    await forgotten;
    const flushed = keeper.flush();
    goOn();
    await flushed;
    expect([keeper.textOf(KEY), await store.texts()]).toEqual(['Second', ['Second']]);
  });

  it('leaves nothing behind where it was stored and saved again while the row before was leaving', async () => {
    const store = new Store();
    let saved: Promise<boolean> = Promise.resolve(true);
    const keeper = open(store, '1', [], () => saved);
    keeper.keep(KEY, 'First');
    await keeper.flush();
    let goOn = () => {};
    store.gate = new Promise((resolve) => (goOn = resolve));
    const forgotten = keeper.forget(KEY);
    await vi.advanceTimersByTimeAsync(0);
    keeper.keep(KEY, 'Second');
    const flushed = keeper.flush();
    let isSaved = () => {};
    saved = new Promise((resolve) => (isSaved = () => resolve(true)));
    const forgottenAgain = keeper.forget(KEY);
    goOn();
    await forgotten;
    isSaved();
    await Promise.all([flushed, forgottenAgain]);
    await keeper.flush();
    expect(await store.texts()).toEqual([]);
  });
});

describe('two tabs', () => {
  it('do not delete what is being typed in each other', async () => {
    const store = new Store();
    const [one, two] = [open(store, '1'), open(store, '2')];
    one.keep(KEY, 'Of the first');
    two.keep(KEY, 'Of the second');
    await Promise.all([one.flush(), two.flush()]);
    await one.forget(KEY);
    expect(await store.texts()).toEqual(['Of the second']);
  });

  it('that are open keep their texts to themselves; a closed one leaves them to the next', async () => {
    const store = new Store();
    const openNow = new Set(['2']);
    await store.writeDrafts(null, { put: [left('Closed', '1', 1), left('Open', '2', 2)], remove: [] });
    const openTabs = { own: '3', others: async () => openNow };
    const shelf = new TypingShelf({ store, openTabs, surroundings: { nowMs: () => 5 } });
    await shelf.start();
    expect(shelf.outside.textOf(KEY)).toBe('Closed');
    shelf.outside.keep(KEY, 'Closed and gone on');
    await shelf.flush();
    expect([...(await store.texts())].sort()).toEqual(['Closed and gone on', 'Open']);
    openNow.clear();
    expect(await shelf.leftIn(null)).toHaveLength(2);
  });

  it('closed with different texts for one field: the newest is shown, the other offered, and neither is lost', async () => {
    const store = new Store();
    const both = [left('Older', '1', 1), left('Newer', '2', 2), left('Newer', '0', 0)];
    await store.writeDrafts(null, { put: both, remove: [] });
    const keeper = open(store, '3', both);
    expect(keeper.textOf(KEY)).toBe('Newer');
    expect(keeper.othersOf(KEY)).toEqual([both[0]]);
    await keeper.forget(KEY);
    expect(await store.texts()).toEqual(['Older']);
    keeper.addOther(both[0]!, 'Newer, saved', '\n');
    await keeper.flush();
    expect(keeper.othersOf(KEY)).toEqual([]);
    expect(await store.texts()).toEqual(['Newer, saved\nOlder']);
  });

  it('lets go of the text of a closed tab that a person does not want', async () => {
    const store = new Store();
    const both = [left('Older', '1', 1), left('Newer', '2', 2)];
    await store.writeDrafts(null, { put: both, remove: [] });
    const keeper = open(store, '3', both);
    await keeper.removeOther(both[0]!);
    expect([keeper.othersOf(KEY), await store.texts()]).toEqual([[], ['Newer']]);
  });
});

describe('when everything is erased', () => {
  it('nothing that was being typed is stored afterwards', async () => {
    const store = new Store();
    const shelf = new TypingShelf({
      store,
      openTabs: { own: '1', others: async () => new Set() },
      surroundings: { nowMs: () => 1 },
    });
    shelf.outside.keep(KEY, 'Secret');
    shelf.forget();
    await vi.advanceTimersByTimeAsync(5000);
    await shelf.flush();
    expect(await store.texts()).toEqual([]);
  });
});
