import type { AssessmentState } from '../domain/registers/assessment-state.ts';
import type { Report } from './report.ts';

/** Validated by the entry that says so; under review where somebody said so: what institutions endorse changes no status. */
export function statusOf({ validation, round }: AssessmentState): Report['status'] {
  if (validation !== null) return 'validated';
  return round.status ?? (round.underReview === true ? 'under-review' : 'draft');
}
