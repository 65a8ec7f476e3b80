import { foldWords } from '../fold-words.ts';

/** Signs that are only ever a bullet: arrows, geometric shapes, circled numbers, what a font of symbols leaves, dashes. */
const BULLET = String.raw`[\u2190-\u27BF\u2B00-\u2BFF\p{Co}\p{Pd}\u2212\u2022\u2023\u2043\u00B7*]\uFE0F?\s*`;
const NUMBER = String.raw`\p{Nd}{1,3}(?:\.\p{Nd}{1,3})*`;
const ROMAN = '(?:[ivx]{2,5}|[IVX]{2,5})';
/** What a list puts in front of its lines and no name begins with; one letter and a full stop may be an initial. */
const MARKS = [
  // A tab after it, as text processors paste it: nearly anything short.
  String.raw`(?:o|[^\p{L}\p{N}\t;]{1,3}|[([]?${NUMBER}[.)\]\u00B0/:-]{0,2}|[([]?(?:\p{L}|${ROMAN})[.)\]/:-]{1,2})\s*\t\s*`,
  String.raw`(?:${BULLET})?[([]?${NUMBER}\s*[.)\]\u00B0]{1,2}\s*(?=[^\p{Nd}\s])`,
  String.raw`(?:${BULLET})?\p{Nd}{1,3}(?:\s+[/:\p{Pd}]\s*|[/:\p{Pd}]\s+)(?=[^\p{Nd}\s])`,
  String.raw`(?:${BULLET})?(?:(?:\p{L}|${ROMAN})(?:\)\s*|/\s+)|[([](?:\p{L}|${ROMAN})[)\]]\s+|${ROMAN}(?:[.:]|\s*\p{Pd})\s+)`,
  BULLET,
  String.raw`[\u00A7\u00B6>+#\u00BB\u203A]\s+`,
];
const MARK = new RegExp(String.raw`^\s*(?:${MARKS.join('|')})`, 'u');
/** One letter or a Roman number with a full stop: a mark only where the lines of a list count on. */
const COUNTED = /^\s*(\p{L}|[IVX]{2,5})\.\s*(?=\p{L})/iu;
/** How a list counts on, and how many lines of it leave no doubt that it does. */
const COUNTS: readonly (readonly [readonly string[], number])[] = [
  ['I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' '), 2],
  [[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'], 3],
];
/** What may be a mark in front of a name, or a part of it. */
const DOUBTFUL = /^(?:(?:n\u00B0|no\.?)?\s*\p{Nd}{1,3}(?:\.\p{Nd}{1,3})*|\p{L}|[ivx]{1,5})[.)\u00B0/:]?\s+/u;
/** Words that tell no institution from another. */
const COMMON = new Set(
  [
    'ministry ministere department departement the of for and in to a an de du des la le les l d et en aux au pour',
    'ministerio departamento del el los las y al para',
    'وزاره دايره',
  ].flatMap((words) => words.split(' ')),
);

/** A name as it is compared: as `foldWords` leaves it, letters that a font joined or widened as they are typed. */
export function plainWord(text: string): string {
  // An accent that stands alone is an apostrophe; taken apart it would be a space and an accent.
  return foldWords(text.replaceAll('\u00B4', "'").normalize('NFKC'));
}

/** A name without the number or bullet that a list puts in front of it. An initial, or a number that may be its own, stays. */
export function withoutNumber(name: string): string {
  return name.replace(MARK, '');
}

/** The lines of a list without their numbers or bullets; single letters are some where they count on from the first line. */
export function withoutNumbers(lines: readonly string[]): string[] {
  const letters = lines.map((line) => COUNTED.exec(line)?.[1]?.toUpperCase());
  const [marks = []] = COUNTS.find(([all, least]) => all.slice(0, least).every((mark, n) => letters[n] === mark)) ?? [];
  return lines.map((line, n) =>
    letters[n] !== undefined && letters[n] === marks[n] ? line.replace(COUNTED, '') : withoutNumber(line),
  );
}

/** What somebody who wrote a name may have meant, to be tried in this order: what is written, then without its number. */
export function readingsOf(name: string): readonly string[] {
  return [...new Set([plainWord(name), plainWord(withoutNumber(name))])];
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

/** Whether two folded names that differ have the same telling words in another order, or differ in a letter or two. */
function isSpelledAlike(one: string, other: string): boolean {
  if (digitsOf(one) !== digitsOf(other)) return false;
  const [words, others] = [tellingWords(one), tellingWords(other)];
  if (words.length > 0 && [...words].sort().join(' ') === [...others].sort().join(' ')) return true;
  return Math.min(one.length, other.length) >= 8 && isNear(one, other);
}

/** Whether one name is, or is spelled like, another behind what may be the number of a list. */
function isNumbered(long: string, short: string): boolean {
  const rests = [withoutNumber(long), long.replace(DOUBTFUL, '')].filter((rest) => rest !== long);
  return rests.some((rest) => rest === short || isSpelledAlike(rest, short));
}

/**
 * Whether two names that differ may be of one institution: the same telling words in another order, a letter or two, or
 * what may be the number of a list before one of them. To be asked about, never decided: "Region 1" and "Region 2" are not
 * alike.
 */
export function looksAlike(a: string, b: string): boolean {
  const [one, other] = [plainWord(a), plainWord(b)];
  if (one === other) return false;
  return isSpelledAlike(one, other) || isNumbered(one, other) || isNumbered(other, one);
}
