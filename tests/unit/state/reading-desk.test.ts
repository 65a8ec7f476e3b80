import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GivenFile } from '../../../src/file/given-file.ts';
import type { NamedContent } from '../../../src/file/read-given-file.ts';
import { readGivenFile } from '../../../src/file/read-given-file.ts';
import { writeSextantFile } from '../../../src/file/write-sextant-file.ts';
import type { ReadingWorker } from '../../../src/state/library/reading-desk.svelte.ts';
import { ReadingDesk } from '../../../src/state/library/reading-desk.svelte.ts';
import type { FromReadingWorker } from '../../../src/state/library/reading-task.ts';
import { buffersOf, toSend } from '../../../src/state/library/reading-task.ts';
import type { Framework } from '../../../src/domain/framework/framework.ts';
import { sampleAssessment } from '../../fixtures/sample-assessment.ts';

const sample = sampleAssessment();
const bytes = writeSextantFile(sample);
const given = (fileName: string): GivenFile => ({
  file: { size: bytes.length, arrayBuffer: () => Promise.resolve(Uint8Array.from(bytes).buffer) } as Blob,
  fileName,
  use: 'return',
  passphrase: null,
});

/** A worker whose messages the test sends. */
class FakeWorker implements ReadingWorker {
  onmessage: ReadingWorker['onmessage'] = null;
  onerror: ReadingWorker['onerror'] = null;
  readonly given: string[] = [];
  readonly sent: Framework[] = [];
  terminated = false;
  postMessage({ fileName }: GivenFile): void {
    this.given.push(fileName);
  }
  terminate(): void {
    this.terminated = true;
  }
  say(data: FromReadingWorker): void {
    if (!this.terminated) this.onmessage?.({ data } as MessageEvent<FromReadingWorker>);
  }
  /** What reading gave, copied as between two threads. */
  answer(contents: readonly NamedContent[]): void {
    const before = this.sent.length;
    const message = {
      kind: 'read',
      contents: toSend(contents, this.sent),
      frameworks: this.sent.slice(before),
    } as const;
    this.say(structuredClone(message, { transfer: buffersOf(contents) }));
  }
  fail(): void {
    this.onerror?.({} as ErrorEvent);
  }
}

/** Bytes of another realm are not equal to ours, so that they are compared one by one. */
function summaryOf({ content }: NamedContent) {
  if (!content.ok || content.value.kind !== 'assessment') return null;
  const { assessment, framework, journal, evidence } = content.value.file;
  return { assessment, framework, journal, evidence: [...evidence].map(([sha256, one]) => [sha256, [...one]]) };
}
const SUMMARY = { ...sample, evidence: [...sample.evidence].map(([sha256, one]) => [sha256, [...one]]) };

const codesOf = (contents: readonly NamedContent[] | null) =>
  contents?.map(({ content }) => (content.ok ? content.value.kind : content.problems.map(({ code }) => code)));

