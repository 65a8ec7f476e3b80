import { withoutNoise } from '../without-noise.ts';

/** When to do something, by how much it matters and how easy it is. */
export const QUADRANTS = ['act-first', 'major-reform', 'easy-improvement', 'later'] as const;
export type Quadrant = (typeof QUADRANTS)[number];

/** Where each quadrant lies. */
export const QUADRANT_PLACES: Readonly<Record<Quadrant, { readonly isHigh: boolean; readonly isEasy: boolean }>> = {
  'act-first': { isHigh: true, isEasy: true },
  'major-reform': { isHigh: true, isEasy: false },
  'easy-improvement': { isHigh: false, isEasy: true },
  later: { isHigh: false, isEasy: false },
};

/** Impact and ease run from 1 to 4. */
export const IMPACT_MAXIMUM = 4 as const;

/** Decimals in which impact, ease and need are written: a mean of several opinions lies between two steps. */
export const JUDGED_DECIMALS = 2;

/** Impact from which something matters much, and ease from which it is easy. */
export const HIGH_FROM = 3;
export const EASY_FROM = 3;

const quadrantAt = (isHigh: boolean, isEasy: boolean): Quadrant =>
  isEasy ? (isHigh ? 'act-first' : 'easy-improvement') : isHigh ? 'major-reform' : 'later';

/** Quadrant of an impact and an ease (each 1-4): high and easy from 3 on. docs/methodology.md section 6. */
export function quadrantOf(impact: number, ease: number): Quadrant {
  return quadrantAt(withoutNoise(impact) >= HIGH_FROM, withoutNoise(ease) >= EASY_FROM);
}

/**
 * The quadrant by engine 1, of a need (0 to `greatestNeed`) and an ease (1-4): high from half of the greatest need on,
 * which one step on four levels never reaches. docs/methodology.md section 14.
 */
export function quadrantByNeed(need: number, ease: number, greatestNeed: number): Quadrant {
  return quadrantAt(2 * need >= greatestNeed, ease >= EASY_FROM);
}
