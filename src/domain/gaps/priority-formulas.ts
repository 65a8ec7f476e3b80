import type { Framework } from '../framework/framework.ts';
import { levelPosition, scaleOf } from '../framework/framework.ts';
import type { Gap } from './find-gaps.ts';
import { IMPACT_MAXIMUM } from './quadrant.ts';

/** A criterion's weight, greater for what counts more. */
export type CriterionWeights = Readonly<Record<string, number>>;

/**
 * What each criterion counts in the weighted sum: impact 5 and ease 4 as impact and feasibility in the prioritisation
 * matrix of PHF; the gap, which it does not have, as much as impact. docs/methodology.md section 6.
 */
const WEIGHTED_SUM_WEIGHTS = { gap: 5, impact: 5, ease: 4 } as const satisfies CriterionWeights;

/** Sum of weight x score over the weighted criteria; null where one has no score. PHF prioritisation matrix. */
export function weightedSum(weights: CriterionWeights, scores: Readonly<Record<string, number | null>>): number | null {
  let sum = 0;
  for (const [criterion, weight] of Object.entries(weights)) {
    const score = scores[criterion] ?? null;
    if (score === null) return null;
    sum += weight * score;
  }
  return sum;
}

/** The three ways to rank what is to be done; `need` is the one in force. */
export const PRIORITY_FORMULAS = ['need', 'product', 'weightedSum'] as const;
export type PriorityFormula = (typeof PRIORITY_FORMULAS)[number];
export type PriorityValues = Readonly<Record<PriorityFormula, number | null>>;

/**
 * What a gap comes to by each formula, null where something it needs is not known: need = gap x impact; product =
 * ((gap / greatest gap + impact / 4) / 2) x (ease / 4), 0-1, after Hanlon's basic priority rating (A + B) x C / 3; weighted
 * sum of gap, impact and ease, each on 0-4. docs/methodology.md section 6.
 */
export function priorityValues(framework: Framework, { id, gap, impact, ease, need }: Gap): PriorityValues {
  const indicator = framework.indicatorById.get(id);
  if (indicator === undefined || gap === null || impact === null || ease === null) {
    return { need, product: null, weightedSum: null };
  }
  const gapShare = gap / (scaleOf(framework, indicator).levels.length - 1);
  return {
    need,
    product: ((gapShare + impact / IMPACT_MAXIMUM) / 2) * (ease / IMPACT_MAXIMUM),
    weightedSum: weightedSum(WEIGHTED_SUM_WEIGHTS, { gap: IMPACT_MAXIMUM * gapShare, impact, ease }),
  };
}

/** Position on its scale from 1, after all others where there is none. */
function positionOf(framework: Framework, { id, level }: Gap): number {
  const indicator = framework.indicatorById.get(id);
  if (indicator === undefined || level === null) return Number.MAX_SAFE_INTEGER;
  return levelPosition(scaleOf(framework, indicator), level) ?? Number.MAX_SAFE_INTEGER;
}

/** Values that are equal but for the last binary digits are equal. */
const VALUE_TOLERANCE = 1e-9;

/** Greater first; what is not known comes last. */
function falling(a: number | null, b: number | null): number {
  const difference = (b ?? -1) - (a ?? -1);
  return Math.abs(difference) > VALUE_TOLERANCE ? difference : 0;
}

/**
 * Orders gaps by one formula: the greater value, then the higher ease, the lower level, the framework's order.
 * docs/methodology.md section 6.
 */
export function compareByFormula(framework: Framework, formula: PriorityFormula): (a: Gap, b: Gap) => number {
  const order = new Map(framework.indicators.map(({ id }, index) => [id, index]));
  return (a, b) =>
    falling(priorityValues(framework, a)[formula], priorityValues(framework, b)[formula]) ||
    falling(a.ease, b.ease) ||
    positionOf(framework, a) - positionOf(framework, b) ||
    Number(order.get(a.id)) - Number(order.get(b.id));
}
