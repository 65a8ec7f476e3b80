import type { Framework, Indicator } from '../framework/framework.ts';
import { levelSymbol, scaleOf } from '../framework/framework.ts';
import { foldWords } from '../fold-words.ts';
import { bareWord, spellingsOf } from './spellings.ts';

const BEFORE = [...spellingsOf(({ level }) => level)].sort((a, b) => b.length - a.length).join('|');
const NUMBERED = new RegExp(`^(?:(?:${BEFORE})\\.?\\s*)?(\\d+(?:[.,]\\d+)?)(?:\\s*[-.:()/,]*\\s*(\\D.*))?$`);
const NAMED = /^(\D+?)\s*[-(:,]*\s*(\d+(?:[.,]\d+)?)$/;

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

/**
 * The levels that a text can stand for: by number ("Niveau 3", "3.", "3 - Développé", "Développé (3)"), id, or name in any
 * language of the framework. More than one where its parts contradict each other or names are the same; none where it
 * is no level. `ownWords` are the words of the sheet by level.
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
    [id, ...Object.values(framework.texts).map((texts) => texts.scales[indicator.scale]?.[id] ?? id)].map(foldWords);
  const symbolOf = (id: string) => foldWords(levelSymbol(scale, id));
  const isNumber = (id: string, number: string) => {
    const symbol = symbolOf(id);
    return symbol === number || (/^\d/.test(symbol) && figure(symbol) === figure(number));
  };
  const byName = (word: string) => ids.filter((id) => namesOf(id).includes(word) || symbolOf(id) === word);
  const word = foldWords(text);
  const exact = ids.filter((id) => ownWords.get(id)?.some((one) => foldWords(one) === word) === true);
  if (exact.length > 0) return exact;
  const bare = bareWord(text);
  const named = [...new Set([...byName(word), ...byName(bare)])];
  if (named.length > 0) return named;
  const numbered = NUMBERED.exec(bare);
  const [number, rest] = numbered === null ? (NAMED.exec(bare)?.slice(1).reverse() ?? []) : numbered.slice(1);
  if (number === undefined) return [];
  const byNumber = ids.filter((id) => isNumber(id, number));
  if (rest === undefined || byNumber.length === 0) return byNumber;
  const meant = bareWord(rest);
  const prefix = new RegExp(`^(?:${BEFORE})\\.?$`);
  const byRest = prefix.test(meant) ? byNumber : byName(meant);
  // Words that are no name of a level leave a doubt: "3 or 4", "3 in part".
  return byRest.length === 0 ? [] : [...new Set([...byNumber, ...byRest])];
}
