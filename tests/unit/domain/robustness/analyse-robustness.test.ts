import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DomainStructure, Method } from '../../../../src/domain/framework/framework-schema.ts';
import type { RobustnessOptions } from '../../../../src/domain/robustness/analyse-robustness.ts';
import { analyseRobustness, robustnessInSteps } from '../../../../src/domain/robustness/analyse-robustness.ts';
import { scoreFramework } from '../../../../src/domain/scoring/score-framework.ts';
import { deepFreeze } from '../../../fixtures/deep-freeze.ts';
import { answersOf, frameworkOf, indicatorsOn, PLAIN_METHOD, structureOf } from '../framework-of.ts';
import { anyMethod, assessed } from '../scoring/arbitrary-framework.ts';
import { lawRuns } from '../../../fixtures/law-runs.ts';

const BANDS = [
  { id: 'lower', from: 0 },
  { id: 'upper', from: 50 },
];

const frameworkWith = (domains: DomainStructure[], method: Partial<Method> = {}) =>
  frameworkOf(structureOf({ domains, method: { ...PLAIN_METHOD, bands: BANDS, ...method } }));

function analyse(
  domains: DomainStructure[],
  words: Record<string, string>,
  { method = {}, ...options }: RobustnessOptions & { method?: Partial<Method> } = {},
) {
  const framework = deepFreeze(frameworkWith(domains, method));
  return analyseRobustness(framework, deepFreeze(answersOf(words)), options);
}

const two = (id: string): DomainStructure => ({ id, indicators: indicatorsOn('maturity', `${id}1`, `${id}2`) });

describe('weights drawn anew', () => {
  it('of two equal indicators at both ends are uniform: the percentiles are 5 and 95', () => {
    // Dirichlet(1, 1) is uniform, and so is the score 100 x w of two indicators at 0 and 100.
    const [domain] = analyse([two('a')], { a1: 'nascent', a2: 'mature' }, { draws: 100_000 }).domains;
    expect(domain!.low).toBeCloseTo(5, 0);
    expect(domain!.high).toBeCloseTo(95, 0);
    expect(domain!.bandShare).toBeCloseTo(0.5, 2);
  });

  it('keep the expected weights: 3 to 1 is Dirichlet(1.5, 0.5), an arcsine-like spread around 75', () => {
    const weighted: DomainStructure = {
      id: 'a',
      indicators: [
        { id: 'a1', scale: 'maturity', weight: 3 },
        { id: 'a2', scale: 'maturity', weight: 1 },
      ],
    };
    const [domain] = analyse([weighted], { a1: 'mature', a2: 'nascent' }, { draws: 100_000 }).domains;
    // Beta(1.5, 0.5): F(x) = (2/pi)(asin(sqrt x) - sqrt(x (1 - x))), solved for 0.05 and 0.95.
    expect(domain!.low! / 100).toBeCloseTo(0.2306, 2);
    expect(domain!.high! / 100).toBeCloseTo(0.9985, 2);
    // P(X >= 1/2) = 1/2 + 1/pi.
    expect(domain!.bandShare).toBeCloseTo(0.5 + 1 / Math.PI, 2);
  });

  it('compare two domains draw by draw', () => {
    // One domain stands at 50 whatever the weights, the other is uniform: below it in half of the draws.
    const words = { a1: 'nascent', a2: 'mature', b1: 'emerging', b2: 'emerging' };
    const { domains } = analyse([two('a'), two('b')], words, { draws: 100_000 });
    expect(domains[0]!.lowestShare).toBeCloseTo(1 / 3, 2);
    expect(domains[1]!.lowestShare).toBeCloseTo(2 / 3, 2);
    expect(domains[1]).toMatchObject({ bandShare: 1, movers: [] });
    expect([domains[1]!.low, domains[1]!.high]).toEqual([100 / 3, 100 / 3]);
  });

  it('act on every floor', () => {
    const deep: DomainStructure = {
      id: 'a',
      subdomains: [
        { id: 's1', indicators: indicatorsOn('maturity', 'i1', 'i2') },
        { id: 's2', indicators: indicatorsOn('maturity', 'i3') },
      ],
    };
    const [domain] = analyse([deep], { i1: 'nascent', i2: 'mature', i3: 'mature' }, { draws: 100_000 }).domains;
    // 1 - U V of two uniforms: P(U V > x) = 1 - x + x ln x; its 95th percentile is 0.7007, its 5th 0.0087.
    expect(100 - domain!.low!).toBeCloseTo(70.07, 0);
    expect(100 - domain!.high!).toBeCloseTo(0.87, 0);
  });

  it('round as the method does', () => {
    const { domains } = analyse([two('a')], { a1: 'nascent', a2: 'mature' }, { method: { rounding: { domain: 0 } } });
    expect(Number.isInteger(domains[0]!.low)).toBe(true);
    expect(Number.isInteger(domains[0]!.high)).toBe(true);
  });

  it.each(['minimum', 'weakest-link-plus'] as const)('change nothing under %s of indicators', (aggregate) => {
    const words = { a1: 'nascent', a2: 'mature' };
    const { domains } = analyse([two('a')], words, { method: { aggregate } });
    const { score } = scoreFramework(frameworkWith([two('a')], { aggregate }), answersOf(words)).domains[0]!;
    expect(domains[0]).toMatchObject({ low: score, high: score, bandShare: 1 });
  });

  it('give the same numbers for a seed on every machine', () => {
    const words = { a1: 'nascent', a2: 'mature', b1: 'emerging', b2: 'mature' };
    const { domains } = analyse([two('a'), two('b')], words);
    expect(domains.map(({ low, high, bandShare, lowestShare }) => [low, high, bandShare, lowestShare]))
      .toMatchInlineSnapshot(`
      [
        [
          5.186416568733113,
          95.22091952466094,
          0.4919,
          0.6662,
        ],
        [
          36.56871810929413,
          96.81627183230832,
          0.7442,
          0.3338,
        ],
      ]
    `);
  });

  it('of one domain do not touch another', () => {
    const words = { a1: 'nascent', a2: 'mature', b1: 'emerging', b2: 'mature' };
    const intervals = (given: Record<string, string>, domain: number) => {
      const { low, high } = analyse([two('a'), two('b')], given).domains[domain]!;
      return [low, high];
    };
    expect(intervals({ ...words, a1: 'developed' }, 1)).toEqual(intervals(words, 1));
    expect(analyse([two('a'), two('b')], words, { seed: 2 }).domains[1]!.low).not.toBe(intervals(words, 1)[0]);
  });
});

