import type { ActionFields } from '../registers/action.ts';

export type ActionStatus = NonNullable<ActionFields['status']>;
export const ACTION_STATUSES = ['not-started', 'ongoing', 'done', 'blocked'] as const satisfies readonly ActionStatus[];

/** An action of the plan as far as checks and follow-up read it; null where nothing was entered. Dates are ISO 8601. */
export interface PlannedAction {
  readonly id: string;
  readonly activity: string | null;
  readonly indicators: readonly string[];
  readonly lead: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly dependsOn: readonly string[];
  readonly status: ActionStatus;
}
