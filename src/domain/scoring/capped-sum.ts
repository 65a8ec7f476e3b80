/**
 * Points of the children added, capped: 100 x sum / cap. Null where a child has no points or the method no cap. Weights
 * do not act. docs/methodology.md section 2; SDG 17.14.1 metadata (up to 5 points for extras, 10 a domain).
 */
export function cappedSum(
  children: readonly { readonly points: number | null }[],
  cap: number | undefined,
): { value: number; points: number; result: null } | null {
  if (cap === undefined) return null;
  let sum = 0;
  for (const { points } of children) {
    if (points === null) return null;
    sum += points;
  }
  const points = Math.min(sum, cap);
  return { value: (100 * points) / cap, points, result: null };
}
