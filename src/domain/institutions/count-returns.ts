import type { AssessmentState } from '../registers/assessment-state.ts';
import { isLeadAlone } from '../assessment/opinions.ts';
import type { Endorsement } from '../registers/institution.ts';
import { indicatorsOfTask } from './find-task.ts';
import { listInstitutions } from './list-institutions.ts';

/** How far one institution's answers are here. */
export interface InstitutionReturn {
  readonly institution: string;
  readonly assigned: number;
  /** With a level, don't know, or not applicable. */
  readonly answered: number;
  /** Not their mandate, or no view. */
  readonly declined: number;
  /** Indicators that it was asked about and said nothing of, in the order given. */
  readonly missing: readonly string[];
  readonly status: 'received' | 'partial' | 'missing' | 'not-asked';
  readonly endorsement: Endorsement | null;
}

/** Whether an institution said something of an indicator: an answer, or that it is not for it to say. */
export function hasResponded(state: AssessmentState, indicator: string, institution: string): boolean {
  const rated = (state.ratings.get(indicator) ?? []).some(
    (rating) => rating.institution === institution && rating.answer !== undefined,
  );
  return rated || hasDeclined(state, indicator, institution);
}

/** Whether an institution said that an indicator is not its mandate, or that it has no view. */
export function hasDeclined(state: AssessmentState, indicator: string, institution: string): boolean {
  return (
    state.mandates.get(indicator)?.has(institution) === true || state.noViews.get(indicator)?.has(institution) === true
  );
}

/** The board of who has answered: counts of assigned indicators, in the order of the institutions. */
export function countReturns(state: AssessmentState, indicatorIds: readonly string[]): InstitutionReturn[] {
  return listInstitutions(state).map(({ id }) => {
    const asked = indicatorsOfTask(state, id, indicatorIds);
    const declined = asked.filter((indicator) => hasDeclined(state, indicator, id)).length;
    const missing = asked.filter((indicator) => !hasResponded(state, indicator, id));
    const responded = asked.length - missing.length;
    const status =
      asked.length === 0
        ? 'not-asked'
        : responded === 0
          ? 'missing'
          : responded < asked.length
            ? 'partial'
            : 'received';
    return {
      institution: id,
      assigned: asked.length,
      answered: responded - declined,
      declined,
      missing,
      status,
      endorsement: state.endorsements.get(id) ?? null,
    };
  });
}

/** The same of those that were asked: of nobody where the lead institution answers alone. */
export function awaitedReturns(state: AssessmentState, indicatorIds: readonly string[]): InstitutionReturn[] {
  return isLeadAlone(state) ? [] : countReturns(state, indicatorIds).filter(({ status }) => status !== 'not-asked');
}
