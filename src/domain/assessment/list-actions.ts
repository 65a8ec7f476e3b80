import type { Action, AssessmentState } from '../registers/assessment-state.ts';

/** The actions of the plan: without removed ones, by their order (those without one last), then by id. */
export function listActions(state: AssessmentState): Action[] {
  const orderOf = ({ order }: Action) => order ?? Number.MAX_VALUE;
  return [...state.actions.values()]
    .filter(({ removed }) => removed !== true)
    .sort((a, b) => orderOf(a) - orderOf(b) || Number(a.id > b.id) - Number(a.id < b.id));
}

/**
 * Why indicators were put first by hand, by indicator id: the reason given to the indicator itself, else the one pinned
 * to an action of the plan that works on it. An empty reason pins nothing.
 */
export function pinReasons(state: AssessmentState): ReadonlyMap<string, string> {
  const given = [
    ...state.pins,
    ...listActions(state).flatMap(({ pinned, indicators }) =>
      pinned === undefined ? [] : (indicators ?? []).map((indicator) => [indicator, pinned] as const),
    ),
  ];
  const pins = new Map<string, string>();
  for (const [indicator, reason] of given) {
    if (reason.trim() !== '' && !pins.has(indicator)) pins.set(indicator, reason);
  }
  return pins;
}
