import type { AssessmentState } from './assessment-state.ts';
import { currentRatings, opinionsOf } from './opinions.ts';
import type { TickedRequirements } from './requirements.ts';

/**
 * Requirements of one indicator that are known to be met, where institutions ticked them: those that all who ticked any
 * agree on; of the lead institutions alone, where they did. A tick that somebody with a say does not share is a question
 * for the meeting, not a fact. docs/methodology.md section 5.
 */
export function tickedRequirements(state: AssessmentState, indicator: string): TickedRequirements {
  const leadOf = new Map(opinionsOf(state, indicator).map(({ institution, isLead }) => [institution, isLead]));
  const ticking = currentRatings(state, indicator).filter(
    ({ institution, requirements }) => leadOf.has(institution) && requirements.length > 0,
  );
  const leads = ticking.filter(({ institution }) => leadOf.get(institution) === true);
  const [first, ...others] = (leads.length > 0 ? leads : ticking).map(({ requirements }) => new Set(requirements));
  return new Set([...(first ?? [])].filter((address) => others.every((ticks) => ticks.has(address))));
}
