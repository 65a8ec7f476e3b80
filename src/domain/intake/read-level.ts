import type { Framework, Indicator } from '../framework/framework.ts';
import { levelSymbol, scaleOf } from '../framework/framework.ts';
import { foldWords } from '../fold-words.ts';
import { COUNTING_WORDS, countingWords } from './counting-words.ts';
import { bareWord, spellingsOf } from './spellings.ts';

const LEVEL_WORDS = [...spellingsOf(({ level }) => level)].sort((a, b) => b.length - a.length);
const BEFORE = LEVEL_WORDS.join('|');
/** Of one letter it needs a figure behind it. */
const WHOLE_WORDS = LEVEL_WORDS.filter((word) => word.length > 1).join('|');
const ORDINALS = countingWords(({ ordinals }) => ordinals).join('|');
const FIGURE = new RegExp(`^(?:(?:${BEFORE})\\.?\\s*)?(\\d+(?:[.,]\\d+)?)(?:\\.?(?:${ORDINALS}))?$`);
const WORD_BEFORE = new RegExp(`^(?:${WHOLE_WORDS})(?![\\p{L}\\d])\\.?\\s*[-:=]*\\s*(?=.)`, 'u');
const WORD_BEHIND = new RegExp(`(?<=.)\\s+(?:${WHOLE_WORDS})$`);
/** "Nº 3" and "No. 3", which would read as "no 3" without their signs. */
const NUMBER_SIGN = /\bn(?:\.? ?º|o\.)\s*(?=\d)/i;
const BETWEEN = /\s*[-:()/,;]+\s*|\s+/g;
/** Longer ones are no level but somebody's words. */
const MOST_LETTERS = 120;
const MOST_PARTS = 8;
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi'];
const IN_WORDS: ReadonlyMap<string, string> = new Map([
  ...ROMAN.map((word, index) => [word, String(index + 1)] as const),
  ...Object.values(COUNTING_WORDS).flatMap(({ numbers }) =>
    numbers.flatMap((words, index) => words.map((word) => [word, String(index + 1)] as const)),
  ),
]);

const COLUMN = new RegExp(`^(?:${BEFORE}) ?(\\d+)$`);

/** Whether a title is that of a column of levels that have no one name: "Level 1". */
export function isNumberedLevel(title: string): boolean {
  return numberOfLevel(title) !== null;
}

/** Its position among the levels, from 1; null for another title. */
export function numberOfLevel(title: string): number | null {
  const number = COLUMN.exec(foldWords(title))?.[1];
  return number === undefined ? null : Number(number);
}

/** A figure as people type it: `3.0` and `3,0` are 3. */
const figure = (text: string) => String(Number(text.replace(',', '.')));

/** A name whatever its gender and number: "développée", "desarrollados", "متطورة". */
function stemOf(name: string): string {
  const word = (one: string) => one.replace(/(?<=[a-z]{4})[aeos]+$|(?<=[\u0621-\u064A]{3})ه$/, '');
  return name.split(' ').map(word).join(' ');
}

/**
 * The levels that a text can stand for: by number ("Niveau 3", "3.", "III", "third level"), id, or name in any language of
 * the framework and any gender, also several of them ("3 - Développé", "Developed (3)"). More than one where its parts
 * contradict each other or names are the same; none where one of its parts is no level. `ownWords` are the words of the
 * sheet by level.
 */
export function levelsOfText(
  text: string,
  framework: Framework,
  indicator: Indicator,
  ownWords: ReadonlyMap<string, readonly string[]> = new Map(),
): readonly string[] {
  const scale = scaleOf(framework, indicator);
  const ids = scale.levels.map(({ id }) => id);
  const namesOf = (id: string) =>
    Object.values(framework.texts).map((texts) => foldWords(texts.scales[indicator.scale]?.[id] ?? id));
  const symbolOf = (id: string) => foldWords(levelSymbol(scale, id));
  const isNumber = (id: string, number: string) => {
    const symbol = symbolOf(id);
    return symbol === number || (/^\d/.test(symbol) && figure(symbol) === figure(number));
  };
  const byName = (word: string) => {
    const exact = ids.filter((id) => namesOf(id).includes(word) || symbolOf(id) === word);
    if (exact.length > 0) return exact;
    // An id may be a word with which more than one name begins: "Yes, in part", "Yes, for all".
    const begun = ids.filter((id) => foldWords(id) === word || namesOf(id).some((name) => name.startsWith(`${word},`)));
    return begun.length > 0 ? begun : ids.filter((id) => namesOf(id).map(stemOf).includes(stemOf(word)));
  };
  const byNumber = (word: string) => {
    const number = FIGURE.exec(word)?.[1] ?? IN_WORDS.get(word);
    return number === undefined ? [] : ids.filter((id) => isNumber(id, number));
  };
  const oneOf = (word: string) => {
    const named = byName(word);
    return named.length > 0 ? named : byNumber(word);
  };
  const levelsOf = (part: string): readonly string[] => {
    const word = bareWord(part);
    const found = [word, word.replace(WORD_BEFORE, '').replace(WORD_BEHIND, '')].map(oneOf);
    const whole = found.find(({ length }) => length > 0);
    if (whole !== undefined) return whole;
    for (const { 0: sign, index } of word.matchAll(BETWEEN)) {
      const [left, right] = [word.slice(0, index), word.slice(index + sign.length)].map((one) =>
        one === '' ? [] : levelsOf(one),
      );
      // Words that are no name of a level leave a doubt: "3 or 4", "3 in part".
      if (left?.length && right?.length) return [...new Set([...left, ...right])];
    }
    return [];
  };
  const folded = foldWords(text);
  const exact = ids.filter((id) => ownWords.get(id)?.some((one) => foldWords(one) === folded) === true);
  if (exact.length > 0) return exact;
  const named = byName(folded);
  if (named.length > 0) return named;
  const word = foldWords(text.replace(NUMBER_SIGN, 'n°'));
  const isShort = word.length <= MOST_LETTERS && [...word.matchAll(BETWEEN)].length < MOST_PARTS;
  return isShort ? levelsOf(word) : [];
}
