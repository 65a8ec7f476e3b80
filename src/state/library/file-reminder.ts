import type { Entry } from '../../domain/journal/entry-schema.ts';

/** After so many changes without a file somebody is reminded, */
export const CHANGES_BEFORE_REMINDER = 20;
/** or after so many minutes with at least one. */
const MINUTES_BEFORE_REMINDER = 30;

const MINUTE_MS = 60_000;

/**
 * What a person changed since the last file. The requirements that a level brings with it are part of one change;
 * entries that a merge brought are counted, since they are not in the file either.
 */
export function countChanges(entries: readonly Entry[], saved: { readonly entries: number } | null): number {
  const fresh = entries.length - (saved?.entries ?? 0);
  if (fresh <= 0) return 0;
  const newest = [...entries].sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, fresh);
  return newest.filter(({ register }) => !register.endsWith('/requirements')).length;
}

/** How an assessment stands when somebody leaves the page. */
export interface Leaving {
  /** False where it is an example or was deleted: nobody wants its file. */
  readonly isWanted: boolean;
  /** Everything is durable on this computer. */
  readonly isStored: boolean;
  /** Whether this computer keeps nothing beyond this page. */
  readonly keepsNothing: boolean;
  /** Since the last file. */
  readonly changes: number;
}

/** Whether the browser has to ask before the page is left. */
export function mustAskOnLeaving({ isWanted, isStored, keepsNothing, changes }: Leaving): boolean {
  return isWanted && (!isStored || changes >= CHANGES_BEFORE_REMINDER || (keepsNothing && changes > 0));
}

/** Whether it is time to remind; `sinceMs` is the last file, or when the assessment was opened where there is none. */
export function isReminderDue(changes: number, sinceMs: number, nowMs: number): boolean {
  return changes >= CHANGES_BEFORE_REMINDER || (changes > 0 && nowMs - sinceMs >= MINUTES_BEFORE_REMINDER * MINUTE_MS);
}
