import { COMMON_WORDS } from './common-words.ts';

/**
 * Why a passphrase is soon found: digits alone; the same again and again; letters or digits in their order; keys beside each
 * other; words that everybody tries; a date; what the assessment itself says.
 */
export type PassphraseWeakness = 'digits' | 'repeated' | 'sequence' | 'keyboard' | 'words' | 'date' | 'about';

/** Letters and digits beside what is soon found that still make a passphrase of its own. */
const OWN_LETTERS = 6;
const FEWEST_DIFFERENT = 5;
const SHORTEST_RUN = 3;
const SHORTEST_KEYBOARD_RUN = 4;
const SHORTEST_WORD = 4;

const KEYBOARDS = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
  'qwertzuiop',
  'yxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1aqw2zsx3edc4rfv5tgb6yhn7uj8ik9ol0pm',
  'ضصثقفغعهخحجد',
  'شسيبلاتنمكط',
];
const BOTH_WAYS = KEYBOARDS.flatMap((row) => [row, [...row].reverse().join('')]);

/** The longer reading first: 11 is no 1. */
const DATES = [
  /(?:[12]\d|3[01]|0?[1-9])[ ./-]?(?:1[0-2]|0?[1-9])[ ./-]?(?:19|20)\d\d/g,
  /(?:19|20)\d\d[ ./-]?(?:1[0-2]|0?[1-9])[ ./-]?(?:[12]\d|3[01]|0?[1-9])/g,
  /(?<!\d)(?:19|20)\d\d(?!\d)/g,
];

/** What people write for a letter: p4ssw0rd. */
const STAND_INS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '@': 'a',
  $: 's',
};

const withoutAccents = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const isOwn = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Stretches of what is soon found: [from, to). */
type Stretch = readonly [from: number, to: number];

/** From every place, how far `follows` carries on. */
function runsOf(text: string, shortest: number, follows: (before: string, next: string) => boolean): Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && follows(text.charAt(at - 1), text.charAt(at))) continue;
    if (at - from >= shortest) found.push([from, at]);
    from = at;
  }
  return found;
}

/** a to b, 8 to 9, 9 to 0: one further, or one back for `step` -1. */
const inOrder = (step: number) => (before: string, next: string) =>
  isOwn(before) &&
  isOwn(next) &&
  (next.charCodeAt(0) - before.charCodeAt(0) === step ||
    (step === 1 ? before === '9' && next === '0' : before === '0' && next === '9'));

function placesOf(text: string, word: string): Stretch[] {
  const found: Stretch[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) found.push([at, at + word.length]);
  return found;
}

/** In both readings: as it is written, and with letters for the signs that stand in for them. */
function placesOfWords(text: string, words: readonly string[]): Stretch[] {
  const letters = text.replace(/[01345@$]/g, (sign) => STAND_INS[sign] ?? sign);
  return words.flatMap((word) => [...placesOf(text, word), ...placesOf(letters, word)]);
}

/** The whole is one short piece, again and again, the last time perhaps in part. */
function isRepeated(text: string): boolean {
  if (new Set(text).size < FEWEST_DIFFERENT) return true;
  for (let period = 1; period <= text.length / 2; period += 1) {
    if ([...text].every((character, at) => character === text.charAt(at % period))) return true;
  }
  return false;
}

const wordsIn = (texts: readonly string[]) =>
  texts.flatMap((text) => withoutAccents(text).split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= SHORTEST_WORD);

/**
 * Why a passphrase is soon found by whoever tries lists, or null where nothing is seen; it says nothing of length. `about`:
 * what is known of the assessment (title, country, who leads it). A guess for the person's own judgement, never a refusal.
 */
export function findWeakness(passphrase: string, about: readonly string[] = []): PassphraseWeakness | null {
  const text = withoutAccents(passphrase);
  const bare = text.replace(/[\s._/-]/g, '');
  if (bare === '') return null;
  if (isRepeated(bare)) return 'repeated';
  const keys = (before: string, next: string) => BOTH_WAYS.some((row) => row.includes(before + next));
  const found: readonly (readonly [PassphraseWeakness, readonly Stretch[]])[] = [
    ['sequence', [...runsOf(text, SHORTEST_RUN, inOrder(1)), ...runsOf(text, SHORTEST_RUN, inOrder(-1))]],
    ['keyboard', runsOf(text, SHORTEST_KEYBOARD_RUN, keys)],
    [
      'date',
      DATES.flatMap((date) => [...text.matchAll(date)].map((one): Stretch => [one.index, one.index + one[0].length])),
    ],
    ['about', placesOfWords(text, wordsIn(about))],
    ['words', placesOfWords(text, COMMON_WORDS)],
  ];
  const soonFound = new Set<number>();
  const shares = found.map(([kind, stretches]) => {
    const own = new Set(stretches.flatMap(([from, to]) => Array.from({ length: to - from }, (_, step) => from + step)));
    for (const at of own) soonFound.add(at);
    return { kind, size: own.size };
  });
  // By code units, as the stretches count.
  const left = text.split('').filter((character, at) => isOwn(character) && !soonFound.has(at)).length;
  const greatest = shares.reduce((most, one) => (one.size > most.size ? one : most));
  if (greatest.size > 0 && left < OWN_LETTERS) return greatest.kind;
  return /^\d+$/.test(bare) ? 'digits' : null;
}
