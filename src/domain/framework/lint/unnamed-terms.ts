import type { Problem } from '../../problem.ts';
import type { Framework } from '../framework.ts';
import { advise } from './writing-code.ts';
import type { WrittenText } from './written-text.ts';

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** The term as a word or words of its own, in the singular or the plural of most words; without what stands in brackets. */
const pattern = (term: string) =>
  new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped(term.replace(/\s*\(.*\)$/, ''))}[sx]?(?![\p{L}\p{N}])`, 'iu');

/** Indicators whose question or requirements hold a term of the glossary by its name, and that do not name it. */
export function findUnnamedTerms(framework: Framework, texts: readonly WrittenText[], language: string): Problem[] {
  const terms = Object.entries(framework.texts[language]?.glossary ?? {}).map(([id, { term }]) => ({
    id,
    term,
    found: pattern(term),
  }));
  return texts.flatMap((text) => {
    if (text.role !== 'requirement' && text.role !== 'question') return [];
    const named = framework.indicatorById.get(text.indicator ?? '')?.terms ?? [];
    return terms
      .filter(({ id, found }) => !named.includes(id) && found.test(text.text))
      .map(({ id, term }) => advise('writing.termNotNamed', text, { term, id, indicator: text.indicator ?? '' }));
  });
}
