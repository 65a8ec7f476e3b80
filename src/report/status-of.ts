import type { AssessmentState } from '../domain/registers/assessment-state.ts';
import type { Report } from './report.ts';

/** Validated by the entry that says so; under review where somebody said so, else once an institution has endorsed. */
export function statusOf({ validation, endorsements, round }: AssessmentState): Report['status'] {
  if (validation !== null) return 'validated';
  if (round.underReview !== undefined) return round.underReview ? 'under-review' : 'draft';
  return [...endorsements.values()].some(({ state }) => state === 'endorsed') ? 'under-review' : 'draft';
}
