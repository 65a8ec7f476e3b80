/** Figures people give and steps they count have far fewer decimals; what binary arithmetic leaves is far smaller. */
const DECIMALS = 1e9;
const NOISE = 1e-12;

/**
 * A figure without what binary arithmetic leaves behind it: 5.7 for 5.699999999999999, 0 for -2.8e-17. One that has all
 * its decimals of itself (a third) stays as it is.
 */
export function withoutNoise(value: number): number {
  // A sum with 0 has no sign of its own where it is 0.
  const plain = Math.round(value * DECIMALS) / DECIMALS + 0;
  return Math.abs(plain - value) <= NOISE * Math.max(1, Math.abs(value)) ? plain : value;
}
