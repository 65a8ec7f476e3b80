import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleStructureSchema, sampleWordsSchema } from '../../../src/content/sample-schema.ts';
import { requirementAddress } from '../../../src/domain/framework/requirement-address.ts';
import { LANGUAGES } from '../../../src/i18n/languages.ts';
import { readFramework } from './read-main-framework.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const CODES = LANGUAGES.map(({ code }) => code);

const SAMPLES = [
  {
    country: 'meridia',
    framework: 'migration-governance',
    withShares: ['IC-02', 'MR-09'],
    tooFew: ['34', '31'],
    highest: 9,
  },
  {
    country: 'taressia',
    framework: 'mixed-movements',
    withShares: ['MX-34', 'MX-26'],
    tooFew: ['412', '380'],
    highest: 2,
  },
];

/** `34 of 44`, « 34 décisions sur 44 », « dans 34 des 36 districts », «34 de las 44», `34 من أصل 44`. */
const PART_OF_WHOLE = /(\d+)(?:\s+[\p{L}\p{M}]+){0,2}?\s+(?:of|sur|des|de|من)\s+(?:(?:the|los|las|أصل)\s+)?(\d+)/gu;
const PERCENT = /(\d+)\s*%/gu;

describe.each(SAMPLES)('the sample $country', ({ country, framework: id, withShares, tooFew, highest }) => {
  const sample = sampleStructureSchema.parse(read(`src/content/sample/${country}.json`));
  const framework = readFramework(id);
  const closing = sample.round.closingDate;

  const wordsOf = (language: string) => sampleWordsSchema.parse(read(`src/content/sample/${country}.${language}.json`));

  /** Sentences of the levels up to a position, as a language says them. */
  function requirementsUpTo(id: string, position: number, language: string): string[] {
    const levels = Object.values(framework.texts[language]!.indicators[id]!.levels);
    return levels.slice(1, position).flat();
  }

  const positionOf = (id: string): number | null => {
    const { agreed } = sample.indicators[id]!;
    return typeof agreed === 'number' ? agreed : null;
  };

  const agreedAt = (position: number) => Object.keys(sample.indicators).filter((id) => positionOf(id) === position);

  /**
   * Shares that a sentence of the sample gives, in percent, with the lowest that the requirements held ask for. A sample is
   * read as an example of how to decide: a level agreed on too small a share teaches the wrong decision.
   */
  function sharesOf(id: string, text: string, language: string) {
    const asked = requirementsUpTo(id, positionOf(id) ?? 1, language).flatMap((sentence) =>
      [...sentence.matchAll(PERCENT)].map(([, share]) => Number(share)),
    );
    return [...text.matchAll(PART_OF_WHOLE)].map(([, part, whole]) => ({
      share: (100 * Number(part)) / Number(whole),
      asked: asked.length === 0 ? 0 : Math.min(...asked),
    }));
  }

  describe.each(CODES)('what was agreed, in %s', (language) => {
    const words = wordsOf(language);

    it('rests on shares that the requirements ask for', () => {
      const shares = Object.entries(words.rationales).flatMap(([id, text]) =>
        sharesOf(id, text, language).map((one) => ({ id, ...one })),
      );
      expect(shares.map(({ id }) => id)).toEqual(expect.arrayContaining(withShares));
      expect(shares.filter(({ share, asked }) => share < asked)).toEqual([]);
    });

    it('would not rest on fewer, where three quarters are asked for', () => {
      const [decided = ''] = withShares;
      const [enough = '', few = ''] = tooFew;
      const [short] = sharesOf(decided, words.rationales[decided]!.replace(enough, few), language);
      expect(short!.asked).toBe(75);
      expect(short!.share).toBeLessThan(75);
    });

    it('names no evidence that speaks of a year after its own date', () => {
      const reports = Object.entries(sample.evidence).filter(([, { kind }]) =>
        ['report', 'statistics', 'minutes', 'register'].includes(kind),
      );
      const early = reports.filter(([id, { date }]) =>
        [...words.evidence[id]!.matchAll(/\b20\d\d\b/g)].some(([year]) => Number(year) > Number(date.slice(0, 4))),
      );
      expect(early).toEqual([]);
    });

    it('is noted with a reservation only by who held another level', () => {
      for (const address of Object.keys(words.reservations)) {
        const [id = '', institution = ''] = address.split('/');
        const { opinions, again = {} } = sample.indicators[id]!;
        expect(again[institution] ?? opinions[institution], address).not.toBe(positionOf(id));
      }
    });
  });

  describe('the evidence of the sample', () => {
    it('is not younger than the closing of the round', () => {
      expect(Object.entries(sample.evidence).filter(([, { date }]) => date > closing)).toEqual([]);
    });

    it('shows the highest level by results, no older than five years, and not by the text alone', () => {
      const oldest = `${Number(closing.slice(0, 4)) - 5}${closing.slice(4)}`;
      const results = new Set(['report', 'statistics', 'minutes', 'register']);
      const unshown = agreedAt(4).filter((id) => {
        const links = Object.keys(sample.indicators[id]!.links ?? {});
        return !links.some((evidence) => {
          const { kind, date } = sample.evidence[evidence]!;
          return results.has(kind) && date >= oldest;
        });
      });
      expect(agreedAt(4).length).toBeGreaterThanOrEqual(highest);
      expect(unshown).toEqual([]);
    });

    it('is dated before a level could be agreed on it, and of a law or policy before its review', () => {
      for (const id of agreedAt(4)) {
        const linked = Object.keys(sample.indicators[id]!.links ?? {}).map((evidence) => sample.evidence[evidence]!);
        const texts = linked.filter(({ kind }) => ['act', 'order', 'decree'].includes(kind));
        const results = linked.filter(({ kind }) => ['report', 'statistics', 'minutes'].includes(kind));
        for (const { date } of texts)
          expect(
            results.some((result) => result.date > date),
            id,
          ).toBe(true);
      }
    });
  });

  describe('requirements met beyond the level', () => {
    it('are requirements of the indicator', () => {
      for (const [id, { partial = [] }] of Object.entries(sample.indicators)) {
        const levels = framework.texts['en']!.indicators[id]!.levels;
        const known = Object.entries(levels).flatMap(([level, sentences]) =>
          sentences.map((_, index) => requirementAddress(id, level, index)),
        );
        for (const requirement of partial) expect(known, id).toContain(`${id}/${requirement}`);
      }
    });
  });
});
