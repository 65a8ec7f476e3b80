import { SCORE_TOLERANCE } from '../round-half-up.ts';

/**
 * The lowest child; half a step up (`+`) if any child is higher, never past the highest child where their scales differ.
 * `value` 0-100; `step` is the distance of two levels of the child's scale in score points. docs/methodology.md
 * section 2; PEFA 2016, method M1 (section 2.2).
 */
export function weakestLinkPlus(children: readonly { readonly value: number; readonly step: number }[]): number {
  const lowest = children.reduce((low, child) => (child.value < low.value ? child : low));
  const highest = Math.max(...children.map((child) => child.value));
  if (highest <= lowest.value + SCORE_TOLERANCE) return lowest.value;
  return Math.min(lowest.value + lowest.step / 2, highest);
}
