import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FileToSave } from '../../../src/storage/file-saver.ts';
import { BrowserFileSaver } from '../../../src/storage/file-saver.ts';
import type { Dialogue } from '../../fixtures/fake-saving-browser.ts';
import { ACTIVATION_MS, FakeSavingBrowser } from '../../fixtures/fake-saving-browser.ts';
import { problem } from '../../../src/domain/problem.ts';
import { UnwritableFile } from '../../../src/file/unwritable-file.ts';
import { readSources } from '../read-sources.ts';

const BYTES = Uint8Array.of(1, 2, 3);
const LONG_MS = ACTIVATION_MS + 2_000;
const FILE: FileToSave = {
  name: 'Benin 2026.sextant',
  mediaType: 'application/zip',
  make: () => new Promise((resolve) => setTimeout(() => resolve(BYTES), LONG_MS)),
};
const unmakeable = { ...FILE, make: () => Promise.reject(new Error('no memory')) };

function open(dialogue: Dialogue) {
  const fake = new FakeSavingBrowser(dialogue);
  return { fake, saver: new BrowserFileSaver(fake.browser) };
}

/** What became of a file that takes longer to make than a click allows a dialogue. */
async function saveSlowly(dialogue: Dialogue, prepare: (fake: FakeSavingBrowser) => void = () => {}) {
  const { fake, saver } = open(dialogue);
  prepare(fake);
  const saving = fake.click(() => saver.save(FILE));
  await vi.advanceTimersByTimeAsync(LONG_MS);
  return { fake, outcome: await saving };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a file that takes longer to make than a click lasts', () => {
  it('is written where the person chose in the click', async () => {
    const { fake, outcome } = await saveSlowly('gives');
    expect(outcome.kind).toBe('written');
    expect(fake.files.get(FILE.name)?.bytes).toEqual(BYTES);
    expect(fake.downloads).toEqual([]);
  });

  it('would get no dialogue if it were made before the place is asked for: the fake is as strict as Chromium', async () => {
    const { fake, saver } = open('gives');
    const saving = fake.click(async () => {
      const bytes = await FILE.make(new AbortController().signal);
      return saver.save({ ...FILE, make: () => Promise.resolve(bytes) });
    });
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect((await saving).kind).toBe('handed-over');
  });

  it.each(['none', 'NotAllowedError', 'SecurityError', 'TypeError'] as const)(
    'is a download of the same bytes where the dialogue says %s',
    async (dialogue) => {
      const { fake, outcome } = await saveSlowly(dialogue);
      expect(outcome).toEqual({ kind: 'handed-over', bytes: BYTES, leftEmpty: null });
      const [{ name, blob }] = fake.downloads as [{ name: string; blob: Blob }];
      expect([name, blob.type, new Uint8Array(await blob.arrayBuffer())]).toEqual([FILE.name, FILE.mediaType, BYTES]);
    },
  );

  it.each(['createWritable', 'write', 'close'] as const)(
    'is a download where %s fails, whatever the error calls itself, and no empty file stays',
    async (step) => {
      const { fake, outcome } = await saveSlowly('gives', (browser) => (browser.writeFails = step));
      expect(outcome).toEqual({ kind: 'handed-over', bytes: BYTES, leftEmpty: null });
      expect(fake.downloads).toHaveLength(1);
      expect(fake.files.get(FILE.name)?.exists).toBe(false);
    },
  );

  it('is not made at all when the person changed their mind', async () => {
    const { fake, saver } = open('AbortError');
    const make = vi.fn(FILE.make);
    expect(await fake.click(() => saver.save({ ...FILE, make }))).toEqual({ kind: 'cancelled', leftEmpty: null });
    expect(make).not.toHaveBeenCalled();
    expect(fake.downloads).toEqual([]);
  });
});

