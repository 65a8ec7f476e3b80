/** Where an indicator stands by need and ease. */
export const QUADRANTS = ['act-first', 'major-reform', 'easy-improvement', 'later'] as const;
export type Quadrant = (typeof QUADRANTS)[number];

/** Impact and ease run from 1 to 4. */
export const IMPACT_MAXIMUM = 4;

/** Ease from which something is easy. */
export const EASY_FROM = 3;

/**
 * Quadrant of a need (0 to `greatestNeed`) and an ease (1-4): high need from half of the greatest on, easy from 3 on.
 * Ease sets the timing, not the rank. docs/methodology.md section 6.
 */
export function quadrantOf(need: number, ease: number, greatestNeed: number): Quadrant {
  const isHigh = 2 * need >= greatestNeed;
  if (ease >= EASY_FROM) return isHigh ? 'act-first' : 'easy-improvement';
  return isHigh ? 'major-reform' : 'later';
}