describe('what cannot be said', () => {
  it('is null for a domain without enough answers, and nothing is compared with one domain alone', () => {
    const method = { minimumCoverage: 0.75 };
    const { domains } = analyse([two('a'), two('b')], { a1: 'nascent', a2: 'mature', b1: 'mature' }, { method });
    expect(domains[0]!.lowestShare).toBeNull();
    expect(domains[0]!.low).not.toBeNull();
    expect(domains[1]).toEqual({ id: 'b', low: null, high: null, bandShare: null, lowestShare: null, movers: [] });
  });

  it('is the share of a band that the range leaves open', () => {
    const domain = { id: 'a', indicators: indicatorsOn('maturity', 'a1', 'a2', 'a3') };
    const [found] = analyse([domain], { a1: 'nascent', a2: 'mature' }).domains;
    expect(found!.low).not.toBeNull();
    expect(found!.bandShare).toBeNull();
  });

  it('is who has most room while the method counts open answers', () => {
    const words = { a1: 'nascent', a2: 'mature', b1: 'emerging' };
    const { domains } = analyse([two('a'), two('b')], words, { method: { missing: 'zero' } });
    expect(domains.map(({ lowestShare }) => lowestShare)).toEqual([null, null]);
  });

  it('is who has most room in a draw where two are equal', () => {
    const words = { a1: 'nascent', a2: 'nascent', b1: 'nascent', b2: 'nascent' };
    expect(analyse([two('a'), two('b')], words).domains.map(({ lowestShare }) => lowestShare)).toEqual([0, 0]);
  });
});

describe('movers', () => {
  const domain = { id: 'a', indicators: indicatorsOn('maturity', 'a1', 'a2', 'a3', 'a4', 'a5') };
  const words = { a1: 'developed', a2: 'nascent', a3: 'mature', a4: 'emerging', a5: 'developed' };

  it('are the three indicators whose absence changes the domain most', () => {
    // Mean of 66.7, 0, 100, 33.3, 66.7 is 53.3; without the second 66.7, without the third 41.7, without the fourth 58.3.
    const [found] = analyse([domain], words).domains;
    expect(found!.movers.map(({ id }) => id)).toEqual(['a2', 'a3', 'a4']);
    expect(found!.movers.map(({ change }) => Math.round(change * 10) / 10)).toEqual([13.3, -11.7, 5]);
  });

  it('are what leaving each indicator out of scope gives', () => {
    // One scale: where scales differ, the half step of weakest-link-plus goes by the first indicator there is.
    fc.assert(
      fc.property(
        assessed(
          anyMethod.map((method) => ({ ...method, minimumCoverage: 0 })),
          ['maturity'],
        ),
        (assessment) => {
          const { framework, answers, outOfScope } = assessment;
          const before = scoreFramework(framework, answers, { outOfScope }).domains;
          for (const { id, movers } of analyseRobustness(framework, answers, { outOfScope, draws: 1 }).domains) {
            for (const mover of movers) {
              const without = scoreFramework(framework, answers, { outOfScope: new Set([...outOfScope, mover.id]) });
              const scoreIn = (domains: typeof before) => domains.find((one) => one.id === id)!.score!;
              expect(mover.change).toBeCloseTo(scoreIn(without.domains) - scoreIn(before), 9);
            }
          }
        },
      ),
      lawRuns(300),
    );
  });
});

