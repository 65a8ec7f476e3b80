import { describe, expect, it } from 'vitest';
import type { DomainStructure, Method } from '../../../../src/domain/framework/framework-schema.ts';
import { scoreFramework } from '../../../../src/domain/scoring/score-framework.ts';
import { answersOf, frameworkOf, indicatorsOn, PLAIN_METHOD, structureOf } from '../framework-of.ts';

const BANDS = [
  { id: 'nascent', from: 0 },
  { id: 'emerging', from: 16.6667 },
  { id: 'developed', from: 50 },
  { id: 'mature', from: 83.3333 },
];
const FOUR: DomainStructure[] = [{ id: 'd', indicators: indicatorsOn('maturity', 'i1', 'i2', 'i3', 'i4') }];
const score = (
  domains: DomainStructure[],
  method: Partial<Method>,
  answers: Record<string, string>,
  outOfScope: string[] = [],
) =>
  scoreFramework(frameworkOf(structureOf({ domains, method: { ...PLAIN_METHOD, ...method } })), answersOf(answers), {
    outOfScope: new Set(outOfScope),
  });

describe('answers that are no level', () => {
  const answers = { i1: 'mature', i2: 'developed', i3: 'unknown' };

  it('leaves them out under `exclude`', () => {
    const [domain] = score(FOUR, {}, answers).domains;
    expect(domain).toMatchObject({ answered: 2, applicable: 4, total: 4, status: 'scored', shown: 83 });
    expect(domain!.score).toBeCloseTo(83.333333333, 6);
    expect(domain!.low).toBeCloseTo(41.666666667, 6);
    expect(domain!.high).toBeCloseTo(91.666666667, 6);
  });

  it('counts them as no points under `zero` and as the lowest level under `lowest`', () => {
    const domains = [{ id: 'd', indicators: indicatorsOn('letters', 'i1', 'i2') }];
    const zero = score(domains, { missing: 'zero' }, { i1: 'a' });
    const lowest = score(domains, { missing: 'lowest' }, { i1: 'a' });
    expect(zero.domains[0]).toMatchObject({ score: 50, low: 62.5, high: 100 });
    expect(zero.indicators[1]).toMatchObject({ score: 0, low: 25, high: 100, status: 'unanswered' });
    expect(lowest.domains[0]).toMatchObject({ score: 62.5, low: 62.5, high: 100 });
  });

  it('leaves not applicable out of score, range and coverage under `exclude`', () => {
    const tree = score(FOUR, {}, { i1: 'mature', i2: 'n/a', i3: 'n/a', i4: 'n/a' });
    expect(tree.domains[0]).toMatchObject({ score: 100, low: 100, high: 100, answered: 1, applicable: 1, total: 4 });
    expect(tree.indicators[1]).toMatchObject({ score: null, low: null, high: null, status: 'not-applicable' });
  });

  it('counts not applicable as 0 under `zero`, and it is not open', () => {
    const tree = score(FOUR, { notApplicable: 'zero' }, { i1: 'mature', i2: 'n/a', i3: 'mature', i4: 'mature' });
    expect(tree.domains[0]).toMatchObject({ score: 75, low: 75, high: 75, applicable: 3 });
  });

  it('takes not applicable as no answer under `forbid`', () => {
    const tree = score(FOUR, { notApplicable: 'forbid' }, { i1: 'mature', i2: 'n/a' });
    expect(tree.domains[0]).toMatchObject({ answered: 1, applicable: 4 });
    expect(tree.indicators[1]).toMatchObject({ status: 'unanswered', score: null });
  });

  it('takes a level that is not on the scale as no answer', () => {
    expect(score(FOUR, {}, { i1: 'excellent' }).indicators[0]).toMatchObject({ status: 'unanswered', answered: 0 });
  });

  it('is null and not applicable where nothing applies', () => {
    const tree = score(FOUR, { notApplicable: 'exclude' }, { i1: 'n/a', i2: 'n/a', i3: 'n/a', i4: 'n/a' });
    const nothing = { score: null, shown: null, band: null, low: null, high: null, status: 'not-applicable' };
    expect(tree.overall).toMatchObject(nothing);
    expect(tree.domains[0]).toMatchObject({ ...nothing, applicable: 0, total: 4 });
  });

  it('tells nothing answered from unknown', () => {
    expect(score(FOUR, {}, {}).domains[0]).toMatchObject({ status: 'unanswered', score: null, low: 0, high: 100 });
    expect(score(FOUR, {}, { i1: 'unknown' }).domains[0]).toMatchObject({ status: 'insufficient-data', score: null });
  });
});

