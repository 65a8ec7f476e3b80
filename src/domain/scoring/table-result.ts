import { roundHalfUp } from '../round-half-up.ts';

type Rows = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Sums of points are keys of the table: 0.1 + 0.2 must find "0.3". */
const KEY_DECIMALS = 9;

/**
 * Looks the number of scored children and the sum of their points up in a table; the score is 100 x result / greatest
 * result. Null where the table holds no such row or sum, or a child has no points. docs/methodology.md section 2;
 * PEFA 2016, method M2 (section 2.2, table 1).
 */
export function tableResult(
  children: readonly { readonly points: number | null }[],
  rows: Rows,
  results: Readonly<Record<string, number>>,
): { value: number; points: number; result: string } | null {
  let sum = 0;
  for (const { points } of children) {
    if (points === null) return null;
    sum += points;
  }
  const result = rows[String(children.length)]?.[String(roundHalfUp(sum, KEY_DECIMALS))];
  const points = result === undefined ? undefined : results[result];
  if (result === undefined || points === undefined) return null;
  return { value: (100 * points) / Math.max(...Object.values(results)), points, result };
}
