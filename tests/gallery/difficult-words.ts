import { textsIn } from '../../src/domain/framework/framework.ts';
import { useInterfaceLanguage } from '../../src/i18n/interface-language.svelte.ts';
import type { TypedText } from '../../src/storage/database-schema.ts';
import { DIFFICULT_WORDS, difficultFramework, difficultWords } from '../fixtures/difficult-framework.ts';

export const DIFFICULT_FRAMEWORK = difficultFramework();

/** The long word, the long sentence and the framework's texts in the language of the page: call it where they are read. */
export function useDifficultWords() {
  const language = useInterfaceLanguage();
  return () => ({ ...difficultWords(language.code), texts: textsIn(DIFFICULT_FRAMEWORK, language.code) });
}

/** The field of which another tab left a text. */
export const FIELD_OF_TWO_TABS = 'gallery/two-tabs';
export const FIELD_LEFT_WITH_TWO_DIGITS = 'gallery/two-digits';

/** What is being typed when the page is opened. */
export const LEFT_BY_CLOSED_TABS: readonly TypedText[] = [
  { key: FIELD_OF_TWO_TABS, tab: 'b', text: DIFFICULT_WORDS.ar.sentence, atMs: Date.UTC(2026, 10, 21, 9, 30) },
  { key: FIELD_OF_TWO_TABS, tab: 'a', text: `${DIFFICULT_WORDS.en.word} ${DIFFICULT_WORDS.en.sentence}`, atMs: 0 },
  { key: FIELD_LEFT_WITH_TWO_DIGITS, tab: 'a', text: '0026-12-15', atMs: Date.UTC(2026, 10, 21, 9, 30) },
];
