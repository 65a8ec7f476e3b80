import { afterEach, describe, expect, it, vi } from 'vitest';
import { problem } from '../../../src/domain/problem.ts';
import { StorageError } from '../../../src/storage/storage-error.ts';
import { STORAGE_PATIENCE_MS } from '../../../src/storage/storage-patience.ts';
import { EntryWriter } from '../../../src/state/session/entry-writer.svelte.ts';
import { FakeStore, fakeSurroundings } from './fake-store.ts';

const REGISTER = 'rating/lead/IC-01/1/answer';
const ACTOR = 'institution:lead';

afterEach(() => {
  vi.useRealTimers();
});

function openWriter(store = new FakeStore()) {
  const announced: string[] = [];
  const writer = new EntryWriter('a1', [], store, fakeSurroundings(), (entries) =>
    announced.push(...entries.map(({ id }) => id)),
  );
  return { writer, store, announced };
}

describe('EntryWriter', () => {
  it('says saving until the store says that the entry is durable, then saved, and only then tells other tabs', async () => {
    const { writer, store, announced } = openWriter();
    let open = () => {};
    store.gate = new Promise((resolve) => (open = resolve));
    const written = writer.write([{ register: REGISTER, value: { level: 'emerging' } }], ACTOR);
    expect(writer.status).toEqual({ state: 'saving' });
    expect(writer.state.registers.get(REGISTER)?.value).toEqual({ level: 'emerging' });
    expect(announced).toEqual([]);
    open();
    await written;
    expect(writer.status).toEqual({ state: 'saved' });
    expect(store.entries).toHaveLength(1);
    expect(announced).toEqual(store.entries.map(({ id }) => id));
  });

  it('keeps what could not be written, names the reason, and writes it at the next try', async () => {
    const { writer, store } = openWriter();
    store.failure = new StorageError(problem('storage.quotaExceeded', '', []));
    await writer.write([{ register: REGISTER, value: { level: 'emerging' } }], ACTOR);
    expect(writer.status).toMatchObject({ state: 'failed', problem: { code: 'storage.quotaExceeded' } });
    expect(writer.entries).toHaveLength(1);
    store.failure = null;
    await writer.write([{ register: 'impact/IC-01', value: 3 }], ACTOR);
    expect(writer.status).toEqual({ state: 'saved' });
    expect(store.entries.map(({ register }) => register)).toEqual([REGISTER, 'impact/IC-01']);
  });

  it('says so where the store never answers, loses nothing, and is saved as soon as it does', async () => {
    vi.useFakeTimers();
    const { writer, store } = openWriter();
    let open = () => {};
    store.gate = new Promise((resolve) => (open = resolve));
    const written = writer.write([{ register: REGISTER, value: { level: 'emerging' } }], ACTOR);
    vi.advanceTimersByTime(STORAGE_PATIENCE_MS - 1);
    expect(writer.status).toEqual({ state: 'saving' });
    vi.advanceTimersByTime(1);
    expect(writer.status).toMatchObject({
      state: 'failed',
      problem: { code: 'storage.silent', params: { seconds: 10 } },
    });
    // What is entered meanwhile waits with it, and both are in the file that is offered.
    const further = writer.write([{ register: 'impact/IC-01', value: 3 }], ACTOR);
    expect(writer.entries.map(({ register }) => register)).toEqual([REGISTER, 'impact/IC-01']);
    expect(store.entries).toEqual([]);
    open();
    await Promise.all([written, further]);
    expect(writer.status).toEqual({ state: 'saved' });
    expect(store.entries.map(({ id }) => id)).toEqual(writer.entries.map(({ id }) => id));
    vi.advanceTimersByTime(STORAGE_PATIENCE_MS);
    expect(writer.status).toEqual({ state: 'saved' });
  });

  it('says so too of what comes from elsewhere, which is nowhere until it is stored', async () => {
    vi.useFakeTimers();
    const { writer } = openWriter();
    let answer = () => {};
    const stored = new Promise<void>((resolve) => (answer = resolve));
    const written = writer.writeTogether([], [{ register: 'impact/IC-01', value: 3 }], ACTOR, () => stored);
    await vi.advanceTimersByTimeAsync(STORAGE_PATIENCE_MS);
    expect(writer.status).toMatchObject({
      state: 'failed',
      problem: { code: 'storage.waiting', params: { seconds: 10 } },
    });
    expect(writer.entries).toEqual([]);
    answer();
    await written;
    expect(writer.status).toEqual({ state: 'saved' });
    expect(writer.entries).toHaveLength(1);
  });

  it('makes no entry when nothing changes', async () => {
    const { writer, store } = openWriter();
    await writer.write([{ register: REGISTER, value: { level: 'emerging' } }], ACTOR);
    await writer.write([{ register: REGISTER, value: { level: 'emerging' } }], ACTOR);
    expect(store.entries).toHaveLength(1);
  });

  it('undoes the last action as a new entry and forgets nothing', async () => {
    const { writer, store } = openWriter();
    await writer.write([{ register: REGISTER, value: { level: 'emerging' } }], ACTOR);
    await writer.write([{ register: REGISTER, value: { level: 'mature' } }], ACTOR);
    await writer.undo(ACTOR);
    expect(writer.state.registers.get(REGISTER)?.value).toEqual({ level: 'emerging' });
    expect(store.entries).toHaveLength(3);
    await writer.undo(ACTOR);
    expect(writer.state.registers.get(REGISTER)?.value).toBeNull();
    expect(writer.undoableActions).toBe(0);
  });

  it('takes in entries of another tab and continues after them', async () => {
    const other = openWriter();
    await other.writer.write([{ register: REGISTER, value: { level: 'mature' } }], ACTOR);
    const { writer, store } = openWriter();
    writer.receive(other.store.entries);
    expect(writer.state.registers.get(REGISTER)?.value).toEqual({ level: 'mature' });
    await writer.write([{ register: REGISTER, value: { level: 'nascent' } }], ACTOR);
    const [own] = store.entries;
    expect(own !== undefined && 'replaces' in own ? own.replaces : []).toEqual(other.store.entries.map(({ id }) => id));
    expect(writer.state.registers.get(REGISTER)?.conflict).toBe(false);
  });

  it('settles a conflict even when the value chosen is the one that is shown', async () => {
    const one = openWriter();
    const two = openWriter();
    await one.writer.write([{ register: REGISTER, value: { level: 'nascent' } }], ACTOR);
    await two.writer.write([{ register: REGISTER, value: { level: 'mature' } }], ACTOR);
    const { writer } = openWriter();
    // The same clock and the same random digits would be one tab: make the second id another one.
    const [entry] = two.store.entries;
    const foreign = { ...entry!, id: entry!.id.replace(/.$/, 'f') };
    writer.receive([...one.store.entries, foreign]);
    expect(writer.state.registers.get(REGISTER)?.conflict).toBe(true);
    await writer.write([{ register: REGISTER, value: { level: 'mature' } }], ACTOR);
    expect(writer.state.registers.get(REGISTER)?.conflict).toBe(false);
  });

  it('stores entries together with the documents that they name, or leaves no trace of either', async () => {
    const { writer, store, announced } = openWriter();
    const change = [{ register: 'evidence/E1', value: { title: 'Decree', sha256: 'ab' } }];
    const document = new Map([['ab', new Uint8Array([1])]]);
    store.failure = new StorageError(problem('storage.quotaExceeded', '', []));
    await expect(writer.writeWithEvidence(change, ACTOR, document)).rejects.toThrow('storage.quotaExceeded');
    expect([writer.entries, writer.undoableActions, writer.status.state, announced]).toEqual([[], 0, 'saved', []]);
    store.failure = null;
    await writer.write([{ register: REGISTER, value: { level: 'emerging' } }], ACTOR);
    expect(store.entries.map(({ register }) => register)).toEqual([REGISTER]);
    await writer.writeWithEvidence(change, ACTOR, document);
    expect(store.evidence).toEqual(document);
    expect(writer.entries).toEqual(store.entries);
    expect(announced).toEqual(store.entries.map(({ id }) => id));
  });

  it.each([
    ['storage.deleted', 'deleted'],
    ['storage.notFound', 'erased'],
  ] as const)(
    'learns from %s what became of the assessment, and stores what waited when it is back',
    async (code, standing) => {
      const { writer, store } = openWriter();
      store.failure = new StorageError(problem(code, '', []));
      await writer.write([{ register: REGISTER, value: { level: 'emerging' } }], ACTOR);
      expect(writer.standing).toBe(standing);
      store.failure = null;
      // Another tab says so, and nothing is shown as saved before it is.
      expect(writer.status).toMatchObject({ state: 'failed', problem: { code } });
      writer.stand('here');
      await writer.retry();
      expect(writer.status).toEqual({ state: 'saved' });
      expect(store.entries).toHaveLength(1);
    },
  );

  it('never says saved of an assessment that another tab deleted', () => {
    const { writer } = openWriter();
    writer.stand('deleted');
    expect(writer.status).toMatchObject({ state: 'failed', problem: { code: 'storage.deleted' } });
  });

  it('keeps an entry that is stored while everything is read anew', async () => {
    const { writer, store } = openWriter();
    let reads = 0;
    await writer.startAfresh(async () => {
      const read = [...store.entries];
      if (++reads === 1) await writer.write([{ register: REGISTER, value: { level: 'emerging' } }], ACTOR);
      return read;
    });
    expect(reads).toBe(2);
    expect(writer.entries).toEqual(store.entries);
    expect(writer.entries).toHaveLength(1);
  });

  it.each([
    ['1985', Date.UTC(1985, 0, 1)],
    ['2010', Date.UTC(2010, 0, 1)],
    ['2080', Date.UTC(2080, 0, 1)],
    ['the year 10000', Date.UTC(10_000, 0, 1)],
  ])('keeps answers in their order under a clock of %s, and says that it is in doubt', async (_, nowMs) => {
    const store = new FakeStore();
    const first = new EntryWriter('a1', [], store, fakeSurroundings());
    await first.write([{ register: REGISTER, value: { level: 'emerging' } }], ACTOR);
    expect(first.isClockInDoubt).toBe(false);
    const later = new EntryWriter('a1', store.entries, store, fakeSurroundings(nowMs));
    for (const level of ['mature', 'nascent', 'mature']) {
      await later.write([{ register: REGISTER, value: { level } }], ACTOR);
      expect(later.state.registers.get(REGISTER)).toMatchObject({ value: { level }, conflict: false });
    }
    expect(later.isClockInDoubt).toBe(true);
    expect(later.status).toEqual({ state: 'saved' });
    const own = store.entries.slice(1).map(({ id }) => id);
    expect(own).toEqual([...own].sort());
  });
});
