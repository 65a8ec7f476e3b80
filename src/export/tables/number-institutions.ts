import { compareText } from '../../domain/journal/journal.ts';
import { sha256Hex } from '../../domain/sha256.ts';

/**
 * A number from 1 for each institution of an assessment. An id is made from a name, and so would its place in the alphabet
 * be: the order is that of a hash, salted with what stands in no table (an entry id of the journal, with its random part).
 */
export function numberInstitutions(institutions: readonly string[], salt: string): ReadonlyMap<string, number> {
  const placed = institutions.map((id) => ({ id, place: sha256Hex(`${salt}/${id}`) }));
  placed.sort((a, b) => compareText(a.place, b.place));
  return new Map(placed.map(({ id }, index) => [id, index + 1]));
}
