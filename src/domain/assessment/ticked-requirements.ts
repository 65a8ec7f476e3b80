import type { Framework } from '../framework/framework.ts';
import type { AssessmentState } from '../registers/assessment-state.ts';
import { currentRatings, opinionsOf } from './opinions.ts';
import type { TickedRequirements } from './requirements.ts';
import { requirementsHeldAt } from './requirements.ts';

/**
 * Requirements of one indicator that are known to be met: those that all who rated it hold, by their level or by their
 * ticks; of the lead institutions alone, where they rated it. A tick that somebody with a say does not share is a
 * question for the meeting, not a fact. docs/methodology.md section 5.
 */
export function tickedRequirements(
  framework: Framework,
  state: AssessmentState,
  indicatorId: string,
): TickedRequirements {
  const indicator = framework.indicatorById.get(indicatorId);
  if (indicator === undefined) return new Set();
  const leadOf = new Map(opinionsOf(state, indicatorId).map(({ institution, isLead }) => [institution, isLead]));
  const rating = currentRatings(state, indicatorId).flatMap(({ institution, answer, requirements }) => {
    const isLead = leadOf.get(institution);
    if (isLead === undefined || answer?.state !== 'level') return [];
    return { isLead, held: new Set([...requirementsHeldAt(framework, indicator, answer.level), ...requirements]) };
  });
  const leads = rating.filter(({ isLead }) => isLead);
  const [first, ...others] = (leads.length > 0 ? leads : rating).map(({ held }) => held);
  return new Set([...(first ?? [])].filter((address) => others.every((held) => held.has(address))));
}
