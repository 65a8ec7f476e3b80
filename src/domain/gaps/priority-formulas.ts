import type { Framework } from '../framework/framework.ts';
import { levelPosition, scaleOf } from '../framework/framework.ts';
import type { Engine } from '../scoring/engine.ts';
import { engineOfVersion } from '../scoring/engine.ts';
import { withoutNoise } from '../without-noise.ts';
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

/** What a gap comes to by one figure. */
type PriorityFormula = 'need' | 'product' | 'weightedSum';
export type PriorityValues = Readonly<Record<PriorityFormula, number | null>>;

/** A way to rank what is to be done: by a figure, or by impact and then steps, which is in force from engine 2 on. */
export type PriorityRule = PriorityFormula | 'impact';
/** Ranks by each rule; engine 1 had none by impact. */
export type PriorityRanks = PriorityValues & { readonly impact?: number | null };

/** The rule that an engine ranks by, and finds quadrants by. */
export const ruleInForce = (engine: Engine): 'need' | 'impact' => (engine === 1 ? 'need' : 'impact');

/** The rule that a report was ranked by, from the version of the engine that it carries. */
export const ruleOfVersion = (version: string) => ruleInForce(engineOfVersion(version));

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

/** What a gap is ranked by; null where it is not known, and the gap has no rank by this rule. */
export function valueByRule(framework: Framework, gap: Gap, rule: PriorityRule): number | null {
  if (rule !== 'impact') return priorityValues(framework, gap)[rule];
  return gap.impact === null ? null : withoutNoise(gap.impact);
}

/**
 * Orders gaps by one rule: the greater value (by impact also the more steps), then the greater ease, the lower level, the
 * framework's order. docs/methodology.md section 6.
 */
export function compareByRule(framework: Framework, rule: PriorityRule): (a: Gap, b: Gap) => number {
  const order = new Map(framework.indicators.map(({ id }, index) => [id, index]));
  const value = (gap: Gap) => valueByRule(framework, gap, rule);
  const first = (a: Gap, b: Gap) =>
    // Exactly: what is high at all never comes after what is not.
    rule === 'impact' ? (value(b) ?? -1) - (value(a) ?? -1) || falling(a.gap, b.gap) : falling(value(a), value(b));
  return (a, b) =>
    first(a, b) ||
    falling(a.ease, b.ease) ||
    positionOf(framework, a) - positionOf(framework, b) ||
    Number(order.get(a.id)) - Number(order.get(b.id));
}
