import type { Answers } from '../../domain/registers/answer.ts';
import type { Framework } from '../../domain/framework/framework.ts';
import type { Robustness } from '../../domain/robustness/analyse-robustness.ts';
import type { Engine } from '../../domain/scoring/engine.ts';

/** What is handed to the worker: plain data that can be copied there. */
export interface RobustnessTask {
  readonly framework: Framework;
  readonly answers: Answers;
  readonly outOfScope: ReadonlySet<string>;
  readonly engine: Engine;
}

/** What comes back: the share done, 0-1, again and again, and at last the result. */
export type FromRobustnessWorker = { readonly share: number } | { readonly robustness: Robustness };

/** The part of a Worker that is used. */
export interface RobustnessWorker {
  onmessage: ((event: MessageEvent<FromRobustnessWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(task: RobustnessTask): void;
  terminate(): void;
}

/**
 * A worker, loaded when it is asked for; null where the browser has none or refuses it. Its code comes inside the page,
 * so that it also starts from disk, under a policy that allows blobs.
 */
export async function startRobustnessWorker(): Promise<RobustnessWorker | null> {
  if (typeof Worker === 'undefined') return null;
  try {
    const { default: InlineWorker } = await import('./robustness.worker.ts?worker&inline');
    return new InlineWorker() as RobustnessWorker;
  } catch {
    return null;
  }
}
