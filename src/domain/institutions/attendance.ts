import { listInstitutions, listObservers } from './list-institutions.ts';
import type { AssessmentState } from '../registers/assessment-state.ts';

/** Ids of those who were invited, the lead institution first, observers last. */
export interface Attendance {
  readonly present: readonly string[];
  readonly absent: readonly string[];
}

/** Who is in the room and who is not, observers too; null while nobody said. */
export function attendanceOf(state: AssessmentState): Attendance | null {
  const said = state.round.present;
  if (said === undefined) return null;
  const invited = [...listInstitutions(state), ...listObservers(state)].map(({ id }) => id);
  return {
    present: invited.filter((id) => said.includes(id)),
    absent: invited.filter((id) => !said.includes(id)),
  };
}
