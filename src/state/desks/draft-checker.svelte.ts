import { patchBetween } from '../../domain/framework/draft/draft-patch.ts';
import type { FrameworkDraft } from '../../domain/framework/draft/framework-draft.ts';
import type { Neighbours } from '../../domain/framework/lint/check-as-author.ts';
import type { Problem } from '../../domain/problem.ts';
import type { FromChecking, ToChecking } from './checking-task.ts';

/** The part of a Worker that is used. */
export interface CheckingWorker {
  onmessage: ((event: MessageEvent<FromChecking>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(asked: ToChecking): void;
  terminate(): void;
}

/** After a change that was not followed by another one. */
const CHECK_PAUSE_MS = 300;

/** Null where the browser has none, or refuses it. Its code comes inside the page, so that it also starts from disk. */
async function startWorker(): Promise<CheckingWorker | null> {
  if (typeof Worker === 'undefined') return null;
  try {
    const { default: InlineWorker } = await import('./checking.worker.ts?worker&inline');
    return new InlineWorker() as CheckingWorker;
  } catch {
    return null;
  }
}

/**
 * The checks of `check-framework` over a draft while somebody writes it, beside the page: the newest state is checked, never
 * two at once, and what comes back late for an older state is not shown.
 */
export class DraftChecker {
  #problems: readonly Problem[] | null = $state.raw(null);
  #checked: FrameworkDraft | null = $state.raw(null);
  #isBehind = $state(false);
  #neighbours: Neighbours;
  readonly #start: () => Promise<CheckingWorker | null>;
  #send: Promise<(asked: ToChecking) => void> | null = null;
  #ended = false;
  #run = 0;
  #isBusy = false;
  /** As the worker has it, and as it is wanted. */
  #sent: FrameworkDraft | null = null;
  #wanted: FrameworkDraft | null = null;
  /** What the worker has is to be sent again as a whole. */
  #isWhole = true;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(neighbours: Neighbours, start: () => Promise<CheckingWorker | null> = startWorker) {
    this.#neighbours = neighbours;
    this.#start = start;
  }

  /** Null until a draft was checked for the first time. */
  get problems(): readonly Problem[] | null {
    return this.#problems;
  }

  /** The state that `problems` are of. */
  get checked(): FrameworkDraft | null {
    return this.#checked;
  }

  /** What is shown was said of an earlier state. */
  get isBehind(): boolean {
    return this.#isBehind;
  }

  /** The state that is to be checked now. */
  check(draft: FrameworkDraft): void {
    if (draft === this.#wanted) return;
    this.#wanted = draft;
    this.#isBehind = true;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#ask(), this.#isWhole ? 0 : CHECK_PAUSE_MS);
  }

  /** More of what the ids of the draft may name is known from here on. */
  learn(neighbours: Neighbours): void {
    this.#neighbours = { ...this.#neighbours, ...neighbours };
    this.#isWhole = true;
    this.#isBehind = true;
    void this.#ask();
  }

  /** Ends the worker. */
  stop: () => void = () => {
    this.#ended = true;
    clearTimeout(this.#pause);
  };

  async #ask(): Promise<void> {
    if (this.#isBusy || this.#ended || this.#wanted === null) return;
    if (this.#wanted === this.#sent && !this.#isWhole) return;
    this.#isBusy = true;
    this.#send ??= this.#connect();
    const send = await this.#send;
    const draft = this.#wanted;
    this.#run += 1;
    const run = this.#run;
    const before = this.#isWhole ? null : this.#sent;
    [this.#sent, this.#isWhole] = [draft, false];
    send(before === null ? { run, draft, neighbours: this.#neighbours } : { run, patch: patchBetween(before, draft) });
  }

  #hear({ run, problems }: FromChecking): void {
    if (this.#ended || run !== this.#run) return;
    this.#problems = problems;
    this.#checked = this.#sent;
    this.#isBusy = false;
    this.#isBehind = this.#wanted !== this.#sent || this.#isWhole;
    void this.#ask();
  }

  async #connect(): Promise<(asked: ToChecking) => void> {
    const worker = await this.#start();
    if (worker === null || this.#ended) {
      worker?.terminate();
      return this.#onPage();
    }
    let isRunning = true;
    worker.onmessage = ({ data }) => this.#hear(data);
    const end = this.stop;
    this.stop = () => {
      end();
      worker.terminate();
    };
    worker.onerror = () => {
      // One that never ran: the page does it.
      if (!isRunning) return;
      isRunning = false;
      worker.terminate();
      this.#send = this.#onPage();
      [this.#isWhole, this.#isBusy] = [true, false];
      void this.#ask();
    };
    return (asked) => worker.postMessage(asked);
  }

  async #onPage(): Promise<(asked: ToChecking) => void> {
    const { checkingDraft } = await import('./checking-task.ts');
    const check = checkingDraft();
    return (asked) => setTimeout(() => this.#hear(check(asked)));
  }
}
