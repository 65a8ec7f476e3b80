import type { Opinion } from '../consensus/opinion.ts';
import type { AssessmentState, Rating } from '../registers/assessment-state.ts';
import { LEAD_INSTITUTION } from '../registers/assessment-state.ts';
import type { Assignment } from '../registers/assignment.ts';

/** Whether nobody else was invited: then the lead institution answers for everything, without being assigned. */
export function isLeadAlone(state: Pick<AssessmentState, 'institutions' | 'assignments'>): boolean {
  return (
    state.assignments.size === 0 &&
    [...state.institutions.values()].every(({ id, removed }) => removed || id === LEAD_INSTITUTION)
  );
}

/** The part an institution has in an indicator; null when it has none. */
export function assignmentOf(state: AssessmentState, indicator: string, institution: string): Assignment | null {
  if (isLeadAlone(state)) return institution === LEAD_INSTITUTION ? 'lead' : null;
  return state.assignments.get(indicator)?.get(institution) ?? null;
}

/** The last vote in which each institution answered an indicator, in text order of institutions. */
export function currentRatings(state: AssessmentState, indicator: string): Rating[] {
  const latest = new Map<string, Rating>();
  for (const rating of state.ratings.get(indicator) ?? []) {
    const known = latest.get(rating.institution);
    if (rating.answer !== undefined && (known === undefined || rating.vote > known.vote)) {
      latest.set(rating.institution, rating);
    }
  }
  return [...latest.values()];
}

/** Whether an institution linked an evidence item that exists to an indicator. */
function isDocumented(state: AssessmentState, indicator: string, institution: string): boolean {
  const links = state.evidenceLinks.get(indicator) ?? [];
  return links.some((link) => link.institution === institution && state.evidence.has(link.evidence));
}

/**
 * What institutions say of one indicator: their last vote, and null of those assigned who have not answered. Observers
 * and removed institutions have no say (docs/methodology.md section 5).
 */
export function opinionsOf(state: AssessmentState, indicator: string): Opinion[] {
  const answers = new Map(currentRatings(state, indicator).map((rating) => [rating.institution, rating.answer]));
  return [...state.institutions.values()].flatMap(({ id, role, removed }) => {
    if (removed === true || role === 'observer') return [];
    const assignment = assignmentOf(state, indicator, id);
    const answer = answers.get(id) ?? null;
    if (answer === null && assignment === null) return [];
    return { institution: id, answer, isLead: assignment === 'lead', documented: isDocumented(state, indicator, id) };
  });
}
