import type { AssessmentState } from '../registers/assessment-state.ts';
import { currentRatings, opinionsOf } from './opinions.ts';

/**
 * Addresses of the requirements of one indicator that somebody with a say calls under way and that are not `held`: the
 * lead institutions where they rated it, else everybody. docs/methodology.md section 1.
 */
export function underWayRequirements(
  state: AssessmentState,
  indicatorId: string,
  held: ReadonlySet<string>,
): readonly string[] {
  const leadOf = new Map(opinionsOf(state, indicatorId).map(({ institution, isLead }) => [institution, isLead]));
  const ratings = currentRatings(state, indicatorId).filter(({ institution }) => leadOf.has(institution));
  const leads = ratings.filter(({ institution }) => leadOf.get(institution) === true);
  const said = (leads.length > 0 ? leads : ratings).flatMap(({ underWay = [] }) => underWay);
  return [...new Set(said)].filter((address) => !held.has(address)).sort();
}