describe('ReadingDesk', () => {
  it('reads on the page where there is no worker', async () => {
    const desk = new ReadingDesk(() => Promise.resolve(null));
    const read = await desk.read([given('a'), given('b')]);
    expect(read?.map(({ fileName }) => fileName)).toEqual(['a', 'b']);
    expect(read?.map(summaryOf)).toEqual(Array(2).fill(SUMMARY));
    expect(desk.reading).toBeNull();
  });

  it('reads on the page where the worker never ran: a policy refused it', async () => {
    const worker = new FakeWorker();
    const desk = new ReadingDesk(() => Promise.resolve(worker));
    const reading = desk.read([given('a')]);
    await vi.waitFor(() => expect(worker.given).toEqual(['a']));
    worker.fail();
    expect(codesOf(await reading)).toEqual(['assessment']);
    expect(worker.terminated).toBe(true);
  });

  it('gives what the worker read, file after file, each framework once', async () => {
    const worker = new FakeWorker();
    const desk = new ReadingDesk(() => Promise.resolve(worker));
    const reading = desk.read([given('a'), given('b')]);
    await vi.waitFor(() => expect(worker.given).toEqual(['a']));
    worker.say({ kind: 'running' });
    worker.say({ kind: 'share', share: 0.5 });
    expect(desk.reading).toMatchObject({ done: 0, of: 2, share: 0.5 });
    const contents = await readGivenFile(given('a'));
    const file =
      contents[0]!.content.ok && contents[0]!.content.value.kind === 'assessment'
        ? contents[0]!.content.value.file
        : sample;
    const again = structuredClone({ ...file, framework: null });
    worker.answer(contents);
    expect(desk.reading).toMatchObject({ done: 1, share: 0 });
    expect(worker.given).toEqual(['a', 'b']);
    const value = { kind: 'assessment' as const, file: { ...again, framework: file.framework } };
    worker.answer([{ fileName: 'b', content: { ok: true, value, advice: [] } }]);
    const read = await reading;
    expect(worker.sent).toHaveLength(1);
    expect(read?.map(summaryOf)).toEqual(Array(2).fill(SUMMARY));
    expect(worker.terminated).toBe(true);
  });

  it('says of a file that broke the worker that it could not be read, and does not try it on the page', async () => {
    for (const breakOff of [
      (worker: FakeWorker) => worker.fail(),
      (worker: FakeWorker) => worker.say({ kind: 'failed' }),
    ]) {
      const worker = new FakeWorker();
      const desk = new ReadingDesk(() => Promise.resolve(worker));
      const reading = desk.read([given('a'), given('b')]);
      await vi.waitFor(() => expect(worker.given).toEqual(['a']));
      worker.say({ kind: 'running' });
      breakOff(worker);
      expect(codesOf(await reading)).toEqual([['file.readingFailed'], ['file.readingFailed']]);
    }
  });

  it('stops whatever the worker does, and hears nothing of it any more', async () => {
    const worker = new FakeWorker();
    const desk = new ReadingDesk(() => Promise.resolve(worker));
    const reading = desk.read([given('a')]);
    await vi.waitFor(() => expect(worker.given).toEqual(['a']));
    desk.stop();
    expect([await reading, desk.reading, worker.terminated]).toEqual([null, null, true]);
  });

  it('stops before the worker is there, and between two files on the page', async () => {
    const worker = new FakeWorker();
    let arrive: (worker: ReadingWorker | null) => void = () => {};
    const desk = new ReadingDesk(() => new Promise((resolve) => (arrive = resolve)));
    const begun = () => vi.waitFor(() => expect(desk.reading).not.toBeNull());
    const first = desk.read([given('a')]);
    await begun();
    desk.stop();
    arrive(worker);
    expect([await first, worker.terminated]).toEqual([null, true]);
    const second = desk.read([given('a'), given('b')]);
    await begun();
    arrive(null);
    await Promise.resolve();
    desk.stop();
    expect(await second).toBeNull();
  });
});

describe('a long reading', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is called long after a second, so that it can be stopped', async () => {
    const worker = new FakeWorker();
    const desk = new ReadingDesk(() => Promise.resolve(worker));
    const reading = desk.read([given('a')]);
    await vi.advanceTimersByTimeAsync(900);
    expect(desk.reading?.isLong).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(desk.reading?.isLong).toBe(true);
    desk.stop();
    expect(await reading).toBeNull();
  });
});

describe('a fault of ours in reading on the page', () => {
  it('is said of the file that it was found in, and the others are read', async () => {
    const desk = new ReadingDesk(() => Promise.resolve(null));
    const broken: GivenFile = {
      ...given('b'),
      use: 'open',
      get passphrase(): null {
        throw new Error('ours');
      },
    };
    const read = await desk.read([given('a'), broken, given('c')]);
    expect(codesOf(read)).toEqual(['assessment', ['file.readingFailed'], 'assessment']);
  });
});