describe('a file that cannot be made', () => {
  it('says why, and leaves no empty file', async () => {
    const { fake, saver } = open('gives');
    const outcome = await fake.click(() => saver.save(unmakeable));
    expect(outcome).toMatchObject({
      kind: 'failed',
      problem: { code: 'save.notMade', params: { name: FILE.name, reason: 'no memory' } },
      leftEmpty: null,
    });
    expect(fake.files.get(FILE.name)?.exists).toBe(false);
    expect(fake.downloads).toEqual([]);
  });

  it('says what would make it one that nobody can read', async () => {
    const tooFull = problem('file.tooFull', '', []);
    const { fake, saver } = open('gives');
    const outcome = await fake.click(() =>
      saver.save({ ...FILE, make: () => Promise.reject(new UnwritableFile(tooFull)) }),
    );
    expect(outcome).toMatchObject({ kind: 'failed', problem: tooFull });
  });

  it('names the empty file where the browser cannot take it away', async () => {
    const { fake, saver } = open('gives');
    fake.canRemove = false;
    expect(await fake.click(() => saver.save(unmakeable))).toMatchObject({ kind: 'failed', leftEmpty: FILE.name });
  });

  it('is cancelled at once when the person stops it, also where the maker does not listen', async () => {
    const { fake, saver } = open('gives');
    const stop = new AbortController();
    const saving = fake.click(() => saver.save(FILE, stop.signal));
    await vi.advanceTimersByTimeAsync(1);
    stop.abort();
    // No clock moves on: nobody waits for the maker.
    expect(await saving).toEqual({ kind: 'cancelled', leftEmpty: null });
    expect(fake.files.get(FILE.name)?.exists).toBe(false);
  });

  it('says so where not even a download can be started', async () => {
    const { fake } = open('none');
    const download = () => {
      throw new Error('no space');
    };
    const saver = new BrowserFileSaver({ ...fake.browser, download });
    const outcome = await saver.save({ ...FILE, make: () => Promise.resolve(BYTES) });
    expect(outcome).toMatchObject({ kind: 'failed', problem: { code: 'save.notGiven' } });
  });
});

describe('the file of an earlier save', () => {
  const quick = { ...FILE, make: () => Promise.resolve(BYTES) };

  async function savedOnce() {
    const { fake, saver } = open('gives');
    const first = await fake.click(() => saver.save(quick));
    if (first.kind !== 'written') throw new Error(first.kind);
    return { fake, saver, again: { ...quick, known: first.handle, make: () => Promise.resolve(Uint8Array.of(9)) } };
  }

  it('is written again without asking, however long after the click', async () => {
    const { fake, saver, again } = await savedOnce();
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect((await saver.save(again)).kind).toBe('written');
    expect(fake.asked).toHaveLength(1);
    expect(fake.files.get(FILE.name)?.bytes).toEqual(Uint8Array.of(9));
  });

  it.each([
    ['it is gone', (fake: FakeSavingBrowser) => (fake.files.get(FILE.name)!.exists = false)],
    ['it may not be written any more', (fake: FakeSavingBrowser) => (fake.permission = 'denied')],
  ])('is asked for anew where %s', async (_why, change) => {
    const { fake, saver, again } = await savedOnce();
    change(fake);
    expect((await fake.click(() => saver.save(again))).kind).toBe('written');
    expect(fake.asked).toHaveLength(2);
  });

  it('keeps what it held where the new bytes cannot be made or written', async () => {
    const { fake, saver, again } = await savedOnce();
    await saver.save({ ...again, make: unmakeable.make });
    fake.writeFails = 'close';
    expect((await saver.save(again)).kind).toBe('handed-over');
    expect(fake.files.get(FILE.name)).toEqual({ bytes: BYTES, exists: true });
  });
});

it('is the only place that asks for a file or starts a download', () => {
  const others = readSources('src').filter(({ text }) =>
    /createObjectURL|\.download = |'showSaveFilePicker'\)/.test(text),
  );
  expect(others.map(({ path }) => path)).toEqual(['src/storage/file-saver.ts']);
});
