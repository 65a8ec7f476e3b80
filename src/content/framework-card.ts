import type { Framework } from '../domain/framework/framework.ts';
import { referenceOf } from '../domain/framework/framework.ts';
import type { FrameworkTexts } from '../domain/framework/framework-schema.ts';
import type { FrameworkCard, FrameworkCardWords } from './framework-source.ts';

/** What is known of a framework before it is chosen. */
export function cardOf(framework: Framework): FrameworkCard {
  const { languages, sourceLanguage } = framework.structure;
  const titles = Object.entries(framework.texts).map(([language, { title }]) => [language, title]);
  return {
    ...referenceOf(framework),
    languages,
    sourceLanguage,
    indicators: framework.indicators.length,
    titles: Object.fromEntries(titles) as FrameworkCard['titles'],
  };
}

/** What is said of a framework before it is chosen, from its texts in one language. */
export function cardWordsOf({ title, description, review }: FrameworkTexts): FrameworkCardWords {
  return {
    title,
    ...(description === undefined ? {} : { description }),
    ...(review === undefined ? {} : { review: { status: review.status } }),
  };
}
