import type { Problem } from '../../problem.ts';
import { FUNCTION_WORDS } from './function-words.ts';
import { wordsOf } from './phrase-pattern.ts';
import { advise } from './writing-code.ts';
import type { WrittenText } from './written-text.ts';

/** Names, codes and loan words may well be the same in two languages; a sentence may not. */
const MORE_WORDS_THAN = 3;

/** Words of another language that make it likely that a text is written in it; one may be part of a name. */
const TELLING_WORDS_FROM = 2;

const keyOf = ({ path }: WrittenText): string => path.join('.');
const isEvidence = ({ role }: WrittenText): boolean => role === 'evidence';

/** The same text in two languages, reported in the later file; `languages` begin with the source. */
export function findUntranslated(languages: readonly (readonly WrittenText[])[]): Problem[] {
  const first = new Map<string, WrittenText>();
  return languages.flat().flatMap((text) => {
    if (wordsOf(text.text).length <= MORE_WORDS_THAN) return [];
    const key = `${keyOf(text)} ${text.text}`;
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, text);
      return [];
    }
    return [advise('writing.untranslated', text, { other: earlier.file })];
  });
}

function countEvidence(texts: readonly WrittenText[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { indicator } of texts.filter(isEvidence)) {
    counts.set(String(indicator), (counts.get(String(indicator)) ?? 0) + 1);
  }
  return counts;
}

/** Optional texts that one language has and the other has not, and kinds of evidence that differ in number. */
export function compareWithSource(
  source: readonly WrittenText[],
  own: readonly WrittenText[],
  file: string,
): Problem[] {
  const here = new Set(own.map(keyOf));
  const there = new Set(source.map(keyOf));
  const ofIndicators = new Set(own.map(({ indicator }) => String(indicator)));
  const [wanted, found] = [countEvidence(source), countEvidence(own)];
  const ids = [...new Set([...wanted.keys(), ...found.keys()])].filter((id) => ofIndicators.has(id));
  return [
    ...source
      .filter((text) => !isEvidence(text) && !here.has(keyOf(text)))
      .map(({ path }) => advise('writing.missingTranslation', { file, path })),
    ...own
      .filter((text) => !isEvidence(text) && !there.has(keyOf(text)))
      .map((text) => advise('writing.missingInSource', text)),
    ...ids.flatMap((id) => {
      const counts = { id, found: found.get(id) ?? 0, wanted: wanted.get(id) ?? 0 };
      const path = ['indicators', id, 'evidence'];
      return counts.found === counts.wanted ? [] : [advise('writing.evidenceCount', { file, path }, counts)];
    }),
  ];
}

/** A text that holds several telling words of another language and more of them than of its own. */
export function checkOtherLanguage(text: WrittenText): Problem[] {
  const own = FUNCTION_WORDS[text.language];
  if (own === undefined) return [];
  const words = wordsOf(text.text.toLowerCase());
  const count = (telling: readonly string[]): number => words.filter((word) => telling.includes(word)).length;
  const other = Object.entries(FUNCTION_WORDS).find(([language, { telling }]) => {
    const found = count(telling);
    return language !== text.language && found >= TELLING_WORDS_FROM && found > count(own.telling);
  });
  return other === undefined ? [] : [advise('writing.otherLanguage', text, { language: other[0] })];
}
