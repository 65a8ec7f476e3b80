import type { SextantFile } from '../../file/sextant-file.ts';
import { UnwritableFile } from '../../file/unwritable-file.ts';
import type { PackingTask, PackingWorker } from './packing-task.ts';

/** Below this nobody feels the making, and a worker would take longer to start. */
const WORTH_A_WORKER_BYTES = 2 * 1024 * 1024;
const WORTH_A_WORKER_ENTRIES = 10_000;

export interface PackingOptions {
  /** '' is none. */
  readonly passphrase?: string;
  /** Stops the making: the worker is ended where it stands. */
  readonly signal?: AbortSignal;
  readonly start?: () => Promise<PackingWorker | null>;
}

/** Null where the browser has none, or refuses it. */
async function startWorker(): Promise<PackingWorker | null> {
  if (typeof Worker === 'undefined') return null;
  try {
    const { startPackingWorker } = await import('./start-packing-worker.ts');
    return startPackingWorker();
  } catch {
    return null;
  }
}

/** A passphrase takes a third of a second by design. */
function takesLong({ content: { journal, evidence }, passphrase }: PackingTask): boolean {
  const bytes = [...evidence.values()].reduce((sum, { length }) => sum + length, 0);
  return passphrase !== '' || bytes >= WORTH_A_WORKER_BYTES || journal.entries.length >= WORTH_A_WORKER_ENTRIES;
}

/** Null where the worker never ran. */
function packInWorker(
  worker: PackingWorker,
  task: PackingTask,
  signal: AbortSignal | undefined,
): Promise<Uint8Array | null> {
  return new Promise((resolve, reject) => {
    let isRunning = false;
    const stop = () => end(() => reject(signal?.reason as Error));
    const end = (settle: () => void) => {
      worker.terminate();
      signal?.removeEventListener('abort', stop);
      settle();
    };
    signal?.addEventListener('abort', stop);
    worker.onmessage = ({ data }) => {
      isRunning = true;
      if (data.kind === 'packed') end(() => resolve(data.bytes));
      else if (data.kind === 'unwritable') end(() => reject(new UnwritableFile(data.problem)));
      else if (data.kind === 'failed') end(() => reject(new Error(data.reason)));
    };
    worker.onerror = ({ message }) => end(() => (isRunning ? reject(new Error(message)) : resolve(null)));
    try {
      worker.postMessage(task);
    } catch {
      // No memory for a second copy: the page has its own.
      end(() => resolve(null));
    }
  });
}

/**
 * An assessment as the bytes of its file; made in a worker where that takes long, on the page where no worker can be had.
 * Rejects with the reason of the signal when stopped, with `UnwritableFile` for what could not be read again.
 */
export async function packFile(content: SextantFile, options: PackingOptions = {}): Promise<Uint8Array> {
  const { passphrase = '', signal, start = startWorker } = options;
  const task = { content, passphrase };
  const worker = takesLong(task) ? await start() : null;
  if (signal?.aborted === true) worker?.terminate();
  signal?.throwIfAborted();
  const packed = worker === null ? null : await packInWorker(worker, task, signal);
  if (packed !== null) return packed;
  const { writeOutgoingFile } = await import('../../file/write-outgoing-file.ts');
  return writeOutgoingFile(content, passphrase);
}
