import type { AssessmentState } from '../registers/assessment-state.ts';
import { roundHalfUp } from '../round-half-up.ts';
import type { BoardStep } from './board-place.ts';

export interface DotResult {
  readonly indicator: string;
  readonly dots: number;
  /** The impact that the dots propose; null while there is not one dot. */
  readonly impact: BoardStep | null;
}

/** What one vote on priorities came to. */
export interface DotVote {
  /** From 1. */
  readonly vote: number;
  readonly dots: number;
  /** Everything on the ballot: most dots first, then in the order of the framework. */
  readonly results: readonly DotResult[];
}

/**
 * The last vote on priorities, of the indicators given in their order; null where there was none. Its dots propose an
 * impact from 1 to 4 by their share of the most dots that an indicator got, and never write it: docs/methodology.md section 6.
 */
export function countDots({ dots }: AssessmentState, indicatorIds: readonly string[]): DotVote | null {
  const vote = Math.max(0, ...dots.keys());
  const given = indicatorIds.flatMap((indicator) => {
    const own = dots.get(vote)?.get(indicator);
    return own === undefined ? [] : [{ indicator, dots: own }];
  });
  if (given.length === 0) return null;
  const most = Math.max(...given.map((one) => one.dots));
  return {
    vote,
    dots: given.reduce((sum, one) => sum + one.dots, 0),
    results: given
      .map((one) => ({
        ...one,
        impact: most === 0 ? null : ((1 + roundHalfUp((3 * one.dots) / most, 0)) as BoardStep),
      }))
      .sort((a, b) => b.dots - a.dots),
  };
}
