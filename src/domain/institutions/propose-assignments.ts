import type { AssessmentState } from '../registers/assessment-state.ts';
import type { Assignment } from '../registers/assignment.ts';
import type { Framework } from '../framework/framework.ts';
import { listInstitutions } from './list-institutions.ts';

export interface ProposedAssignment {
  readonly indicator: string;
  readonly institution: string;
  readonly assignment: Assignment;
}

/**
 * Who would answer what, from the typical competence of each indicator and the types of the institutions: the first
 * competence that somebody has leads, every further one contributes. Indicators that are assigned already are left
 * alone (docs/methodology.md section 5).
 */
export function proposeAssignments(
  framework: Framework,
  state: AssessmentState,
  indicatorIds: Iterable<string>,
): ProposedAssignment[] {
  const institutions = listInstitutions(state);
  return [...indicatorIds].flatMap((id) => {
    const indicator = framework.indicatorById.get(id);
    if (indicator === undefined || (state.assignments.get(id)?.size ?? 0) > 0) return [];
    const competent = (indicator.competence ?? []).flatMap((type) =>
      institutions.filter((institution) => institution.type === type),
    );
    return competent.map((institution, index) => ({
      indicator: id,
      institution: institution.id,
      assignment: index === 0 ? ('lead' as const) : ('contributor' as const),
    }));
  });
}
