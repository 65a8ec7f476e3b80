import type { Answer } from '../assessment/answer.ts';
import type { Method, Scale } from '../framework/framework-schema.ts';
import { levelPosition } from '../framework/framework.ts';
import type { Basis, Outcome } from './outcome.ts';
import { NO_OUTCOME } from './outcome.ts';
import { roundHalfUp } from './round-half-up.ts';
import type { IndicatorStatus } from './score-tree.ts';

export interface ScoredLeaf {
  readonly status: IndicatorStatus;
  readonly outcomes: Readonly<Record<Basis, Outcome>>;
}

/**
 * What an answer is to the method: an answer the method forbids (not applicable under `forbid`) or a level that is not
 * on the scale is no answer. docs/methodology.md section 4.
 */
export function statusOfAnswer(answer: Answer | undefined, scale: Scale, method: Method): IndicatorStatus {
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
  const points = scale.levels.map((level) => level.points);
  return { lowest: Math.min(...points), greatest: Math.max(...points) };
}

/**
 * Scores one indicator: 100 x points / greatest points of its scale, rounded at `indicator`. Open answers count as the
 * method's `missing` says, and at the lowest and highest level in the range. docs/methodology.md sections 2 to 4;
 * WHO SPAR (SDG 3.d.1 metadata): level / 5 x 100.
 */
export function scoreLeaf(answer: Answer | undefined, scale: Scale, method: Method): ScoredLeaf {
  const status = statusOfAnswer(answer, scale, method);
  const { lowest, greatest } = pointRange(scale);
  const at = (points: number): Outcome => {
    const unrounded = (100 * points) / greatest;
    const decimals = method.rounding.indicator;
    return {
      value: decimals === undefined ? unrounded : roundHalfUp(unrounded, decimals),
      unrounded,
      points,
      result: null,
    };
  };
  const same = (outcome: Outcome) => ({ status, outcomes: { score: outcome, low: outcome, high: outcome } });
  if (answer?.state === 'level' && status === 'answered') {
    return same(at(scale.levels.find((level) => level.id === answer.level)?.points ?? lowest));
  }
  if (status === 'not-applicable') return same(method.notApplicable === 'zero' ? at(0) : NO_OUTCOME);
  const counted = { exclude: NO_OUTCOME, zero: at(0), lowest: at(lowest) }[method.missing];
  return { status, outcomes: { score: counted, low: at(lowest), high: at(greatest) } };
}
