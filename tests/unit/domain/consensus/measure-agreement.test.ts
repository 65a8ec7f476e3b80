import { describe, expect, it } from 'vitest';
import { measureAgreement } from '../../../../src/domain/consensus/measure-agreement.ts';
import type { Opinion } from '../../../../src/domain/consensus/opinion.ts';
import type { Scale } from '../../../../src/domain/framework/framework-schema.ts';
import { answersOf, MATURITY, YES_NO } from '../framework-of.ts';

const FIVE: Scale = { levels: [1, 2, 3, 4, 5].map((points) => ({ id: `l${points}`, points })) };

function opinion(word: string | null, parts: Partial<Opinion> = {}): Opinion {
  const answer = word === null ? null : answersOf({ x: word }).get('x')!;
  return { institution: 'labour', answer, isLead: false, documented: false, ...parts };
}

/** As many opinions on each level as `counts` says, and more words after them. */
function opinions(scale: Scale, counts: number[], ...words: (string | null)[]): Opinion[] {
  const levels = counts.flatMap((count, index) => Array.from({ length: count }, () => scale.levels[index]!.id));
  return [...levels, ...words].map((word, index) => opinion(word, { institution: `institution-${index}` }));
}

describe('measureAgreement', () => {
  // Values of van der Eijk's A for four and five levels computed from the published formula.
  it.each([
    ['unanimous', MATURITY, [7, 0, 0, 0], 'nascent', 0, 1, 'unanimous'],
    ['close', MATURITY, [0, 3, 4, 0], 'developed', 1, 0.714, 'close'],
    ['divided at exactly 0', MATURITY, [3, 0, 4, 0], 'developed', 2, 0, 'divided'],
    ['divided at 0 but for the last binary digit', MATURITY, [5, 1, 7, 7], 'developed', 3, 0, 'divided'],
    ['to discuss', FIVE, [0, 2, 3, 2, 0], 'l3', 2, 0.571, 'to-discuss'],
    ['a single rating', MATURITY, [0, 1, 0, 0], 'emerging', 0, 1, 'to-confirm'],
    ['one lone voice two steps away', MATURITY, [0, 6, 0, 1], 'emerging', 2, 0.667, 'to-discuss'],
  ] as const)('%s', (_, scale, counts, median, range, a, name) => {
    const agreement = measureAgreement(scale, opinions(scale, [...counts]));
    const n = counts.reduce((sum: number, count) => sum + count, 0);
    expect(agreement).toMatchObject({ n, median, range, class: name });
    expect(agreement.a).toBeCloseTo(a, 3);
  });

  it('takes the lower of two middle levels', () => {
    expect(measureAgreement(MATURITY, opinions(MATURITY, [0, 2, 2, 0])).median).toBe('emerging');
  });

  it('has no class and no A without a level', () => {
    const nothing = { n: 0, median: null, range: null, a: null, class: null };
    expect(measureAgreement(MATURITY, [])).toEqual({ ...nothing, provisional: null });
    expect(measureAgreement(MATURITY, opinions(MATURITY, [], 'unknown', 'n/a'))).toEqual({
      ...nothing,
      provisional: { state: 'unknown' },
    });
  });

  it('names an information gap from a third of don’t know on', () => {
    expect(measureAgreement(MATURITY, opinions(MATURITY, [0, 2, 0, 0], 'unknown')).class).toBe('information-gap');
    expect(measureAgreement(MATURITY, opinions(MATURITY, [0, 3, 0, 0], 'unknown')).class).toBe('unanimous');
    expect(measureAgreement(MATURITY, opinions(MATURITY, [0, 2, 0, 0], 'unknown', 'n/a')).class).toBe('unanimous');
  });

  it('names an information gap where an assigned lead has not answered, and only a lead', () => {
    const rated = opinions(MATURITY, [0, 3, 0, 0]);
    const silent = { institution: 'interior' };
    expect(measureAgreement(MATURITY, [...rated, opinion(null, { ...silent, isLead: true })]).class).toBe(
      'information-gap',
    );
    expect(measureAgreement(MATURITY, [...rated, opinion(null, silent)]).class).toBe('unanimous');
  });

  it('puts a wide range before an information gap', () => {
    expect(measureAgreement(MATURITY, opinions(MATURITY, [2, 0, 0, 2], 'unknown', 'unknown')).class).toBe('divided');
  });

  it.each([
    [[4, 1], 'to-discuss'],
    [[2, 1], 'divided'],
    [[1, 1], 'divided'],
    [[3, 0], 'unanimous'],
    [[1, 0], 'to-confirm'],
  ])('on two levels %j is %s', (counts, name) => {
    expect(measureAgreement(YES_NO, opinions(YES_NO, counts)).class).toBe(name);
  });
});
