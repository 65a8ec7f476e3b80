/** Slack for what is equal but for the last binary digits: half a point is 0.5, never 0.49999999999999994. */
export const SCORE_TOLERANCE = 1e-9;

/**
 * Rounds half up to a number of decimals (0-10), with SCORE_TOLERANCE in the last decimal.
 * docs/methodology.md section 3; SDG 6.5.1 metadata (whole numbers), SDG 10.7.2 metadata (10/16 = 62.5 is printed 63 %).
 */
export function roundHalfUp(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.floor(value * factor + 0.5 + SCORE_TOLERANCE) / factor;
}
