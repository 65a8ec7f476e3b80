import type { Problem } from '../../domain/problem.ts';
import type { SextantFile } from '../../file/sextant-file.ts';

/** What is handed to the worker: plain data that can be copied there. */
export interface PackingTask {
  readonly content: SextantFile;
  /** '' is none. */
  readonly passphrase: string;
}

/** What comes back: that it runs, then the file, or why no reader would read it, or that the making broke off. */
export type FromPackingWorker =
  | { readonly kind: 'running' }
  | { readonly kind: 'packed'; readonly bytes: Uint8Array }
  | { readonly kind: 'unwritable'; readonly problem: Problem }
  | { readonly kind: 'failed'; readonly reason: string };

/** What is used of a worker. */
export interface PackingWorker {
  onmessage: ((event: MessageEvent<FromPackingWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(task: PackingTask): void;
  terminate(): void;
}
