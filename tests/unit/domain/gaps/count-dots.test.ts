import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countDots } from '../../../../src/domain/gaps/count-dots.ts';
import { assessmentOf } from '../../../fixtures/assessment-of.ts';
import { tinyFramework } from '../../../fixtures/tiny-framework.ts';

const framework = tinyFramework();
const IDS = framework.indicators.map(({ id }) => id);
const vote = (number: number, dots: Readonly<Record<string, number>>) =>
  Object.entries(dots).map(([id, count]) => [`vote/${number}/${id}`, { dots: count }] as const);
const counted = (...settings: Parameters<typeof assessmentOf>[1]) => countDots(assessmentOf(framework, settings), IDS);

describe('countDots', () => {
  it('is nothing without a vote, and the last vote where there were several', () => {
    expect(counted()).toBeNull();
    const last = counted(...vote(1, { 'A-1': 9 }), ...vote(2, { 'A-1': 2, 'B-2': 6 }));
    expect(last).toEqual({
      vote: 2,
      dots: 8,
      results: [
        { indicator: 'B-2', dots: 6, impact: 4 },
        { indicator: 'A-1', dots: 2, impact: 2 },
      ],
    });
  });

  // docs/methodology.md section 6: 1 + 3 × dots / most, half up.
  it.each([
    [12, 4],
    [10, 4],
    [9, 3],
    [6, 3],
    [5, 2],
    [2, 2],
    [1, 1],
    [0, 1],
  ])('proposes of %i dots where the most are 12 the impact %i', (dots, impact) => {
    const { results } = counted(...vote(1, { 'A-1': 12, 'A-2': dots }))!;
    expect(results.find(({ indicator }) => indicator === 'A-2')?.impact).toBe(impact);
  });

  it('proposes nothing where nobody gave a dot, nor for what was not on the ballot or is out of scope', () => {
    expect(counted(...vote(1, { 'A-1': 0 }))?.results).toEqual([{ indicator: 'A-1', dots: 0, impact: null }]);
    expect(countDots(assessmentOf(framework, vote(1, { 'A-1': 3, 'A-2': 1 })), ['A-2'])?.results).toEqual([
      { indicator: 'A-2', dots: 1, impact: 4 },
    ]);
  });

  it('loses no dot, and never proposes less for more', () => {
    const dots = fc.array(fc.nat(200), { minLength: IDS.length, maxLength: IDS.length });
    fc.assert(
      fc.property(dots, (given) => {
        const { results, dots: all } = counted(...vote(1, Object.fromEntries(IDS.map((id, at) => [id, given[at]!]))))!;
        expect(all).toBe(given.reduce((sum, one) => sum + one, 0));
        const impacts = results.map(({ impact }) => impact ?? 0);
        expect(impacts).toEqual([...impacts].sort((a, b) => b - a));
      }),
    );
  });
});
