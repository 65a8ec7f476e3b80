import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FrameworkStructure } from '../../../../src/domain/framework/framework-schema.ts';
import type { ComparedRound } from '../../../../src/domain/rounds/compare-rounds.ts';
import { compareRounds } from '../../../../src/domain/rounds/compare-rounds.ts';
import { deepFreeze } from '../../../fixtures/deep-freeze.ts';
import { answersOf, frameworkOf, indicatorsOn, structureOf } from '../framework-of.ts';
import { aggregateOf, assessed } from '../scoring/arbitrary-framework.ts';
import { lawRuns } from '../../../fixtures/law-runs.ts';

const structure = structureOf({
  domains: [
    { id: 'd', indicators: indicatorsOn('maturity', 'a', 'b', 'c', 'e') },
    { id: 'f', indicators: indicatorsOn('maturity', 'g') },
  ],
});

function round(
  words: Record<string, string>,
  changes: Partial<FrameworkStructure> = {},
  outOfScope: string[] = [],
): ComparedRound {
  return deepFreeze({
    framework: frameworkOf({ ...structure, ...changes }),
    answers: answersOf(words),
    outOfScope: new Set(outOfScope),
  });
}

const before = round({ a: 'nascent', b: 'mature', c: 'emerging', e: 'developed' });

describe('comparable rounds', () => {
  it('tell steps and direction of every indicator rated in both', () => {
    const now = round({ a: 'developed', b: 'developed', c: 'emerging', e: 'unknown', g: 'mature' });
    const { comparable, indicators, domains } = compareRounds(before, now);
    expect(comparable).toBe(true);
    expect(
      indicators.map(({ id, previousPosition, position, steps, direction }) => [
        id,
        previousPosition,
        position,
        steps,
        direction,
      ]),
    ).toEqual([
      ['a', 1, 3, 2, 'up'],
      ['b', 4, 3, -1, 'down'],
      ['c', 2, 2, 0, 'same'],
      ['e', 3, null, null, null],
      ['g', null, 4, null, null],
    ]);
    // (0 + 3 + 1 + 2) / 12 and (2 + 2 + 1) / 9, shown as 50 and 56.
    expect(domains).toEqual([
      { id: 'd', previousShown: 50, shown: 56, change: 6, up: 1, down: 1, same: 1 },
      { id: 'f', previousShown: null, shown: 100, change: null, up: 0, down: 0, same: 0 },
    ]);
  });

  it('hold the earlier position of a domain back until this round has one', () => {
    const { domains } = compareRounds(before, round({ g: 'mature' }));
    expect(domains.map(({ id, previousShown, shown }) => [id, previousShown, shown])).toEqual([
      ['d', null, null],
      ['f', null, 100],
    ]);
  });

  it('carry the cause of a change, and count those that have none', () => {
    const now = round({ a: 'developed', b: 'developed', c: 'emerging' });
    const causes = new Map([
      ['a', { cause: 'better-evidence' as const, note: 'The decree was found' }],
      ['c', { cause: 'real-progress' as const }],
    ]);
    const { indicators, causesMissing, moved } = compareRounds(before, now, causes);
    expect(indicators.map(({ id, cause }) => [id, cause?.cause ?? null])).toEqual([
      ['a', 'better-evidence'],
      ['b', null],
      ['c', null],
      ['e', null],
      ['g', null],
    ]);
    expect(causesMissing).toBe(1);
    // a: 1 to 3; b: stays; c: 3 to 2.
    expect(moved).toEqual({ up: 1, down: 1, same: 1 });
  });

  it('hold the earlier level back until there is an answer of this round', () => {
    const { indicators } = compareRounds(before, round({ b: 'n/a' }));
    const [a, b] = indicators;
    expect(a).toMatchObject({ heldBack: true, previousLevel: null, previousPosition: null, steps: null });
    expect(b).toMatchObject({ heldBack: false, previousLevel: 'mature', previousPosition: 4, steps: null });
  });

  it('leave out what is out of scope in either', () => {
    const { indicators } = compareRounds(round({ a: 'nascent' }, {}, ['b']), round({ c: 'mature' }, {}, ['e']));
    expect(indicators.map(({ id }) => id)).toEqual(['a', 'c', 'g']);
  });

  it('stay comparable over a patch version, and say where the wording differs', () => {
    const patched = round({ a: 'mature' }, { version: '1.0.9' });
    const reworded = { ...patched, framework: { ...patched.framework, hash: '1'.repeat(64) } };
    const compared = compareRounds(before, reworded);
    expect(compared.comparable).toBe(true);
    expect(compared.reasons.map(({ code }) => code)).toEqual(['merge.otherFrameworkTexts']);
    expect(compared.indicators[0]!.steps).toBe(3);
  });
});

describe('rounds that are not comparable', () => {
  const renamed: Partial<FrameworkStructure> = {
    version: '2.0.0',
    supersedes: { b: 'b2', x: 'e' },
    domains: [{ id: 'd', indicators: indicatorsOn('maturity', 'a', 'b2', 'new') }],
  };

  it('list the indicators that map onto each other, and subtract nothing', () => {
    const compared = compareRounds(before, round({ a: 'mature', b2: 'emerging', new: 'mature' }, renamed));
    expect(compared).toMatchObject({ comparable: false, domains: [], causesMissing: 0 });
    expect(compared.moved).toEqual({ up: 0, down: 0, same: 0 });
    expect(compared.reasons.map(({ code }) => code)).toEqual(['merge.otherFrameworkVersion']);
    expect(
      compared.indicators.map(({ id, previousId, previousLevel, level, steps, direction }) => [
        id,
        previousId,
        previousLevel,
        level,
        steps,
        direction,
      ]),
    ).toEqual([
      ['a', 'a', 'nascent', 'mature', null, null],
      ['b2', 'b', 'mature', 'emerging', null, null],
    ]);
  });

  it('of another framework share no indicator by name alone', () => {
    const other = round({ a: 'mature', b2: 'emerging' }, { ...renamed, id: 'other' });
    expect(compareRounds(before, other).indicators.map(({ previousId }) => previousId)).toEqual(['b']);
  });

  it('of a changed structure under the same version neither', () => {
    const reweighted = round(
      { a: 'mature' },
      { domains: structure.domains.map((domain) => ({ ...domain, weight: 2 })) },
    );
    // Another structure has another hash.
    const framework = { ...reweighted.framework, hash: 'of another structure' };
    const compared = compareRounds(before, { ...reweighted, framework });
    expect(compared.reasons.map(({ code }) => code)).toEqual(['merge.otherFrameworkStructure']);
    expect(compared.indicators.every(({ steps }) => steps === null)).toBe(true);
  });
});

describe('laws', () => {
  it('a round against itself has moved nowhere', () => {
    fc.assert(
      fc.property(assessed(aggregateOf('mean')), (assessment) => {
        const { indicators, domains, causesMissing } = compareRounds(assessment, assessment);
        expect(indicators.every(({ steps }) => steps === null || steps === 0)).toBe(true);
        expect(domains.every(({ change }) => change === null || change === 0)).toBe(true);
        expect(causesMissing).toBe(0);
      }),
      lawRuns(200),
    );
  });
});
