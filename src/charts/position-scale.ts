import type { ScoreNode } from '../domain/scoring/score-tree.ts';

/** A score and its range as places on a line from 0 to 1. */
export interface PositionScale {
  /** Null where there is no score. */
  readonly at: number | null;
  /** The range while something is open; null where it is a point or unknown. */
  readonly range: { readonly from: number; readonly to: number } | null;
  /** Where bands begin, without the one at 0. */
  readonly ticks: readonly number[];
}

const FULL = 100;

/** Places a node of the score tree and the bands on a line from 0 to 1; bands of methods by table have no ticks. */
export function positionScale(
  node: Pick<ScoreNode, 'score' | 'low' | 'high'>,
  bands: readonly { readonly from: number }[],
): PositionScale {
  const { score, low, high } = node;
  const open = low !== null && high !== null && low !== high;
  return {
    at: score === null ? null : score / FULL,
    range: open ? { from: low / FULL, to: high / FULL } : null,
    ticks: bands.map(({ from }) => from / FULL).filter((at) => at > 0 && at < 1),
  };
}
