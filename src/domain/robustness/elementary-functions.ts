/**
 * Logarithm and exponential from the four arithmetic operations alone. ECMA-262 (section 21.3.2) leaves the last digits
 * of Math.log and Math.exp to each engine; these give the same digits in every one, so that a seed names one result.
 */

const bits = new DataView(new ArrayBuffer(8));
const EXPONENT_BIAS = 1023;
const LN_2 = 0.6931471805599453;
const SQUARE_ROOT_OF_2 = 1.4142135623730951;
/** Below this exp is 0 in double precision, as far as anything here can tell. */
const LEAST_EXPONENT = -700;

/**
 * Natural logarithm of a normal, positive, finite number, to about 1e-15: ln(2^k m) = k ln 2 + 2 artanh((m-1)/(m+1)), with m
 * between 1/sqrt(2) and sqrt(2), where ten terms of the series suffice.
 */
export function naturalLogarithm(x: number): number {
  bits.setFloat64(0, x);
  const high = bits.getUint32(0);
  let exponent = (high >>> 20) - EXPONENT_BIAS;
  bits.setUint32(0, (high & 0x000fffff) | (EXPONENT_BIAS << 20));
  let mantissa = bits.getFloat64(0);
  if (mantissa > SQUARE_ROOT_OF_2) {
    mantissa /= 2;
    exponent += 1;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const q = s * s;
  let series = 1 / 21;
  series = series * q + 1 / 19;
  series = series * q + 1 / 17;
  series = series * q + 1 / 15;
  series = series * q + 1 / 13;
  series = series * q + 1 / 11;
  series = series * q + 1 / 9;
  series = series * q + 1 / 7;
  series = series * q + 1 / 5;
  series = series * q + 1 / 3;
  return exponent * LN_2 + 2 * s * (1 + series * q);
}

/** e to the power of x, for x up to 700, to about 1e-15 relative: exp(k ln 2 + r) = 2^k exp(r), r at most ln(2) / 2. */
export function exponential(x: number): number {
  if (x < LEAST_EXPONENT) return 0;
  const k = Math.floor(x / LN_2 + 0.5);
  const r = x - k * LN_2;
  let series = 1 + r * (1 / 14);
  series = 1 + r * (1 / 13) * series;
  series = 1 + r * (1 / 12) * series;
  series = 1 + r * (1 / 11) * series;
  series = 1 + r * (1 / 10) * series;
  series = 1 + r * (1 / 9) * series;
  series = 1 + r * (1 / 8) * series;
  series = 1 + r * (1 / 7) * series;
  series = 1 + r * (1 / 6) * series;
  series = 1 + r * (1 / 5) * series;
  series = 1 + r * (1 / 4) * series;
  series = 1 + r * (1 / 3) * series;
  series = 1 + r * (1 / 2) * series;
  series = 1 + r * series;
  bits.setUint32(0, (k + EXPONENT_BIAS) << 20);
  bits.setUint32(4, 0);
  return series * bits.getFloat64(0);
}
