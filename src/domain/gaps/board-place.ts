import { withoutNoise } from '../without-noise.ts';
import type { Gap } from './find-gaps.ts';
import { IMPACT_MAXIMUM } from './quadrant.ts';

/** The steps of impact and of ease. */
export const BOARD_STEPS = [1, 2, 3, 4] as const;
export type BoardStep = (typeof BOARD_STEPS)[number];

/** A field of the board on which gaps lie by impact and ease. */
export interface BoardPlace {
  readonly impact: BoardStep;
  readonly ease: BoardStep;
}

/** A mean between two steps counts as the lower one, so that no field contradicts the quadrant of what lies in it. */
function stepOf(value: number): BoardStep {
  const step = Math.floor(withoutNoise(value));
  return BOARD_STEPS.find((one) => one === step) ?? (step < 1 ? 1 : IMPACT_MAXIMUM);
}

/** Where a gap lies on the board of impact and ease (each 1-4); null until both were given: then it is not weighed. */
export function boardPlace({ impact, ease }: Pick<Gap, 'impact' | 'ease'>): BoardPlace | null {
  return impact === null || ease === null ? null : { impact: stepOf(impact), ease: stepOf(ease) };
}
