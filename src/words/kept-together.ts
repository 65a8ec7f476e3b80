/** Isolates stand between the parts of a text that is set. */
const SPACE = String.raw`[\u2066-\u2069]*[ \u00a0][\u2066-\u2069]*`;
const WORD_START = String.raw`(?<![\p{L}\p{M}\p{N}])`;

/** `31 March 2028`, `1er mars 2028`, `30 de junio de 2027`: the day and its month, before a year. */
const DAY_AND_MONTH = String.raw`${WORD_START}\d{1,2}(?:er|º)?${SPACE}(?:de )?\p{L}[\p{L}\p{M}]+(?=${SPACE}(?:de )?(?:19|20)\d\d(?!\d))`;

/** `art. 26`, `p. 6`, `المادة 18`. */
const PLACE = String.raw`${WORD_START}(?:(?:arts?|pp?|págs?|núms?|no)\.|n[°º]|المادة|المواد|ص)${SPACE}\d+`;

/** `SIM/C/2025-26`, `L 2017-52`, `JO 2025-21`: capitals, then parts with a number among them. */
const DOCUMENT_NUMBER = String.raw`${WORD_START}(?:\p{Lu}{1,6}${SPACE})?(?=[\p{L}/-]*\d)[\p{L}\d]+(?:[/-][\p{L}\d]+)+`;

const TOGETHER = new RegExp(`${DAY_AND_MONTH}|${PLACE}|${DOCUMENT_NUMBER}`, 'gu');

/** Longer ones are broken as any other text: an address, a file name. */
const LONGEST = 30;

/** Where a text is not to be broken, from the first character to after the last: days with their months, and numbers of documents and of articles. */
export function keptTogether(text: string): readonly (readonly [start: number, end: number])[] {
  if (!/\d/.test(text)) return [];
  return [...text.matchAll(TOGETHER)].flatMap(({ index, 0: { length } }) =>
    length > LONGEST ? [] : [[index, index + length] as const],
  );
}

/** At which no program breaks a line. */
export const NO_BREAK_HYPHEN = '\u2011';

/** `IC-07`: what one searches a file for keeps the hyphen that is typed. */
const CODE = /^\p{Lu}+-\d+$/u;

/**
 * The same for programs that break lines themselves: spaces at which they do not, and `hyphen` for each hyphen of a number,
 * where one breaks at it (browsers do not before a digit).
 */
export function joinKept(text: string, hyphen = '-'): string {
  let joined = '';
  let last = 0;
  for (const [start, end] of keptTogether(text)) {
    const own = text.slice(start, end);
    joined += text.slice(last, start) + (CODE.test(own) ? own : own.replaceAll(' ', '\u00a0').replaceAll('-', hyphen));
    last = end;
  }
  return joined + text.slice(last);
}