describe('variants of the method', () => {
  const variant = (id: string, ...given: Parameters<typeof analyse>) =>
    analyse(...given).variants.find((one) => one.id === id)!;

  it('take the geometric mean of 1 + 0.99 x score and move it back to 0-100', () => {
    const words = { a1: 'nascent', a2: 'mature', b1: 'mature', b2: 'mature' };
    const { domains } = variant('geometric-mean', [two('a'), two('b')], words);
    // sqrt(1 x 100) = 10; (10 - 1) / 0.99.
    expect(domains[0]!.score).toBeCloseTo(9 / 0.99, 9);
    expect(domains[0]).toMatchObject({ shown: 9, band: 'lower' });
    expect(domains[1]!.score).toBeCloseTo(100, 9);
  });

  it('take the plain mean where the method has another one', () => {
    const words = { a1: 'nascent', a2: 'mature' };
    const [found] = variant('mean', [two('a')], words, { method: { aggregate: 'geometric-mean' } }).domains;
    expect(found).toEqual({ id: 'a', score: 50, shown: 50, band: 'upper' });
  });

  it('leave other aggregates alone', () => {
    const words = { a1: 'nascent', a2: 'mature' };
    const method = { aggregate: 'minimum' as const };
    expect(variant('geometric-mean', [two('a')], words, { method }).domains[0]!.score).toBe(0);
  });

  it('leave open answers out, or count them at the lowest level, whatever the method does', () => {
    const domain = { id: 'a', method: { missing: 'zero' as const }, indicators: indicatorsOn('letters', 'a1', 'a2') };
    const score = (id: string) => variant(id, [domain], { a1: 'a' }).domains[0]!.score;
    expect([score('missing-exclude'), score('missing-lowest'), score('mean')]).toEqual([100, 62.5, 50]);
  });

  it('say which domain has most room under each', () => {
    // Means 50 and 33.3; the geometric mean brings the first down to 9.1 and leaves the second.
    const words = { a1: 'nascent', a2: 'mature', b1: 'emerging', b2: 'emerging' };
    const found = analyse([two('a'), two('b')], words).variants;
    expect(found.map(({ id, mostRoom }) => [id, mostRoom])).toEqual([
      ['mean', 'b'],
      ['geometric-mean', 'a'],
      ['missing-exclude', 'b'],
      ['missing-lowest', 'b'],
    ]);
  });
});

describe('open answers at the lowest level', () => {
  it('still tell who has most room: that is what the variant asks', () => {
    const given = { a1: 'nascent', a2: 'mature', b1: 'developed' };
    const found = analyse([two('a'), two('b')], given).variants;
    expect(found.map(({ id, mostRoom }) => [id, mostRoom])).toEqual([
      ['mean', 'a'],
      ['geometric-mean', 'a'],
      ['missing-exclude', 'a'],
      ['missing-lowest', 'b'],
    ]);
  });
});

describe('laws', () => {
  it('hold for every method: shares in 0-1, low up to high within 0-100, null exactly with the score', () => {
    fc.assert(
      fc.property(assessed(anyMethod), fc.integer(), (assessment, seed) => {
        const { framework, answers, outOfScope } = assessment;
        const { domains } = analyseRobustness(framework, answers, { outOfScope, seed, draws: 50 });
        const scores = scoreFramework(framework, answers, { outOfScope }).domains;
        let lowestTotal = 0;
        for (const [index, { id, low, high, bandShare, lowestShare, movers }] of domains.entries()) {
          const { score, band } = scores[index]!;
          expect(id).toBe(scores[index]!.id);
          expect(movers.length).toBeLessThanOrEqual(3);
          if (score === null) expect([low, high, bandShare, lowestShare]).toEqual([null, null, null, null]);
          if (low === null || high === null) continue;
          expect(low >= -1e-9 && low <= high && high <= 100 + 1e-9).toBe(true);
          expect(bandShare === null).toBe(band === null);
          expect(bandShare === null || (bandShare >= 0 && bandShare <= 1)).toBe(true);
          lowestTotal += lowestShare ?? 0;
        }
        expect(lowestTotal).toBeLessThanOrEqual(1 + 1e-9);
      }),
      lawRuns(400),
    );
  });

  it('the steps tell the share done, rising, and end with what comes at once', () => {
    const framework = frameworkWith([two('a'), two('b')]);
    const answers = answersOf({ a1: 'nascent', a2: 'mature', b1: 'emerging', b2: 'mature' });
    const run = robustnessInSteps(framework, answers, { draws: 200_000 });
    const shares: number[] = [];
    let step = run.next();
    for (; step.done !== true; step = run.next()) shares.push(step.value);
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(step.value).toEqual(analyseRobustness(framework, answers, { draws: 200_000 }));
  });
});
