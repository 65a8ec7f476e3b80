import type { Problem } from '../../domain/problem.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';
import { problemOfMishap } from '../session/problem-of-mishap.ts';

/** Browsers say this when a page could not draw all in one go; nothing is lost by it. */
const HARMLESS = /^ResizeObserver loop/;

/** What the browser tells of errors that nobody caught: `window`. */
export interface ErrorTarget {
  addEventListener(type: 'error' | 'unhandledrejection', listener: (event: Event) => void): void;
}

/** The one place for what went wrong and has no sentence of its own: held for the line above every screen. */
export class MishapWatch {
  readonly #onnote: () => void;
  #last: Problem | null = $state.raw(null);
  #session: AssessmentSession | null = $state.raw(null);

  /** `onnote` prepares the words that the line will need. */
  constructor(onnote: () => void = () => {}) {
    this.#onnote = onnote;
  }

  get last(): Problem | null {
    return this.#last;
  }

  /** The assessment on the screen: what of it is not saved is said with the mishap. */
  get session(): AssessmentSession | null {
    return this.#session;
  }

  /** An assessment is on the screen until the returned function is called. */
  enter(session: AssessmentSession): () => void {
    this.#session = session;
    return () => {
      if (this.#session === session) this.#session = null;
    };
  }

  note(error: unknown): void {
    this.#last = problemOfMishap(error);
    this.#onnote();
  }

  dismiss(): void {
    this.#last = null;
  }

  /** Does something whose failure is said in the line; resolves with whether it was done. Never rejects. */
  async attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.note(error);
      return false;
    }
  }

  /** Notes whatever nobody caught. It still reaches the console, for whoever helps. */
  watch(target: ErrorTarget): void {
    target.addEventListener('unhandledrejection', (event) => {
      if ('reason' in event) this.note(event.reason);
    });
    target.addEventListener('error', (event) => {
      // A script of an extension of the browser tells nothing of itself, and is none of ours.
      if (!('error' in event) || event.error === null || event.error === undefined) return;
      if (event.error instanceof Error && HARMLESS.test(event.error.message)) return;
      this.note(event.error);
    });
  }
}
