import type { SampleStructure, SampleWords } from './sample-schema.ts';
import { sampleStructureSchema, sampleWordsSchema } from './sample-schema.ts';

const SAMPLE_LANGUAGES = ['en', 'fr', 'es', 'ar'] as const;

type Load = () => Promise<{ default: unknown }>;
interface Files {
  readonly structure: Load;
  readonly words: Readonly<Record<(typeof SAMPLE_LANGUAGES)[number], Load>>;
}

/** By framework. The attribute lets Node read the files as well as the bundler. */
const SAMPLES: ReadonlyMap<string, Files> = new Map([
  [
    'migration-governance',
    {
      structure: () => import('./sample/meridia.json'),
      words: {
        en: () => import('./sample/meridia.en.json'),
        fr: () => import('./sample/meridia.fr.json'),
        es: () => import('./sample/meridia.es.json'),
        ar: () => import('./sample/meridia.ar.json'),
      },
    },
  ],
  [
    'mixed-movements',
    {
      structure: () => import('./sample/taressia.json'),
      words: {
        en: () => import('./sample/taressia.en.json'),
        fr: () => import('./sample/taressia.fr.json'),
        es: () => import('./sample/taressia.es.json'),
        ar: () => import('./sample/taressia.ar.json'),
      },
    },
  ],
]);

export interface Sample {
  readonly structure: SampleStructure;
  readonly words: SampleWords;
  /** Of the words. */
  readonly language: string;
}

/** Whether there is an invented country for the framework. */
export const hasSample = (framework: string): boolean => SAMPLES.has(framework);

/**
 * The fictional assessment on a framework: numbers and structure, and its words in the wanted language, else in English,
 * with the language they are in. Throws RangeError where the framework has none, and (zod) where the files do not hold
 * together, which the tests rule out.
 */
export async function loadSample(framework: string, wanted: string): Promise<Sample> {
  const files = SAMPLES.get(framework);
  if (files === undefined) throw new RangeError(`${framework} has no sample`);
  const language = SAMPLE_LANGUAGES.find((code) => code === wanted) ?? 'en';
  const [structure, words] = await Promise.all([files.structure(), files.words[language]()]);
  return {
    structure: sampleStructureSchema.parse(structure.default),
    words: sampleWordsSchema.parse(words.default),
    language,
  };
}
