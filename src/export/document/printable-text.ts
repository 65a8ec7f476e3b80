import { RIGHT_TO_LEFT_RANGES } from '../../i18n/right-to-left-script.ts';

/** Characters that XML 1.0 cannot hold: a file with one of them does not open. */
export const UNPRINTABLE =
  // eslint-disable-next-line no-control-regex -- control characters are what it takes out
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** A text as it stands in XML. */
export const escapeXml = (text: string) =>
  printableText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** A text without the characters that office files cannot hold (XML 1.0, section 2.2); nothing else is changed. */
export function printableText(text: string): string {
  return text.replaceAll(UNPRINTABLE, '');
}

const RIGHT_TO_LEFT = new RegExp(`[\\u200f${RIGHT_TO_LEFT_RANGES}]`, 'u');
/** Letters and numbers, and the mark that makes a sign go with them. */
const LETTER = /[\p{L}\p{N}\u200e]/u;
/** Leads on in a line that is read from the right: the numbers on its sides stand in the order of the line. */
const ARROW = '←';

/** A stretch of text in one direction of writing. */
export interface ScriptRun {
  readonly text: string;
  readonly rightToLeft: boolean;
}

/**
 * A text in stretches of one direction, so that an Arabic name in a French line is shaped and spelt as Arabic. Spaces
 * and signs between letters of one direction go with them; between two directions, with that of the line.
 */
export function splitByScript(text: string, base: 'ltr' | 'rtl'): ScriptRun[] {
  const ofLine = base === 'rtl';
  const characters = [...text];
  const strong = characters.map((character) =>
    RIGHT_TO_LEFT.test(character) || (ofLine && character === ARROW) ? true : LETTER.test(character) ? false : null,
  );
  const after: (boolean | null)[] = [];
  strong.reduceRight<boolean | null>((next, own, index) => (after[index] = own ?? next), null);
  const runs: { text: string; rightToLeft: boolean }[] = [];
  let before: boolean | null = null;
  characters.forEach((character, index) => {
    const own = strong[index] ?? null;
    const rightToLeft: boolean = own ?? (before !== null && before === after[index] ? before : ofLine);
    before = own ?? before;
    const last = runs.at(-1);
    if (last?.rightToLeft === rightToLeft) last.text += character;
    else runs.push({ text: character, rightToLeft });
  });
  return runs;
}
