import type { FrameworkInput } from '../../../../src/domain/framework/parse-framework.ts';
import { parseFramework } from '../../../../src/domain/framework/parse-framework.ts';
import type { Problem } from '../../../../src/domain/problem.ts';
import { frameworkOf, indicatorsOn, PLAIN_METHOD, structureOf } from '../framework-of.ts';

const ADVANCE = { emerging: 'Begin.', mature: 'Finish.' };

/** Any JSON, to be broken by a test. */
export interface Json {
  [key: string]: Json & Json[];
}

export interface Draft {
  structure: Json;
  texts: Record<string, Json>;
}

const STRUCTURE = structureOf({
  languages: ['en', 'fr'],
  sources: { report: { title: 'A report', year: 2016 } },
  institutionTypes: ['interior', 'labour'],
  supersedes: { 'OLD-1': 'OLD-2', 'OLD-2': 'A-1' },
  method: {
    ...PLAIN_METHOD,
    bands: [
      { id: 'low', from: 0 },
      { id: 'high', from: 50 },
    ],
  },
  scales: {
    maturity: {
      levels: [
        { id: 'nascent', points: 0 },
        { id: 'emerging', points: 1 },
        { id: 'mature', points: 2 },
      ],
    },
  },
  domains: [
    {
      id: 'institutions',
      weight: 1,
      subdomains: [
        {
          id: 'strategy',
          weight: 1,
          indicators: [
            { id: 'A-1', scale: 'maturity', weight: 1, pair: 'A-2', competence: ['interior'], sources: ['report#16'] },
            { id: 'A-2', scale: 'maturity', weight: 1, pair: 'A-1' },
          ],
        },
      ],
    },
    { id: 'rights', weight: 2, indicators: indicatorsOn('maturity', 'B-1') },
  ],
});

/** Freezes a value and all within it. */
export function freeze<Value>(value: Value): Value {
  if (value !== null && typeof value === 'object') Object.values(value).forEach(freeze);
  return Object.freeze(value);
}

/** The sound framework as files hold it, changed by a test and frozen: parsing must not need to change it. */
export function inputOf(change: (draft: Draft) => void = () => undefined): FrameworkInput {
  const texts = frameworkOf(STRUCTURE).texts;
  const draft = JSON.parse(JSON.stringify({ structure: STRUCTURE, texts })) as Draft;
  for (const words of Object.values(draft.texts)) {
    for (const indicator of Object.values(words['indicators']!)) set(indicator, 'advance', ADVANCE);
  }
  change(draft);
  return freeze(draft);
}

/** Problems or advice. */
export function problemsOf(input: FrameworkInput): readonly Problem[] {
  const result = parseFramework(input);
  return result.ok ? result.advice : result.problems;
}

/** What a program goes by; the words come from the code. */
export const brief = ({ code, file, path }: Problem) => ({ code, file, path });

/** The indicators of the sub-domain, to be changed. */
export const inSubdomain = ({ structure }: Draft) => structure['domains']![0]!['subdomains']![0]!['indicators']!;
/** Sets a member of whatever stands there. */
export const set = (holder: unknown, key: string | number, value: unknown) => {
  (holder as Record<string | number, unknown>)[key] = value;
};
/** Takes a member out. */
export const drop = (holder: unknown, key: string) => Reflect.deleteProperty(holder as object, key);
export const method = ({ structure }: Draft) => structure['method']!;
export const english = ({ texts }: Draft) => texts['en']!;
export const french = ({ texts }: Draft) => texts['fr']!;

/** Changes the texts of every language. */
export const inAll = ({ texts }: Draft, change: (words: Draft['texts'][string], language: string) => void) =>
  Object.entries(texts).forEach(([language, words]) => change(words, language));

/** Two terms, which every indicator of the sub-domain names. */
export function withGlossary(draft: Draft): void {
  set(draft.structure, 'glossary', ['decree', 'quorum']);
  inSubdomain(draft).forEach((indicator) => set(indicator, 'terms', ['decree', 'quorum']));
  inAll(draft, (words, language) =>
    set(words, 'glossary', {
      decree: { term: `Decree (${language})`, text: 'An act of the Government.', source: 'Constitution, art. 12' },
      quorum: { term: `Quorum (${language})`, text: 'How many must be there.', source: 'Rules of 2014' },
    }),
  );
}
