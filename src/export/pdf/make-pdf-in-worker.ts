import type { PdfFile, PdfReply, PdfRequest } from './pdf-request.ts';

/** What is used of a worker. */
export type PdfWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

export interface MakingOptions {
  /** How much is done, 0 to 1. */
  readonly onprogress?: (done: number) => void;
  /** Stops the making: the worker is ended where it stands. */
  readonly signal?: AbortSignal;
}

/** No worker could be started here, or it ended without a word. */
export class WorkerUnavailable extends Error {}

/**
 * Writes a PDF file in a worker of its own, which is ended afterwards. Rejects with `WorkerUnavailable` where there is
 * none, with the reason of the signal when stopped, with an error when the writing failed.
 */
export function makePdfInWorker(
  request: PdfRequest,
  { onprogress, signal }: MakingOptions,
  start: () => PdfWorker,
): Promise<PdfFile> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    let worker: PdfWorker;
    try {
      worker = start();
    } catch {
      reject(new WorkerUnavailable());
      return;
    }
    const stop = () => end(() => reject(signal?.reason as Error));
    const end = (settle: () => void) => {
      worker.terminate();
      signal?.removeEventListener('abort', stop);
      settle();
    };
    signal?.addEventListener('abort', stop);
    worker.addEventListener('message', ({ data }: MessageEvent<PdfReply>) => {
      if (data.kind === 'progress') onprogress?.(data.done);
      else if (data.kind === 'written') end(() => resolve(data.file));
      else end(() => reject(new Error(data.reason)));
    });
    // Only a worker that could not be loaded ends without a reply.
    worker.addEventListener('error', () => end(() => reject(new WorkerUnavailable())));
    try {
      worker.postMessage(request);
    } catch {
      end(() => reject(new WorkerUnavailable()));
    }
  });
}
