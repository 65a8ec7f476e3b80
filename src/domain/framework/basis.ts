import type { IndicatorStructure } from './framework-schema.ts';

/** An article, or a whole instrument (article null), that a requirement of an indicator rests on. */
export interface Article {
  readonly instrument: string;
  readonly article: string | null;
}

/** What the contested requirements of an indicator rest on, each article once, in the order of the framework. */
export function basisOf({ basis }: IndicatorStructure): readonly Article[] {
  return [...new Set(Object.values(basis ?? {}).flat())].map((code) => {
    const [instrument = '', article = null] = code.split('#');
    return { instrument, article };
  });
}
