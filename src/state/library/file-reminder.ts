/** After so many changes without a file somebody is reminded, */
export const CHANGES_BEFORE_REMINDER = 20;
/** or after so many minutes with at least one. */
const MINUTES_BEFORE_REMINDER = 30;

const MINUTE_MS = 60_000;

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
  /** All there is stands in a file. */
  readonly isInFile: boolean;
}

/** Whether the browser has to ask before the page is left. */
export function mustAskOnLeaving({ isWanted, isStored, keepsNothing, changes, isInFile }: Leaving): boolean {
  return isWanted && (!isStored || changes >= CHANGES_BEFORE_REMINDER || (keepsNothing && !isInFile));
}

/** Whether it is time to remind; `sinceMs` is the last file, or when the assessment was opened where there is none. */
export function isReminderDue(changes: number, sinceMs: number, nowMs: number): boolean {
  return changes >= CHANGES_BEFORE_REMINDER || (changes > 0 && nowMs - sinceMs >= MINUTES_BEFORE_REMINDER * MINUTE_MS);
}
