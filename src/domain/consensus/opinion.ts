import type { Answer } from '../registers/answer.ts';
import type { Scale } from '../framework/framework-schema.ts';
import { levelPosition } from '../framework/framework.ts';

/** What one institution says of one indicator. */
export interface Opinion {
  readonly institution: string;
  /** Null where the institution is assigned and has not answered. */
  readonly answer: Answer | null;
  /** The institution is assigned as lead of this indicator. */
  readonly isLead: boolean;
  /** The institution has linked evidence to this indicator. */
  readonly documented: boolean;
}

/** Positions (from 1) of the opinions that are levels of this scale, rising. */
export function ratedPositions(scale: Scale, opinions: readonly Opinion[]): number[] {
  return opinions
    .flatMap(({ answer }) => (answer?.state === 'level' ? (levelPosition(scale, answer.level) ?? []) : []))
    .sort((a, b) => a - b);
}

/**
 * Median of rising positions, the lower of two middle ones; undefined without any. A level counts only with all its
 * requirements, so the middle falls to the lower side. docs/methodology.md section 5.
 */
export function lowerMedian(rising: readonly number[]): number | undefined {
  return rising[Math.floor((rising.length - 1) / 2)];
}
