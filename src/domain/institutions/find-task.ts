import type { AssessmentState } from '../registers/assessment-state.ts';
import type { Pack } from '../registers/institution.ts';

/** What a copy of an assessment is for, where it is not the facilitator's. */
export interface Task extends Pack {
  /** Whose task: more than one where several packs were opened in one browser. */
  readonly institutions: readonly string[];
}

/**
 * The task of a contributor: who has a pack in this copy, while the list of packs, which only the facilitator's copy
 * has, is not in it. Null for the whole assessment (docs/file-formats.md section 4).
 */
export function findTask(state: Pick<AssessmentState, 'round' | 'institutions'>): Task | null {
  if (state.round.packs !== undefined) return null;
  const given = [...state.institutions.values()].flatMap(({ id, pack, joinedInto }) =>
    pack === undefined || joinedInto !== undefined ? [] : [{ id, pack }],
  );
  const [first] = given;
  return first === undefined ? null : { ...first.pack, institutions: given.map(({ id }) => id) };
}

/** Indicators that an institution is asked about, in the given order; observers are asked about all. */
export function indicatorsOfTask(
  state: Pick<AssessmentState, 'institutions' | 'assignments'>,
  institution: string,
  indicatorIds: readonly string[],
): readonly string[] {
  if (state.institutions.get(institution)?.role === 'observer') return indicatorIds;
  return indicatorIds.filter((id) => state.assignments.get(id)?.get(institution) !== undefined);
}
