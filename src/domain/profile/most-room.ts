import type { CountedAs } from '../scoring/explain.ts';
import type { ScoreNode } from '../scoring/score-tree.ts';

/**
 * Id of the domain with most room for further development: the lowest shown score. Null while fewer than two domains
 * are scored, where two are equal in what is shown, and while the method counts open answers somewhere: then it would
 * name what is not answered yet. docs/methodology.md section 7.
 */
export function findMostRoom(
  domains: readonly (Pick<ScoreNode, 'id' | 'shown'> & { readonly openCountedAs: CountedAs | null })[],
): string | null {
  if (domains.some(({ openCountedAs }) => openCountedAs !== null)) return null;
  const rising = domains
    .flatMap(({ id, shown }) => (shown === null ? [] : [{ id, shown }]))
    .sort((a, b) => a.shown - b.shown);
  const [lowest, next] = rising;
  return lowest === undefined || next === undefined || lowest.shown === next.shown ? null : lowest.id;
}
