import { describe, expect, it } from 'vitest';
import { problem } from '../../../src/domain/problem.ts';
import { decryptFile } from '../../../src/file/encrypted-file.ts';
import type { SextantFile } from '../../../src/file/sextant-file.ts';
import { UnwritableFile } from '../../../src/file/unwritable-file.ts';
import { writeSextantFile } from '../../../src/file/write-sextant-file.ts';
import { packFile } from '../../../src/state/library/pack-file.ts';
import type { FromPackingWorker, PackingTask, PackingWorker } from '../../../src/state/library/packing-task.ts';
import { sampleAssessment } from '../../fixtures/sample-assessment.ts';

const small = sampleAssessment();
/** Its document is used by nothing: it weighs, and leaves in no file. */
const large: SextantFile = { ...small, evidence: new Map([['0'.repeat(64), new Uint8Array(3 * 1024 * 1024)]]) };

/** A worker whose messages the test sends. */
class FakeWorker implements PackingWorker {
  onmessage: PackingWorker['onmessage'] = null;
  onerror: PackingWorker['onerror'] = null;
  readonly tasks: PackingTask[] = [];
  ended = 0;
  readonly start = () => Promise.resolve(this);
  postMessage(task: PackingTask): void {
    this.tasks.push(task);
  }
  terminate(): void {
    this.ended += 1;
  }
  say(data: FromPackingWorker): void {
    this.onmessage?.({ data } as MessageEvent<FromPackingWorker>);
  }
  fail(): void {
    this.onerror?.({ message: 'no room' } as ErrorEvent);
  }
  /** Resolves when the work has been handed over. */
  async handed(): Promise<void> {
    while (this.tasks.length === 0) await Promise.resolve();
  }
}

describe('packFile', () => {
  it('makes what is small on the page', async () => {
    const worker = new FakeWorker();
    expect(await packFile(small, { start: worker.start })).toEqual(writeSextantFile(small));
    expect(worker.tasks).toEqual([]);
  });

  it.each([
    ['large documents', large, ''],
    ['a passphrase', small, 'a passphrase of mine'],
  ])('hands %s to a worker, and ends it', async (_, content, passphrase) => {
    const worker = new FakeWorker();
    const packing = packFile(content, { passphrase, start: worker.start });
    await worker.handed();
    worker.say({ kind: 'running' });
    worker.say({ kind: 'packed', bytes: Uint8Array.of(1, 2) });
    expect(await packing).toEqual(Uint8Array.of(1, 2));
    expect([worker.tasks, worker.ended]).toEqual([[{ content, passphrase }], 1]);
  });

  it('is stopped where it stands', async () => {
    const [worker, stop] = [new FakeWorker(), new AbortController()];
    const packing = packFile(large, { signal: stop.signal, start: worker.start });
    await worker.handed();
    stop.abort();
    await expect(packing).rejects.toThrow('abort');
    expect(worker.ended).toBe(1);
  });

  it('makes it on the page where no worker starts, or one is refused', async () => {
    expect(await packFile(large, { start: () => Promise.resolve(null) })).toEqual(writeSextantFile(large));
    const worker = new FakeWorker();
    const packing = packFile(small, { passphrase: 'a passphrase of mine', start: worker.start });
    await worker.handed();
    worker.fail();
    expect(await decryptFile(await packing, 'a passphrase of mine')).toMatchObject({ value: writeSextantFile(small) });
  });

  it('makes it on the page where there is no memory to hand it over', async () => {
    class Full extends FakeWorker {
      override postMessage(): void {
        throw new DOMException('out of memory', 'DataCloneError');
      }
    }
    const worker = new Full();
    expect(await packFile(large, { start: worker.start })).toEqual(writeSextantFile(large));
    expect(worker.ended).toBe(1);
  });

  it('says what no reader would take, and what broke off', async () => {
    const ends: [(worker: FakeWorker) => void, unknown][] = [
      [
        (worker) => worker.say({ kind: 'unwritable', problem: problem('file.tooFull', '', []) }),
        expect.any(UnwritableFile),
      ],
      [(worker) => worker.say({ kind: 'failed', reason: 'no room' }), new Error('no room')],
      [
        (worker) => {
          worker.say({ kind: 'running' });
          worker.fail();
        },
        new Error('no room'),
      ],
    ];
    for (const [end, expected] of ends) {
      const worker = new FakeWorker();
      const packing = packFile(large, { start: worker.start });
      await worker.handed();
      end(worker);
      await expect(packing).rejects.toEqual(expected);
    }
  });
});
