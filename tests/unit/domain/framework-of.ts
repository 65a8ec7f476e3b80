import type {
  FrameworkStructure,
  FrameworkTexts,
  IndicatorStructure,
  Level,
  Method,
} from '../../../src/domain/framework/framework-schema.ts';
import type { Framework } from '../../../src/domain/framework/framework.ts';
import { listIndicators } from '../../../src/domain/framework/framework.ts';
import type { Answer, Answers } from '../../../src/domain/registers/answer.ts';

/** Weighted mean of what is answered, no rounding, no bands, an overall score. */
export const PLAIN_METHOD: Method = {
  aggregate: 'mean',
  missing: 'exclude',
  notApplicable: 'exclude',
  minimumCoverage: 0,
  rounding: {},
  overall: 'required',
  bands: [],
};

const level = (id: string, points: number): Level => ({ id, points });

/** Four levels from 0 to 3 points, as in the main instrument. */
export const MATURITY = {
  levels: [level('nascent', 0), level('emerging', 1), level('developed', 2), level('mature', 3)],
};

/** PEFA's letters with the points its tables add: D 1, C 2, B 3, A 4. */
export const LETTERS = { levels: [level('d', 1), level('c', 2), level('b', 3), level('a', 4)] };

export const YES_NO = { levels: [level('no', 0), level('yes', 1)] };

/** A structure with the parts a test names; everything else as plain as possible. */
export function structureOf(
  parts: Partial<FrameworkStructure> & Pick<FrameworkStructure, 'domains'>,
): FrameworkStructure {
  return {
    format: 'sextant-framework',
    formatVersion: 1,
    id: 'test-framework',
    version: '1.0.0',
    languages: ['en'],
    sourceLanguage: 'en',
    scales: { maturity: MATURITY, letters: LETTERS, 'yes-no': YES_NO },
    method: PLAIN_METHOD,
    ...parts,
  };
}

/** Indicators of one scale, by id. */
export function indicatorsOn(scale: string, ...ids: string[]): IndicatorStructure[] {
  return ids.map((id) => ({ id, scale }));
}

function textsOf(structure: FrameworkStructure, requirementsPerLevel: number): FrameworkTexts {
  const levelsOf = (indicator: IndicatorStructure) =>
    structure.scales[indicator.scale]!.levels.map(({ id }, position) => {
      const count = position === 0 ? 1 : requirementsPerLevel;
      return [id, Array.from({ length: count }, (_, index) => `${indicator.id} ${id} ${'abc'.charAt(index)}`)];
    });
  const titles = (items: readonly { id: string }[]) =>
    Object.fromEntries(items.map(({ id }) => [id, { title: `Title of ${id}` }]));
  return {
    title: `Title of ${structure.id}`,
    scales: Object.fromEntries(
      Object.entries(structure.scales).map(([id, scale]) => [
        id,
        Object.fromEntries(scale.levels.map((one) => [one.id, `Level ${one.id}`])),
      ]),
    ),
    bands: Object.fromEntries(structure.method.bands.map(({ id }) => [id, `Band ${id}`])),
    institutionTypes: Object.fromEntries((structure.institutionTypes ?? []).map((id) => [id, `Institution ${id}`])),
    domains: titles(structure.domains),
    subdomains: titles(structure.domains.flatMap((domain) => domain.subdomains ?? [])),
    indicators: Object.fromEntries(
      listIndicators(structure).map((indicator) => [
        indicator.id,
        {
          title: `Title of ${indicator.id}`,
          question: `Question of ${indicator.id}?`,
          levels: Object.fromEntries(levelsOf(indicator)) as Record<string, string[]>,
        },
      ]),
    ),
  };
}

/** A framework without a file: generated texts in each of its languages, a fake hash; nothing is checked. */
export function frameworkOf(structure: FrameworkStructure, requirementsPerLevel = 2): Framework {
  const indicators = listIndicators(structure);
  const texts = textsOf(structure, requirementsPerLevel);
  return {
    id: structure.id,
    version: structure.version,
    hash: '0'.repeat(64),
    structure,
    texts: Object.fromEntries(structure.languages.map((language) => [language, texts])),
    indicators,
    indicatorById: new Map(indicators.map((indicator) => [indicator.id, indicator])),
  };
}

/** Answers in the words of the answer sheet: a level id, `n/a`, `unknown`; ids that are absent are unanswered. */
export function answersOf(words: Readonly<Record<string, string>>): Answers {
  const toAnswer = (word: string): Answer => {
    if (word === 'unknown') return { state: 'unknown' };
    if (word === 'n/a') return { state: 'not-applicable', reason: 'Not in this country' };
    return { state: 'level', level: word };
  };
  return new Map(Object.entries(words).map(([id, word]) => [id, toAnswer(word)]));
}
