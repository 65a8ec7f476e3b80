import type { Answer } from '../registers/answer.ts';
import type { Scale } from '../framework/framework-schema.ts';
import { levelAt } from '../framework/framework.ts';
import type { Opinion } from './opinion.ts';
import { lowerMedian, ratedPositions } from './opinion.ts';

const byInstitution = (a: Opinion, b: Opinion) =>
  Number(a.institution > b.institution) - Number(a.institution < b.institution);

function reasonsOf(opinions: readonly Opinion[]): string {
  const reasons = [...opinions]
    .sort(byInstitution)
    .flatMap(({ answer }) => (answer?.state === 'not-applicable' ? [answer.reason] : []));
  return [...new Set(reasons)].filter((reason) => reason !== '').join('; ');
}

/**
 * The answer that stands until a level is agreed: not applicable if more than half of those who answered say so (with
 * their reasons), else the level of the lead institutions that documented it, else the median of all levels, each time
 * the lower of two middle ones, else unknown. Null where nobody answered. Independent of the order of the opinions.
 * docs/methodology.md section 5.
 */
export function provisionalLevel(scale: Scale, opinions: readonly Opinion[]): Answer | null {
  const answered = opinions.filter(({ answer }) => answer !== null);
  if (answered.length === 0) return null;
  const notApplicable = answered.filter(({ answer }) => answer?.state === 'not-applicable');
  if (2 * notApplicable.length > answered.length) return { state: 'not-applicable', reason: reasonsOf(notApplicable) };
  const leads = ratedPositions(
    scale,
    answered.filter(({ isLead, documented }) => isLead && documented),
  );
  const position = lowerMedian(leads) ?? lowerMedian(ratedPositions(scale, answered));
  const level = position === undefined ? undefined : levelAt(scale, position);
  return level === undefined ? { state: 'unknown' } : { state: 'level', level: level.id };
}