describe('coverage', () => {
  const method = { minimumCoverage: 0.75, bands: BANDS };

  it('scores at the minimum and withholds below it, keeping the range', () => {
    const enough = score(FOUR, method, { i1: 'mature', i2: 'mature', i3: 'mature' });
    const little = score(FOUR, method, { i1: 'mature', i2: 'mature' });
    expect(enough.domains[0]).toMatchObject({ score: 100, status: 'scored', low: 75, high: 100 });
    expect(little.domains[0]).toMatchObject({ score: null, shown: null, band: null, status: 'insufficient-data' });
    expect(little.domains[0]).toMatchObject({ low: 50, high: 100, between: ['developed', 'mature'] });
  });

  it('leaves a null child out while its open leaves count above', () => {
    const domains: DomainStructure[] = [
      {
        id: 'd',
        subdomains: [
          { id: 's1', indicators: indicatorsOn('maturity', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6') },
          { id: 's2', indicators: indicatorsOn('maturity', 'b1', 'b2') },
        ],
      },
    ];
    const full = Object.fromEntries(['a1', 'a2', 'a3', 'a4', 'a5', 'a6'].map((id) => [id, 'mature']));
    const tree = score(domains, method, { ...full, b1: 'nascent' });
    expect(tree.subdomains[1]).toMatchObject({ score: null, status: 'insufficient-data', low: 0, high: 50 });
    expect(tree.domains[0]).toMatchObject({ score: 100, answered: 7, applicable: 8, low: 50, high: 75 });
    const thin = score(domains, method, { a1: 'mature', a2: 'mature', a3: 'mature', a4: 'mature', a5: 'mature' });
    expect(thin.subdomains[0]).toMatchObject({ score: 100, status: 'scored' });
    expect(thin.domains[0]).toMatchObject({ score: null, status: 'insufficient-data', answered: 5, applicable: 8 });
  });

  it('reaches two thirds by tolerance', () => {
    const domains = [{ id: 'd', indicators: indicatorsOn('yes-no', 'i1', 'i2', 'i3') }];
    const tree = score(domains, { minimumCoverage: 2 / 3 + 1e-12 }, { i1: 'yes', i2: 'no' });
    expect(tree.domains[0]).toMatchObject({ score: 50 });
  });
});

describe('scope', () => {
  it('leaves indicators out of scope out of the tree and its counts', () => {
    const tree = score(FOUR, {}, { i1: 'mature', i2: 'nascent', i3: 'nascent', i4: 'nascent' }, ['i3', 'i4']);
    expect(tree.domains[0]).toMatchObject({ score: 50, answered: 2, applicable: 2, total: 2 });
    expect(tree.indicators.map(({ id }) => id)).toEqual(['i1', 'i2']);
  });

  it('has no score for a domain that is wholly out of scope', () => {
    const tree = score(FOUR, { missing: 'zero' }, { i1: 'mature' }, ['i1', 'i2', 'i3', 'i4']);
    expect(tree.domains[0]).toMatchObject({ score: null, low: null, total: 0, status: 'not-applicable' });
  });
});

describe('method of a node', () => {
  const subdomains = [
    { id: 's1', indicators: indicatorsOn('maturity', 'a1', 'a2') },
    { id: 's2', method: { aggregate: 'minimum' as const }, indicators: indicatorsOn('maturity', 'b1', 'b2') },
  ];
  const answers = { a1: 'mature', a2: 'nascent', b1: 'mature', b2: 'emerging' };

  it('replaces the named fields for the node and all below', () => {
    const domains = [{ id: 'd', method: { rounding: { subdomain: 0, indicator: 0 } }, subdomains }];
    const tree = score(domains, { rounding: { domain: 0 } }, answers);
    expect(tree.subdomains.map((node) => node.score)).toEqual([50, 33]);
    // The rounding given at the domain replaces the whole rounding above it: 41.5 stays.
    expect(tree.domains[0]!.score).toBe(41.5);
  });

  it('leaves siblings and the node above alone', () => {
    const tree = score([{ id: 'd', subdomains }], {}, answers);
    expect(tree.subdomains[0]!.score).toBe(50);
    expect(tree.domains[0]!.score).toBeCloseTo((50 + 100 / 3) / 2, 9);
  });

  it('may say of one indicator how its open answer counts', () => {
    const domains = [
      {
        id: 'd',
        indicators: [
          { id: 'i1', scale: 'maturity', method: { missing: 'zero' as const } },
          ...indicatorsOn('maturity', 'i2'),
        ],
      },
    ];
    expect(score(domains, {}, { i2: 'mature' }).domains[0]).toMatchObject({ score: 50, low: 50, high: 100 });
  });
});

describe('overall', () => {
  const answers = { i1: 'developed', i2: 'developed', i3: 'developed', i4: 'mature' };

  it('is null under `none`', () => {
    expect(score(FOUR, { overall: 'none' }, answers).overall).toBeNull();
  });

  it('is computed under `hidden` and shown with one decimal', () => {
    expect(score(FOUR, { overall: 'hidden' }, answers).overall).toMatchObject({
      id: 'overall',
      parent: null,
      shown: 75,
    });
    expect(score(FOUR, {}, { i1: 'developed' }).overall!.shown).toBe(66.7);
    expect(score(FOUR, {}, { i1: 'developed' }).domains[0]!.shown).toBe(67);
  });
});

describe('undefined scores', () => {
  it('is undefined, never 0, for a geometric mean with a child at 0, and left out above', () => {
    const domains = [
      { id: 'd1', method: { aggregate: 'geometric-mean' as const }, indicators: indicatorsOn('maturity', 'i1', 'i2') },
      { id: 'd2', indicators: indicatorsOn('maturity', 'i3') },
    ];
    const tree = score(domains, {}, { i1: 'nascent', i2: 'mature', i3: 'mature' });
    expect(tree.domains[0]).toMatchObject({ score: null, low: null, high: null, band: null, status: 'undefined' });
    expect(tree.overall).toMatchObject({ score: 100 });
  });

  it('passes on where nothing else can be counted', () => {
    const domains = [
      { id: 'd1', method: { aggregate: 'harmonic-mean' as const }, indicators: indicatorsOn('maturity', 'i1') },
    ];
    expect(score(domains, {}, { i1: 'nascent' }).overall).toMatchObject({ score: null, status: 'undefined' });
  });

  it('has no score above children that are not combined', () => {
    const tree = score(FOUR, { aggregate: 'none' }, { i1: 'mature' });
    expect(tree.domains[0]).toMatchObject({ score: null, low: null, high: null, status: 'undefined', answered: 1 });
    expect(tree.indicators[0]).toMatchObject({ score: 100 });
  });
});

describe('table', () => {
  it('has its result as band, with no bands of its own', () => {
    const domains = [{ id: 'd', indicators: indicatorsOn('letters', 'x', 'y') }];
    const table = {
      aggregate: 'table' as const,
      rows: { 1: { 1: 'd', 2: 'c', 3: 'b', 4: 'a' }, 2: { 4: 'c', 5: 'c-plus', 7: 'b-plus' } },
      results: { d: 1, c: 2, 'c-plus': 2.5, b: 3, 'b-plus': 3.5, a: 4 },
    };
    expect(score(domains, table, { x: 'b', y: 'c' }).domains[0]).toMatchObject({ band: 'c-plus', between: null });
    const open = score(domains, table, { x: 'b' }).domains[0];
    expect(open).toMatchObject({ score: 75, band: null, between: ['c', 'b-plus'], low: 50, high: 87.5 });
  });
});

describe('tree', () => {
  it('lists every kind in the order of the framework and names the node above', () => {
    const domains: DomainStructure[] = [
      { id: 'd1', indicators: indicatorsOn('maturity', 'i1') },
      { id: 'd2', subdomains: [{ id: 's1', indicators: indicatorsOn('maturity', 'i2') }] },
    ];
    const tree = score(domains, {}, {});
    const places = [...tree.domains, ...tree.subdomains, ...tree.indicators].map(({ id, parent }) => `${parent}>${id}`);
    expect(places).toEqual(['overall>d1', 'overall>d2', 'd2>s1', 'd1>i1', 's1>i2']);
  });

  it('does not count a weight of 0', () => {
    const domains = [
      { id: 'd', indicators: [{ id: 'i1', scale: 'maturity', weight: 0 }, ...indicatorsOn('maturity', 'i2')] },
    ];
    for (const aggregate of ['mean', 'minimum'] as const) {
      expect(score(domains, { aggregate }, { i1: 'nascent', i2: 'mature' }).domains[0]).toMatchObject({ score: 100 });
    }
  });

  it('leaves frozen input alone', () => {
    const structure = structureOf({ domains: FOUR });
    const freeze = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      Object.freeze(value);
      Object.values(value).forEach(freeze);
    };
    freeze(structure);
    expect(scoreFramework(Object.freeze(frameworkOf(structure)), answersOf({ i1: 'mature' })).overall!.score).toBe(100);
  });
});
