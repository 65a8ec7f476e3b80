import type { Framework, Indicator } from '../framework/framework.ts';
import { levelPosition, scaleOf } from '../framework/framework.ts';
import type { AssessmentState } from '../registers/assessment-state.ts';
import { currentRatings, opinionsOf } from './opinions.ts';
import { requirementsBetween, requirementsHeldAt } from './requirements.ts';

/** The lowest requirement of an indicator on which institutions differ. */
export interface Division {
  /** `<indicator>/<level>/<a|b|c>`. */
  readonly requirement: string;
  /** Institutions that say that it is met, and those that say that it is not. */
  readonly met: number;
  readonly notMet: number;
}

/**
 * What divides those who gave a level: the lowest requirement that some call met and others not. A level holds its
 * requirements and those below; what was ticked above it is met too. Null where nobody differs, also where levels differ on
 * a scale without requirements.
 */
export function findDivision(framework: Framework, state: AssessmentState, indicator: Indicator): Division | null {
  const ticked = new Map(
    currentRatings(state, indicator.id).map(({ institution, requirements }) => [institution, requirements]),
  );
  const met = opinionsOf(state, indicator.id).flatMap(({ institution, answer }) =>
    answer?.state === 'level' && levelPosition(scaleOf(framework, indicator), answer.level) !== null
      ? [new Set([...requirementsHeldAt(framework, indicator, answer.level), ...(ticked.get(institution) ?? [])])]
      : [],
  );
  const all = requirementsBetween(framework, indicator, 0, scaleOf(framework, indicator).levels.length);
  for (const requirement of all) {
    const count = met.filter((one) => one.has(requirement)).length;
    if (count > 0 && count < met.length) return { requirement, met: count, notMet: met.length - count };
  }
  return null;
}
