import type { Robustness } from '../../domain/robustness/analyse-robustness.ts';
import type { RobustnessTask, RobustnessWorker } from './robustness-task.ts';
import { startRobustnessWorker } from './robustness-task.ts';

export type RobustnessStatus =
  | { readonly state: 'idle' }
  /** `share` is what is done, 0-1. */
  | { readonly state: 'running'; readonly share: number }
  /** `of` are the answers it was computed from: others mean that it no longer holds. */
  | { readonly state: 'done'; readonly robustness: Robustness; readonly of: RobustnessTask['answers'] };

const IDLE: RobustnessStatus = { state: 'idle' };

/** Long enough for the page to draw and to hear a click. */
const nextTurn = () => new Promise<void>((resolve) => setTimeout(resolve));

/**
 * Runs the robustness analysis beside the page, with progress, and stops it when asked: in a worker, or in small steps on
 * the page where there is none. One run at a time; a new one ends the old.
 */
export class RobustnessRunner {
  status: RobustnessStatus = $state.raw(IDLE);
  readonly #startWorker: () => Promise<RobustnessWorker | null>;
  /** Ends the worker that runs. */
  #endWorker: (() => void) | null = null;
  /** Counts runs: what an ended one still says is not heard. */
  #run = 0;

  constructor(startWorker: () => Promise<RobustnessWorker | null> = startRobustnessWorker) {
    this.#startWorker = startWorker;
  }

  /** Rejects where it could not be done; then nothing runs any more. */
  async start(task: RobustnessTask): Promise<void> {
    this.cancel();
    const run = this.#run;
    try {
      await this.#compute(task, run);
    } catch (error) {
      if (run === this.#run) this.cancel();
      throw error;
    }
  }

  async #compute(task: RobustnessTask, run: number): Promise<void> {
    this.status = { state: 'running', share: 0 };
    // The texts are most of a framework and are not needed there.
    const { framework, answers, outOfScope, engine } = task;
    const sent = { framework: { ...framework, texts: {} }, answers, outOfScope, engine };
    const worker = await this.#startWorker();
    if (run !== this.#run) {
      worker?.terminate();
      return;
    }
    const robustness = (worker && (await this.#inWorker(worker, sent, run))) ?? (await this.#inSteps(sent, run));
    if (run !== this.#run || robustness === null) return;
    this.status = { state: 'done', robustness, of: answers };
  }

  /** Ends what runs and forgets what was found. */
  cancel(): void {
    this.#run += 1;
    this.#endWorker?.();
    this.status = IDLE;
  }

  /** Null where the worker could not do it. */
  #inWorker(worker: RobustnessWorker, task: RobustnessTask, run: number): Promise<Robustness | null> {
    return new Promise((resolve) => {
      const end = (robustness: Robustness | null) => {
        this.#endWorker = null;
        worker.terminate();
        resolve(robustness);
      };
      this.#endWorker = () => end(null);
      worker.onmessage = ({ data }) => {
        if (run !== this.#run) return;
        if ('robustness' in data) end(data.robustness);
        else this.status = { state: 'running', share: data.share };
      };
      worker.onerror = () => end(null);
      worker.postMessage(task);
    });
  }

  async #inSteps({ framework, answers, outOfScope, engine }: RobustnessTask, run: number): Promise<Robustness | null> {
    const { robustnessInSteps } = await import('../../domain/robustness/analyse-robustness.ts');
    const steps = robustnessInSteps(framework, answers, { outOfScope, engine });
    for (let step = steps.next(); ; step = steps.next()) {
      if (run !== this.#run) return null;
      if (step.done === true) return step.value;
      this.status = { state: 'running', share: step.value };
      await nextTurn();
    }
  }
}
