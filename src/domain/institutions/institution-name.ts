import { foldWords } from '../fold-words.ts';

/**
 * Signs that are only ever a bullet: arrows, geometric shapes, pictures, circled numbers, what a font of symbols
 * leaves, dashes.
 */
const BULLET = String.raw`[\u2190-\u27BF\u2B00-\u2BFF\p{Extended_Pictographic}\p{Co}\p{Pd}\u2212\u2022\u2023\u2043\u00B7*]\uFE0F?\s*`;
const NUMBER = String.raw`\p{Nd}{1,3}(?:\.\p{Nd}{1,3})*`;
const ROMAN = '(?:[ivx]{2,5}|[IVX]{2,5})';
/** What a list puts in front of its lines and no name begins with; one letter and a full stop may be an initial. */
const MARKS = [
  // A tab after it, as text processors paste it: nearly anything short.
  String.raw`(?:o|[^\p{L}\p{N}\t;]{1,3}|[([]?${NUMBER}[.)\]\u00B0/:-]{0,2}|[([]?(?:\p{L}|${ROMAN})[.)\]/:-]{1,2})\s*\t\s*`,
  String.raw`(?:${BULLET})?[([]?${NUMBER}\s*[.)\]\u00B0]{1,2}\s*(?=[^\p{Nd}\s])`,
  // A column of numbers of its own, and a number on a key.
  String.raw`${NUMBER}\s*[;\u061B]\s*(?=[^\p{Nd}\s])`,
  String.raw`\p{Nd}\uFE0F?\u20E3\s*`,
  String.raw`(?:[\u0627\u0623]ول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)(?:\u064B?ا|ا\u064B)\s*[:\u060C.\p{Pd}]\s*`,
  String.raw`(?:${BULLET})?\p{Nd}{1,3}(?:\s+[/:\p{Pd}]\s*|[/:\p{Pd}]\s+)(?=[^\p{Nd}\s])`,
  String.raw`(?:${BULLET})?(?:(?:\p{L}|${ROMAN})(?:\)\s*|/\s+)|[([](?:\p{L}|${ROMAN})[)\]]\s+|${ROMAN}(?:[.:]|\s*\p{Pd})\s+)`,
  BULLET,
  String.raw`[\u00A7\u00B6>+#\u00BB\u203A]\s+`,
];
const MARK = new RegExp(String.raw`^\s*(?:${MARKS.join('|')})`, 'u');
/** One letter or a Roman number with a full stop, or a bare number: a mark only where the lines of a list count on. */
const COUNTED = /^\s*(?:(\p{L}|[IVX]{2,5})\.\s*|(\p{Nd}{1,3})(?:\s+|\s*\p{Pd}\s*))(?=\p{L})/iu;
const NUMBERS = Array.from({ length: 300 }, (_, index) => String(index + 1));
/** How a list counts on, and how many lines of it leave no doubt that it does. */
const COUNTS: readonly (readonly [readonly string[], number])[] = [
  [NUMBERS, 2],
  ['I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' '), 2],
  [[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'], 3],
  [[...'ابجدهوزحطيكلمنسعفصقرشت'], 3],
  [[...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'], 3],
];
/** What may be a mark in front of a name, or a part of it. */
const DOUBTFUL = /^(?:(?:n\u00B0|no\.?)?\s*\p{Nd}{1,3}(?:\.\p{Nd}{1,3})*|\p{L}|[ivx]{1,5})[.)\u00B0/:]?\s+/u;
/** Words that tell no institution from another. */
const COMMON = new Set(
  [
    'ministry ministere department departement the of for and in to a an de du des la le les l d et en aux au pour',
    'ministerio departamento del el los las y al para min minist mtre dept dpt dpto',
    'وزاره دايره',
  ].flatMap((words) => words.split(' ')),
);

/**
 * A name without the number or bullet that a list puts in front of it. An initial, or a number that may be its own,
 * stays.
 */
export function withoutNumber(name: string): string {
  return name.replace(/^[\s\p{Cf}]+/u, '').replace(MARK, '');
}

/** Which lines count on, one by one, from the first that does; null where fewer than `least` do so without a gap. */
function countsOn(marks: readonly (string | undefined)[], all: readonly string[], least: number): boolean[] | null {
  let next = 0;
  const counted = marks.map((mark) => mark !== undefined && mark === all[next] && (next += 1) > 0);
  const from = counted.indexOf(true);
  return from !== -1 && counted.slice(from, from + least).filter(Boolean).length === least ? counted : null;
}

function markOf(line: string): string | undefined {
  const [, letter, number] = COUNTED.exec(line) ?? [];
  if (number !== undefined) return String(Number(foldWords(number)));
  return letter === undefined ? undefined : letter.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase();
}

/**
 * The lines of a list without their numbers or bullets; bare letters and numbers are some where they count on from line
 * to line.
 */
export function withoutNumbers(lines: readonly string[]): string[] {
  const marks = lines.map(markOf);
  const counted = COUNTS.map(([all, least]) => countsOn(marks, all, least)).find((one) => one !== null) ?? [];
  const names = lines.map((line, n) => (counted[n] === true ? line.replace(COUNTED, '') : withoutNumber(line)));
  // A number that alone tells two apart is a part of their names.
  const isTold =
    new Set(names.map(foldWords)).size === new Set(lines.map((line) => foldWords(withoutNumber(line)))).size;
  return isTold ? names : lines.map(withoutNumber);
}

const QUOTES = String.raw`["\u201C\u201D\u201E\u00AB\u00BB]`;
const QUOTED = new RegExp(
  String.raw`^${QUOTES}\s*(?=\S)([^"\u201C\u201D\u201E\u00AB\u00BB]*[^"\u201C\u201D\u201E\u00AB\u00BB\s])\s*${QUOTES}$`,
  'u',
);

/**
 * Here and below a run of signs is tried from its first one only: in a long text it would take the square of its
 * length.
 */
const END = /(?<!\s)\s*[,\u060C]$|(?<=\p{Ll}{4})\.$/u;

/** A name without what a list or a table puts around it: quotation marks, a comma, or the full stop of a sentence. */
export function withoutSigns(name: string): string {
  return name
    .replaceAll(/^[\s\p{Cf}]+|(?<![\s\p{Cf}])[\s\p{Cf}]+$/gu, '')
    .replace(END, '')
    .replace(QUOTED, '$1')
    .replace(END, '');
}

/**
 * What somebody who wrote a name may have meant, to be tried in this order: what is written, then without its number,
 * then without signs around it.
 */
export function readingsOf(name: string): readonly string[] {
  return [...new Set([name, withoutNumber(name), withoutSigns(withoutNumber(withoutSigns(name)))].map(foldWords))];
}

/** What Arabic writes in front of a word and with it: "and", "by", "for", and the article. */
const BEFORE_WORD = /^[وبفك]?(?:ال|لل)(?=\p{L}{2})/u;

/** The words of a name, folded and without their article; those that tell nothing are left out. */
export function tellingWords(name: string): readonly string[] {
  return foldWords(name)
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(BEFORE_WORD, ''))
    .filter((word) => word !== '' && !COMMON.has(word));
}

/**
 * How many letters have to be changed, put in or left out; counts no further than two, so that only as many places to
 * the left and to the right of a letter are looked at.
 */
function isNear(a: readonly string[], b: readonly string[]): boolean {
  const most = Math.min(a.length, b.length) >= 16 ? 2 : 1;
  if (Math.abs(a.length - b.length) > most) return false;
  const far = most + 1;
  // What both begin with costs nothing.
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  // By how far the column is to the right of the row.
  const shifts = Array.from({ length: 2 * most + 1 }, (_, index) => index - most);
  let before = shifts.map((shift) => (shift < 0 ? far : shift));
  for (let row = same + 1; row <= a.length && before.some((count) => count <= most); row += 1) {
    const next: number[] = [];
    for (const [index, shift] of shifts.entries()) {
      const column = row + shift;
      const isIn = column > same && column <= b.length;
      const changed = (before[index] ?? far) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const moved = Math.min(next[index - 1] ?? far, before[index + 1] ?? far) + 1;
      next.push(isIn ? Math.min(moved, changed) : column === same ? row - same : far);
    }
    before = next;
  }
  return (before[b.length - a.length + most] ?? far) <= most;
}

/** In shorter words one letter tells them apart: "العمل" is labour, "العدل" justice. */
const TELLING_LETTERS = 5;
const LEAST_LETTERS = 8;

/** What of a folded name is compared, found once for each name of a list. */
interface Spelling {
  readonly folded: string;
  readonly letters: readonly string[];
  readonly digits: string;
  /** The telling words in one order, whatever order they have. */
  readonly words: string;
  /** Whether a letter or two may be a slip. */
  readonly isLong: boolean;
  /** A bit for each letter that it has, several letters to a bit: a slip changes two of them at most. */
  readonly bits: number;
}

/** A name as `areAlike` compares it. */
export interface NameTraits extends Spelling {
  /** Without what may be the number of a list. */
  readonly rests: readonly Spelling[];
  /** Where something stands in brackets behind it, such as its short form: it, and what it stands behind. */
  readonly parts: readonly string[];
}

function spellingOf(folded: string): Spelling {
  const [letters, telling] = [[...folded], tellingWords(folded)];
  return {
    folded,
    letters,
    digits: folded.replaceAll(/\D/g, ''),
    words: [...telling].sort().join(' '),
    isLong: folded.length >= LEAST_LETTERS && telling.join('').length >= TELLING_LETTERS,
    bits: letters.reduce((bits, letter) => bits | (1 << ((letter.codePointAt(0) ?? 0) % 32)), 0),
  };
}

/** What `areAlike` compares of a name: found once for each name where many are compared. */
export function traitsOf(name: string): NameTraits {
  const folded = foldWords(name);
  const rests = [withoutNumber(folded), folded.replace(DOUBTFUL, '')].filter((rest) => rest !== folded);
  const [, ...parts] = /[)\]]$/.test(folded) ? (/^(.+?)\s*[([](.{2,})[)\]]$/.exec(folded) ?? []) : [];
  return { ...spellingOf(folded), rests: rests.map(spellingOf), parts };
}

function hasNearLetters(one: Spelling, other: Spelling): boolean {
  let differing = one.bits ^ other.bits;
  for (let slips = 0; slips < 4 && differing !== 0; slips += 1) differing &= differing - 1;
  return differing === 0;
}

/** Whether two names that differ have the same telling words in another order, or differ in a letter or two. */
function isSpelledAlike(one: Spelling, other: Spelling): boolean {
  if (one.digits !== other.digits) return false;
  if (one.words !== '' && one.words === other.words) return true;
  return one.isLong && other.isLong && hasNearLetters(one, other) && isNear(one.letters, other.letters);
}

/** Whether one name is another behind what may be the number of a list, or before its short form, or is spelled so. */
function isMore(long: NameTraits, short: Spelling): boolean {
  if (long.rests.length === 0 && long.parts.length === 0) return false;
  const isRest = (rest: Spelling) => rest.folded === short.folded || isSpelledAlike(rest, short);
  return long.rests.some(isRest) || long.parts.includes(short.folded);
}

/**
 * Whether two names that differ may be of one institution: the same telling words in another order, a letter or two,
 * what may be the number of a list before one of them, or its short form in brackets behind. To be asked about, never
 * decided: "Region 1" and "Region 2" are not alike.
 */
export function areAlike(one: NameTraits, other: NameTraits): boolean {
  return one.folded !== other.folded && (isSpelledAlike(one, other) || isMore(one, other) || isMore(other, one));
}

/** `areAlike` of two names. */
export function looksAlike(a: string, b: string): boolean {
  return areAlike(traitsOf(a), traitsOf(b));
}
