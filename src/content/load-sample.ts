import type { SampleStructure, SampleWords } from './sample-schema.ts';
import { sampleStructureSchema, sampleWordsSchema } from './sample-schema.ts';

const SAMPLE_LANGUAGES = ['en', 'fr', 'es', 'ar'] as const;

// The attribute lets Node read the files as well as the bundler.
const WORDS = {
  en: () => import('./sample/meridia.en.json'),
  fr: () => import('./sample/meridia.fr.json'),
  es: () => import('./sample/meridia.es.json'),
  ar: () => import('./sample/meridia.ar.json'),
} satisfies Record<(typeof SAMPLE_LANGUAGES)[number], () => Promise<{ default: unknown }>>;

export interface Sample {
  readonly structure: SampleStructure;
  readonly words: SampleWords;
  /** Of the words. */
  readonly language: string;
}

/**
 * The fictional assessment of Meridia: numbers and structure, and its words in the wanted language, else in English,
 * with the language they are in. Throws (zod) where the files do not hold together, which the tests rule out.
 */
export async function loadSample(wanted: string): Promise<Sample> {
  const language = SAMPLE_LANGUAGES.find((code) => code === wanted) ?? 'en';
  const [structure, words] = await Promise.all([import('./sample/meridia.json'), WORDS[language]()]);
  return {
    structure: sampleStructureSchema.parse(structure.default),
    words: sampleWordsSchema.parse(words.default),
    language,
  };
}
