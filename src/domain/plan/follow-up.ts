import type { ActionStatus, PlannedAction } from './planned-action.ts';
import { ACTION_STATUSES } from './planned-action.ts';

export interface FollowUp {
  readonly counts: Readonly<Record<ActionStatus, number>>;
  readonly total: number;
  /** Actions done / actions of the plan, 0-1; null for an empty plan. */
  readonly executionShare: number | null;
  /** Ids of actions that are not done after the day of their end, longest overdue first. */
  readonly overdue: readonly string[];
  /** Ids of actions that should have begun and have not, in the order of their start. */
  readonly lateToStart: readonly string[];
}

/**
 * How far a plan is on a day (ISO 8601, in local time): counts by status, execution rate, what is overdue, what should
 * have begun. An action ending today is not overdue. docs/methodology.md section 6.
 */
export function followUp(plan: readonly PlannedAction[], today: string): FollowUp {
  const count = (status: ActionStatus) => plan.filter((action) => action.status === status).length;
  const counts = Object.fromEntries(ACTION_STATUSES.map((status) => [status, count(status)])) as FollowUp['counts'];
  const byDate = (key: 'start' | 'end') => (a: PlannedAction, b: PlannedAction) =>
    Number(String(a[key]) > String(b[key])) - Number(String(a[key]) < String(b[key]));
  const overdue = plan.filter(({ status, end }) => status !== 'done' && end !== null && end < today);
  const late = plan.filter(
    ({ status, start, end }) =>
      status === 'not-started' && start !== null && start < today && !(end !== null && end < today),
  );
  return {
    counts,
    total: plan.length,
    executionShare: plan.length === 0 ? null : counts.done / plan.length,
    overdue: overdue.sort(byDate('end')).map(({ id }) => id),
    lateToStart: late.sort(byDate('start')).map(({ id }) => id),
  };
}
