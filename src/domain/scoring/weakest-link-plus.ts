import { SCORE_TOLERANCE } from './round-half-up.ts';

/**
 * The lowest child; half a step up (`+`) if any child is higher. `value` 0-100; `step` is the distance of two levels of
 * the lowest child's scale. docs/methodology.md section 2; PEFA 2016, method M1 (section 2.2).
 */
export function weakestLinkPlus(children: readonly { readonly value: number; readonly step: number }[]): number {
  const lowest = children.reduce((low, child) => (child.value < low.value ? child : low));
  const higher = children.some((child) => child.value > lowest.value + SCORE_TOLERANCE);
  return higher ? lowest.value + lowest.step / 2 : lowest.value;
}
