import type { Framework } from '../domain/framework/framework.ts';
import { referenceOf } from '../domain/framework/framework.ts';
import type { FrameworkCard } from './framework-source.ts';

/** What is said of a framework before it is chosen. */
export function cardOf(framework: Framework): FrameworkCard {
  const { indicators, structure } = framework;
  const words = Object.entries(framework.texts).map(([language, { title, description, review }]) => [
    language,
    {
      title,
      ...(description === undefined ? {} : { description }),
      ...(review === undefined ? {} : { review: { status: review.status } }),
    },
  ]);
  return {
    ...referenceOf(framework),
    languages: structure.languages,
    sourceLanguage: structure.sourceLanguage,
    indicators: indicators.length,
    words: Object.fromEntries(words) as FrameworkCard['words'],
  };
}
