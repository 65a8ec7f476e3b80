import type { AssessmentState } from '../../domain/registers/assessment-state.ts';

/** The parts of an assessment that an answer leaves as they are. */
export type Frame = Pick<AssessmentState, 'round' | 'institutions' | 'assignments' | 'conflicts'>;

/** Gives the frame of a state, the same one as long as none of its parts changed: what hangs on it is not looked at again. */
export function frameKeeper(): (state: Frame) => Frame {
  let last: Frame | null = null;
  return ({ round, institutions, assignments, conflicts }) => {
    const now: Frame = { round, institutions, assignments, conflicts };
    const names = Object.keys(now) as (keyof Frame)[];
    if (last === null || names.some((name) => last?.[name] !== now[name])) last = now;
    return last;
  };
}
