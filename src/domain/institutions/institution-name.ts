import { foldWords } from '../fold-words.ts';

/** What a list puts in front of its lines: a number or a bullet. */
const NUMBER = /^\s*(?:[-\u2010-\u2015\u2022\u00B7\u25AA*]\s*|\(?\d{1,3}\s*[.)\u00B0-]\s*(?=\D)|\d{1,3}\t\s*)/;
/** Words that tell no institution from another. */
const COMMON = new Set(
  'ministry ministere department departement the of for and in to a an de du des la le les l d et en aux au pour'.split(
    ' ',
  ),
);

/** A name as it is compared: as `foldWords` leaves it, letters that a font joined or widened as they are typed. */
export function plainWord(text: string): string {
  // An accent that stands alone is an apostrophe; taken apart it would be a space and an accent.
  return foldWords(text.replaceAll('\u00B4', "'").normalize('NFKC'));
}

/** A line of a list without the number or bullet that the list puts in front of it. */
export function withoutNumber(line: string): string {
  return line.replace(NUMBER, '');
}

/** The words of a name, folded; those that tell nothing are left out. */
export function tellingWords(name: string): readonly string[] {
  return plainWord(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !COMMON.has(word));
}

/** How many letters have to be changed, put in or left out; counts no further than two. */
function isNear(a: string, b: string): boolean {
  const most = Math.min(a.length, b.length) >= 16 ? 2 : 1;
  if (Math.abs(a.length - b.length) > most) return false;
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...a].entries()) {
    const next = [row + 1];
    for (const [column, other] of [...b].entries()) {
      const [left = 0, above = 0, corner = 0] = [next[column], before[column + 1], before[column]];
      next.push(Math.min(left + 1, above + 1, corner + (letter === other ? 0 : 1)));
    }
    before = next;
  }
  return (before[b.length] ?? 0) <= most;
}

const digitsOf = (text: string) => text.replaceAll(/\D/g, '');

/**
 * Whether two names that differ may be of one institution: the same telling words in another order, or a letter or two.
 * To be asked about, never decided: "Region 1" and "Region 2" are not alike.
 */
export function looksAlike(a: string, b: string): boolean {
  const [one, other] = [plainWord(a), plainWord(b)];
  if (one === other || digitsOf(one) !== digitsOf(other)) return false;
  const [words, others] = [tellingWords(a), tellingWords(b)];
  if (words.length > 0 && [...words].sort().join(' ') === [...others].sort().join(' ')) return true;
  return Math.min(one.length, other.length) >= 8 && isNear(one, other);
}
