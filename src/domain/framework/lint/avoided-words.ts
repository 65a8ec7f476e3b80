import type { Problem } from '../../problem.ts';
import { AVOIDED_WORDS } from './avoid-words.ts';
import { phrasePattern } from './phrase-pattern.ts';
import { advise } from './writing-code.ts';
import type { WrittenText } from './written-text.ts';

const PATTERNS = new Map(
  Object.entries(AVOIDED_WORDS).map(([language, entries]) => [
    language,
    entries.map(({ words, use }) => ({ pattern: phrasePattern(words), use })),
  ]),
);

/** Words on the avoid list of the text's language, with what to write instead. Official titles stay as they are. */
export function checkAvoidedWords(text: WrittenText): Problem[] {
  if (text.role === 'official') return [];
  return (PATTERNS.get(text.language) ?? []).flatMap(({ pattern, use }) => {
    const word = pattern.exec(text.text)?.[0];
    return word === undefined ? [] : [advise('writing.avoidedWord', text, { word, use })];
  });
}
