import type { FrameworkStructure, FrameworkTexts, IndicatorStructure, TermTexts } from './framework-schema.ts';
import { SHORT_TITLE_LETTERS } from './text-lengths.ts';

const ELLIPSIS = '…';

/** Letters as people count them: an accent written apart is none. */
export function countLetters(text: string): number {
  return [...text.normalize('NFC')].length;
}

/** The name of a band, or of the result of a `table`, which stands for its band; undefined without one. */
export function bandName(texts: FrameworkTexts, id: string): string | undefined {
  return texts.bands?.[id] ?? texts.results?.[id];
}

/**
 * The title of an indicator in at most SHORT_TITLE_LETTERS: the short one that its texts give, else the title cut at a
 * word, with an ellipsis; its id where it has no texts.
 */
export function shortTitle(texts: FrameworkTexts, indicatorId: string): string {
  const own = texts.indicators[indicatorId];
  if (own === undefined) return indicatorId;
  if (own.short !== undefined) return own.short;
  const letters = [...own.title.normalize('NFC').trim()];
  if (letters.length <= SHORT_TITLE_LETTERS) return letters.join('');
  const room = SHORT_TITLE_LETTERS - ELLIPSIS.length;
  // Where the next letter is a space, the word before it is whole.
  const atWord = letters
    .slice(0, room + 1)
    .join('')
    .search(/\s\S*$/u);
  const kept =
    atWord > 0
      ? letters
          .slice(0, room + 1)
          .join('')
          .slice(0, atWord)
      : letters.slice(0, room).join('');
  return `${kept.replace(/[\s,;:.–-]+$/u, '')}${ELLIPSIS}`;
}

/** The rules by which the requirements are read, in order of reading; a rule without words is left out. */
export function readingRules({ readingRules: ids = [] }: FrameworkStructure, texts: FrameworkTexts): string[] {
  return ids.flatMap((id) => texts.readingRules?.[id] ?? []);
}

/** The terms that these indicators name, each once, in no order; a term without words is left out. */
export function termsOf(indicators: readonly IndicatorStructure[], texts: FrameworkTexts): TermTexts[] {
  const ids = new Set(indicators.flatMap(({ terms = [] }) => terms));
  return [...ids].flatMap((id) => texts.glossary?.[id] ?? []);
}
