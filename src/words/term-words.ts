import { termsOf } from '../domain/framework/framework-names.ts';
import type { FrameworkTexts, IndicatorStructure, TermTexts } from '../domain/framework/framework-schema.ts';
import type { Localiser } from '../i18n/localiser.ts';

/** The terms that these indicators name, typeset, in the order of the reader's alphabet; each says that its words are no quotation. */
export function termWords(
  indicators: readonly IndicatorStructure[],
  texts: FrameworkTexts,
  { text: write, language, t }: Localiser,
): readonly TermTexts[] {
  return termsOf(indicators, texts)
    .map(({ term, text, source }) => ({
      term: write(term),
      text: write(text),
      source: t('beside.termSource', { source: write(source) }),
    }))
    .sort((a, b) => a.term.localeCompare(b.term, language.locale));
}
