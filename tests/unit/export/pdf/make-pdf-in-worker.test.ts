import { describe, expect, it } from 'vitest';
import type { PdfWorker } from '../../../../src/export/pdf/make-pdf-in-worker.ts';
import { makePdfInWorker, WorkerUnavailable } from '../../../../src/export/pdf/make-pdf-in-worker.ts';
import type { PdfReply, PdfRequest } from '../../../../src/export/pdf/pdf-request.ts';
import { documentOf, ENGLISH } from '../../../fixtures/report-documents.ts';

const request: PdfRequest = { document: documentOf(ENGLISH), fonts: {}, createdAt: '2026-11-21' };

/** A worker that replies as told, and what was done with it. */
class FakeWorker extends EventTarget {
  ended = 0;
  readonly received: unknown[] = [];

  postMessage(message: unknown): void {
    this.received.push(message);
  }

  terminate(): void {
    this.ended += 1;
  }

  reply(data: PdfReply): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

const asWorker = (worker: FakeWorker) => worker as unknown as PdfWorker;

describe('makePdfInWorker', () => {
  it('hands the request over, says how far it is, and ends the worker', async () => {
    const worker = new FakeWorker();
    const heard: number[] = [];
    const making = makePdfInWorker(request, { onprogress: (done) => heard.push(done) }, () => asWorker(worker));
    worker.reply({ kind: 'progress', done: 0.5 });
    worker.reply({ kind: 'written', file: { bytes: new Uint8Array([1]), missing: ['漢'] } });
    await expect(making).resolves.toEqual({ bytes: new Uint8Array([1]), missing: ['漢'] });
    expect({ heard, ended: worker.ended, received: worker.received }).toEqual({
      heard: [0.5],
      ended: 1,
      received: [request],
    });
  });

  it('ends the worker when stopped', async () => {
    const worker = new FakeWorker();
    const stop = new AbortController();
    const making = makePdfInWorker(request, { signal: stop.signal }, () => asWorker(worker));
    stop.abort();
    await expect(making).rejects.toThrow('abort');
    expect(worker.ended).toBe(1);
  });

  it('tells a failure of the writing from a worker that does not start', async () => {
    const failing = new FakeWorker();
    const making = makePdfInWorker(request, {}, () => asWorker(failing));
    failing.reply({ kind: 'failed', reason: 'no room' });
    await expect(making).rejects.toThrow('no room');
    const refused = () => {
      throw new Error('blocked by policy');
    };
    await expect(makePdfInWorker(request, {}, refused)).rejects.toBeInstanceOf(WorkerUnavailable);
    const silent = new FakeWorker();
    const waiting = makePdfInWorker(request, {}, () => asWorker(silent));
    silent.dispatchEvent(new Event('error'));
    await expect(waiting).rejects.toBeInstanceOf(WorkerUnavailable);
  });
});
