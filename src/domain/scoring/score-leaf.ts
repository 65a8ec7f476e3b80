import type { Answer } from '../registers/answer.ts';
import type { Method, Scale } from '../framework/framework-schema.ts';
import { levelPosition } from '../framework/framework.ts';
import type { Basis, Outcome } from './outcome.ts';
import { NO_OUTCOME } from './outcome.ts';
import { roundHalfUp } from '../round-half-up.ts';
import type { IndicatorStatus } from './score-tree.ts';

export interface ScoredLeaf {
  readonly status: IndicatorStatus;
  readonly outcomes: Readonly<Record<Basis, Outcome>>;
}

/**
 * What an answer is to the method: an answer the method forbids (not applicable under `forbid`) or a level that is not
 * on the scale is no answer. docs/methodology.md section 4.
 */
function statusOfAnswer(answer: Answer | undefined, scale: Scale, method: Method): IndicatorStatus {
  if (answer === undefined) return 'unanswered';
  switch (answer.state) {
    case 'level':
      return levelPosition(scale, answer.level) === null ? 'unanswered' : 'answered';
    case 'not-applicable':
      return method.notApplicable === 'forbid' ? 'unanswered' : 'not-applicable';
    case 'unknown':
      return 'unknown';
  }
}

/** Points of the lowest and of the highest level of a scale. */
export function pointRange(scale: Scale): { lowest: number; greatest: number } {
  let lowest = Infinity;
  let greatest = -Infinity;
  for (const { points } of scale.levels) {
    lowest = Math.min(lowest, points);
    greatest = Math.max(greatest, points);
  }
  return { lowest, greatest };
}

function outcomeOf(points: number, greatest: number, decimals: number | undefined): Outcome {
  const unrounded = (100 * points) / greatest;
  return {
    value: decimals === undefined ? unrounded : roundHalfUp(unrounded, decimals),
    unrounded,
    points,
    result: null,
  };
}

/** Points an answer counts in the score, whatever it is; null where it is left out. */
function countedPoints(status: IndicatorStatus, answer: Answer | undefined, scale: Scale, method: Method) {
  if (status === 'answered' && answer?.state === 'level') {
    return scale.levels.find((level) => level.id === answer.level)?.points ?? null;
  }
  if (status === 'not-applicable') return method.notApplicable === 'zero' ? 0 : null;
  if (method.missing === 'exclude') return null;
  return method.missing === 'zero' ? 0 : pointRange(scale).lowest;
}

/**
 * Scores one indicator: 100 x points / greatest points of its scale, rounded at `indicator`. Open answers count as the
 * method's `missing` says, and at the lowest and highest level in the range. docs/methodology.md sections 2 to 4;
 * WHO SPAR (SDG 3.d.1 metadata): level / 5 x 100.
 */
export function scoreLeaf(answer: Answer | undefined, scale: Scale, method: Method): ScoredLeaf {
  const status = statusOfAnswer(answer, scale, method);
  const { lowest, greatest } = pointRange(scale);
  const decimals = method.rounding.indicator;
  const points = countedPoints(status, answer, scale, method);
  const score = points === null ? NO_OUTCOME : outcomeOf(points, greatest, decimals);
  if (status === 'answered' || status === 'not-applicable') {
    return { status, outcomes: { score, low: score, high: score } };
  }
  const low = outcomeOf(lowest, greatest, decimals);
  return { status, outcomes: { score, low, high: outcomeOf(greatest, greatest, decimals) } };
}
