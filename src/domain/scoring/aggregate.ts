import type { Method } from '../framework/framework-schema.ts';
import { cappedSum } from './capped-sum.ts';
import { arithmeticMean, geometricMean, harmonicMean } from './means.ts';
import { tableResult } from './table-result.ts';
import { weakestLinkPlus } from './weakest-link-plus.ts';

/** What one child brings to its parent. Only children with a score and a weight above zero are given. */
export interface Contribution {
  /** 0-100 */
  readonly value: number;
  readonly points: number | null;
  /** Relative to the siblings, above 0. */
  readonly weight: number;
  /** Distance of two levels of the child's scale in score points (0-100). */
  readonly step: number;
}

/** Score (0-100) before rounding, with points or table result where the aggregate knows them; null is undefined. */
export interface Aggregated {
  readonly value: number;
  readonly points: number | null;
  readonly result: string | null;
}

const plain = (value: number | null): Aggregated | null =>
  value === null ? null : { value, points: null, result: null };

/**
 * Combines the scored children of one node as its method says; null where the method defines no score for them
 * (`none`, a geometric or harmonic mean with a child at 0, a combination the table does not hold). There is at least
 * one contribution. docs/methodology.md section 2.
 */
export function aggregate(method: Method, contributions: readonly Contribution[]): Aggregated | null {
  switch (method.aggregate) {
    case 'mean':
      return plain(arithmeticMean(contributions));
    case 'geometric-mean':
      return plain(geometricMean(contributions));
    case 'harmonic-mean':
      return plain(harmonicMean(contributions));
    case 'minimum':
      return plain(Math.min(...contributions.map((child) => child.value)));
    case 'weakest-link-plus':
      return plain(weakestLinkPlus(contributions));
    case 'table':
      return tableResult(contributions, method.rows ?? {}, method.results ?? {});
    case 'sum-capped':
      return cappedSum(contributions, method.cap);
    case 'none':
      return null;
  }
}

/** Aggregates in which the weights of the children act. */
export function usesWeights(method: Method): boolean {
  return ['mean', 'geometric-mean', 'harmonic-mean'].includes(method.aggregate);
}
