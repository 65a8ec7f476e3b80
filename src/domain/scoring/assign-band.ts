import type { Band, Method } from '../framework/framework-schema.ts';
import type { Basis, Outcome } from './outcome.ts';
import { SCORE_TOLERANCE } from '../round-half-up.ts';

/** The band a score (0-100) lies in, edges belonging to the upper band within SCORE_TOLERANCE; null without bands. */
export function bandAt(bands: readonly Band[], score: number): string | null {
  return bands.filter((band) => score >= band.from - SCORE_TOLERANCE).at(-1)?.id ?? null;
}

function bandOf(method: Method, { value, result }: Outcome): string | null {
  return value === null ? null : (result ?? bandAt(method.bands, value));
}

export interface BandPlacement {
  readonly band: string | null;
  readonly between: readonly [string, string] | null;
}

/**
 * A band where score, low and high all lie in it; else the lowest and highest band they span. A method whose open
 * answers count as zero always has one. Under `table` the result is the band. docs/methodology.md section 3.
 */
export function placeInBands(method: Method, outcomes: Readonly<Record<Basis, Outcome>>): BandPlacement {
  const { score, low, high } = outcomes;
  if (method.missing === 'zero' && score.value !== null) return { band: bandOf(method, score), between: null };
  if (low.value === null || high.value === null) return { band: null, between: null };
  const value = score.value ?? low.value;
  const lower = bandOf(method, value < low.value ? score : low);
  const upper = bandOf(method, value > high.value ? score : high);
  if (lower === upper) return { band: score.value === null ? null : lower, between: null };
  return { band: null, between: lower === null || upper === null ? null : [lower, upper] };
}
