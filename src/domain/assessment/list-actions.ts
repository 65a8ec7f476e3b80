import type { Action, AssessmentState } from './assessment-state.ts';

/** The actions of the plan: without removed ones, by their order (those without one last), then by id. */
export function listActions(state: AssessmentState): Action[] {
  const orderOf = ({ order }: Action) => order ?? Number.MAX_VALUE;
  return [...state.actions.values()]
    .filter(({ removed }) => removed !== true)
    .sort((a, b) => orderOf(a) - orderOf(b) || Number(a.id > b.id) - Number(a.id < b.id));
}

/** Why indicators were put first by hand, by indicator id: the reason pinned to an action of the plan. */
export function pinReasons(actions: readonly Action[]): ReadonlyMap<string, string> {
  const pins = new Map<string, string>();
  for (const { pinned, indicators } of actions) {
    if (pinned === undefined || pinned.trim() === '') continue;
    for (const indicator of indicators ?? []) if (!pins.has(indicator)) pins.set(indicator, pinned);
  }
  return pins;
}
