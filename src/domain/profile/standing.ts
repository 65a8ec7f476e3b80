import type { IndicatorStatus } from '../scoring/score-tree.ts';

/** Where one indicator stands: what counts, medians and lists of an assessment are made from. */
export interface Standing {
  readonly id: string;
  readonly scale: string;
  readonly status: IndicatorStatus | 'out-of-scope';
  /** Position of the level on its scale from 1; null unless the status is `answered`. */
  readonly position: number | null;
  /** Position of the target level from 1; null without a target. */
  readonly targetPosition: number | null;
  /** Score of the indicator, 0-100, or null. */
  readonly score: number | null;
  /** At least one piece of evidence is linked. */
  readonly documented: boolean;
}

const THRESHOLD_SHARE = 0.75;

/**
 * Position from 1 of the level that "n of N at this level or above" is counted from: the first in the upper quarter of
 * the scale. Level 3 of 4, the highest of 2 or 3. docs/methodology.md section 7.
 */
export function thresholdPosition(numberOfLevels: number): number {
  return Math.ceil(THRESHOLD_SHARE * numberOfLevels);
}
