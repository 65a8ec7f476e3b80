import type { AssessmentState } from '../registers/assessment-state.ts';
import { listInstitutions } from './list-institutions.ts';

/** More than this many indicators are seldom answered with care (docs/facilitators.md). */
export const MANY_INDICATORS = 40;

export interface InstitutionLoad {
  readonly institution: string;
  readonly lead: number;
  readonly contributor: number;
  /** Both together exceed `MANY_INDICATORS`. */
  readonly many: boolean;
}

export interface AssignmentCheck {
  /** Indicator ids that nobody leads, and those that several lead, in the given order. */
  readonly withoutLead: readonly string[];
  readonly severalLeads: readonly string[];
  readonly loads: readonly InstitutionLoad[];
}

/** What a facilitator should see before packs go out: indicators without lead, or with several, and who has how many. */
export function checkAssignments(state: AssessmentState, indicatorIds: readonly string[]): AssignmentCheck {
  const institutions = listInstitutions(state).map(({ id }) => id);
  const leadsOf = (indicator: string) =>
    institutions.filter((id) => state.assignments.get(indicator)?.get(id) === 'lead').length;
  return {
    withoutLead: indicatorIds.filter((id) => leadsOf(id) === 0),
    severalLeads: indicatorIds.filter((id) => leadsOf(id) > 1),
    loads: institutions.map((institution) => {
      const count = (part: string) =>
        indicatorIds.filter((id) => state.assignments.get(id)?.get(institution) === part).length;
      const [lead, contributor] = [count('lead'), count('contributor')];
      return { institution, lead, contributor, many: lead + contributor > MANY_INDICATORS };
    }),
  };
}
