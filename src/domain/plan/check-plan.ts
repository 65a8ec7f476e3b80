import { EASY_FROM } from '../gaps/quadrant.ts';
import type { PlannedAction } from './planned-action.ts';

/** What is still missing or contradictory in one row. */
export type ActionWarning =
  | 'no-activity'
  | 'no-lead'
  | 'no-end'
  | 'end-before-start'
  | 'after-horizon'
  | 'starts-before-dependency-ends'
  | 'circular-dependency';

export interface PlanCheck {
  /** By action id, in the order of the plan; actions without a warning are left out. */
  readonly warnings: ReadonlyMap<string, readonly ActionWarning[]>;
  readonly quickWins: number;
  readonly keyActions: number;
  readonly tooManyQuickWins: boolean;
  readonly tooManyKeyActions: boolean;
}

/** SIGMA, guidance on prioritisation: about 15 quick wins of at most three months, about 10 key actions. */
export const QUICK_WINS_MAXIMUM = 15;
export const KEY_ACTIONS_MAXIMUM = 10;
const QUICK_WIN_DAYS = 92;

const DAY_MS = 86_400_000;
const isEmpty = (text: string | null) => text === null || text.trim() === '';

/** Days from one ISO date to another, both counted in; negative where the second lies before the first. */
export function daysBetween(start: string, end: string): number {
  const difference = Date.parse(`${end}T00:00:00Z`) - Date.parse(`${start}T00:00:00Z`);
  return Math.round(difference / DAY_MS) + 1;
}

/** Whether an action comes back to itself over what it depends on. */
function isCircular(id: string, byId: ReadonlyMap<string, PlannedAction>): boolean {
  const seen = new Set<string>();
  const waiting = [...(byId.get(id)?.dependsOn ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === id) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(byId.get(next)?.dependsOn ?? []));
  }
  return false;
}

function warningsOf(action: PlannedAction, byId: ReadonlyMap<string, PlannedAction>, horizon: string | null) {
  const { id, activity, lead, start, end, dependsOn } = action;
  const endsBefore = dependsOn.map((one) => byId.get(one)?.end ?? null).filter((date) => date !== null);
  const warnings: ActionWarning[] = [];
  if (isEmpty(activity)) warnings.push('no-activity');
  if (isEmpty(lead)) warnings.push('no-lead');
  if (end === null) warnings.push('no-end');
  else if (start !== null && end < start) warnings.push('end-before-start');
  else if (horizon !== null && end > horizon) warnings.push('after-horizon');
  if (isCircular(id, byId)) warnings.push('circular-dependency');
  else if (start !== null && endsBefore.some((date) => date >= start)) warnings.push('starts-before-dependency-ends');
  return warnings;
}

/** At most three months; without both dates: every indicator it works on is easy. */
function isQuickWin({ start, end, indicators }: PlannedAction, easeOf: (indicator: string) => number | null): boolean {
  if (start !== null && end !== null) return daysBetween(start, end) <= QUICK_WIN_DAYS;
  return indicators.length > 0 && indicators.every((id) => (easeOf(id) ?? 0) >= EASY_FROM);
}

/**
 * What people should look at before a plan goes out: rows without an activity, a lead or an end, dates and dependencies
 * that contradict each other, an end after the horizon, and more actions than anybody carries out. Dates are ISO 8601;
 * `easeOf` gives 1-4 or null. Nothing is refused. docs/methodology.md section 6.
 */
export function checkPlan(
  plan: readonly PlannedAction[],
  easeOf: (indicator: string) => number | null,
  horizon: string | null = null,
): PlanCheck {
  const byId = new Map(plan.map((action) => [action.id, action]));
  const found = plan.map((action) => [action.id, warningsOf(action, byId, horizon)] as const);
  const open = plan.filter(({ status }) => status !== 'done');
  const quickWins = open.filter((action) => isQuickWin(action, easeOf)).length;
  const keyActions = open.length - quickWins;
  return {
    warnings: new Map(found.filter(([, warnings]) => warnings.length > 0)),
    quickWins,
    keyActions,
    tooManyQuickWins: quickWins > QUICK_WINS_MAXIMUM,
    tooManyKeyActions: keyActions > KEY_ACTIONS_MAXIMUM,
  };
}
