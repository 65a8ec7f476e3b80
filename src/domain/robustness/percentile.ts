/**
 * Percentile of numbers in rising order, type 7: with h = (n - 1) p, the value at floor(h) and the share of the way to the
 * next one. `share` is 0 to 1; there is at least one number. Hyndman and Fan, "Sample quantiles in statistical packages",
 * The American Statistician 50 (1996); R's default. docs/methodology.md section 11.
 */
export function percentile(rising: Float64Array, share: number): number {
  const place = (rising.length - 1) * share;
  const index = Math.floor(place);
  const below = rising[index] ?? NaN;
  const above = rising[index + 1] ?? below;
  return below + (place - index) * (above - below);
}
