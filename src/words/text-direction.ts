import { RIGHT_TO_LEFT_SCRIPT } from '../i18n/right-to-left-script.ts';

/** Share of the letters from which a text that also begins so is wholly of the other direction. */
const WHOLLY = 0.9;
/** The first word that is no acronym. */
const FIRST_WORD = /(?!\p{Lu}{2,6}(?!\p{L}))(?<!\p{L})\p{L}/u;

/**
 * The direction of a paragraph: that of the document, unless it begins the other way and nearly all of its letters run
 * so: a text that somebody wrote, not a line of ours in which a name stands.
 */
export function directionOf(text: string, direction: 'ltr' | 'rtl'): 'ltr' | 'rtl' {
  const letters = text.match(/\p{L}/gu) ?? [];
  const other = direction === 'rtl' ? 'ltr' : 'rtl';
  const isOther = (letter: string) => RIGHT_TO_LEFT_SCRIPT.test(letter) === (other === 'rtl');
  const first = FIRST_WORD.exec(text)?.[0] ?? letters[0];
  if (first === undefined || !isOther(first)) return direction;
  return letters.filter(isOther).length >= letters.length * WHOLLY ? other : direction;
}
