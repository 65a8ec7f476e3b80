import type { FrameworkDraft } from './framework-draft.ts';

/** States that can be gone back to; they share what did not change. */
const MOST_STEPS = 200;

/** A draft with what it was before, the latest last, and what was undone, the next first. */
export interface DraftHistory {
  readonly past: readonly FrameworkDraft[];
  readonly present: FrameworkDraft;
  readonly future: readonly FrameworkDraft[];
}

export function historyOf(present: FrameworkDraft): DraftHistory {
  return { past: [], present, future: [] };
}

/** The next state; the same history where nothing changed. */
export function step(history: DraftHistory, next: FrameworkDraft): DraftHistory {
  if (next === history.present) return history;
  return { past: [...history.past, history.present].slice(-MOST_STEPS), present: next, future: [] };
}

/** One state back; the same history where there is none. */
export function undo({ past, present, future }: DraftHistory): DraftHistory {
  const last = past.at(-1);
  return last === undefined
    ? { past, present, future }
    : { past: past.slice(0, -1), present: last, future: [present, ...future] };
}

/** One state forward again; the same history where nothing was undone. */
export function redo({ past, present, future }: DraftHistory): DraftHistory {
  const [next, ...later] = future;
  return next === undefined ? { past, present, future } : { past: [...past, present], present: next, future: later };
}
