import type { ScoreNode } from '../scoring/score-tree.ts';

/**
 * Id of the domain with most room for further development: the lowest shown score. Null while fewer than two domains
 * are scored, and where two are equal in what is shown. docs/methodology.md section 7.
 */
export function findMostRoom(domains: readonly ScoreNode[]): string | null {
  const rising = domains
    .flatMap(({ id, shown }) => (shown === null ? [] : [{ id, shown }]))
    .sort((a, b) => a.shown - b.shown);
  const [lowest, next] = rising;
  return lowest === undefined || next === undefined || lowest.shown === next.shown ? null : lowest.id;
}
