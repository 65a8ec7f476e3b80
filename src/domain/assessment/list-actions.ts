import type { Action, AssessmentState } from '../registers/assessment-state.ts';

interface Placed {
  readonly id: string;
  readonly order?: number;
}

/** What people put in order, those without a place last, then by id. */
export function inOrder<Thing extends Placed>(things: Iterable<Thing>): Thing[] {
  const orderOf = ({ order }: Placed) => order ?? Number.MAX_VALUE;
  return [...things].sort((a, b) => orderOf(a) - orderOf(b) || Number(a.id > b.id) - Number(a.id < b.id));
}

/** The actions of the plan: without removed ones, in order. */
export function listActions(state: AssessmentState): Action[] {
  return inOrder([...state.actions.values()].filter(({ removed }) => removed !== true));
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
