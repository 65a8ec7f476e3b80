import { describe, expect, it } from 'vitest';
import { distributionBar, distributionBars } from '../../../src/charts/distribution-bar.ts';
import type { Distribution } from '../../../src/report/report.ts';
import { deepFreeze } from '../../fixtures/deep-freeze.ts';
import { MATURITY, YES_NO } from '../domain/framework-of.ts';

const LEVELS = ['nascent', 'emerging', 'developed', 'mature'];

/** Counts at the four levels, don't know, unanswered. */
function distribution(counts: readonly number[], changes: Partial<Distribution> = {}): Distribution {
  return deepFreeze({
    scale: 'maturity',
    counts: LEVELS.map((level, index) => ({ level, count: counts[index]! })),
    unknown: 0,
    unanswered: 0,
    notApplicable: 0,
    median: null,
    medianTarget: null,
    atOrAbove: { level: 'developed', position: 3, count: counts[2]! + counts[3]!, of: 0 },
    ...changes,
  });
}

describe('distributionBar', () => {
  it('gives every level and what is open its share of the applicable indicators, in the order of the scale', () => {
    const bar = distributionBar(distribution([3, 7, 6, 2], { unknown: 1, unanswered: 1, notApplicable: 4 }), MATURITY);
    expect(bar).toMatchObject({ total: 20, rated: 18, notApplicable: 4 });
    expect(
      bar.segments.map(({ kind, level, tone, count, start, share }) => [kind, level, tone, count, start, share]),
    ).toEqual([
      ['level', 'nascent', 1, 3, 0, 0.15],
      ['level', 'emerging', 2, 7, 0.15, 0.35],
      ['level', 'developed', 3, 6, 0.5, 0.3],
      ['level', 'mature', 4, 2, 0.8, 0.1],
      ['unknown', null, null, 1, 0.9, 0.05],
      ['unanswered', null, null, 1, 0.95, 0.05],
    ]);
  });

  it('puts the median mark where half of the rated ones, not of the bar, lie before it', () => {
    const bar = distributionBar(distribution([3, 7, 6, 2], { unknown: 2, median: 'emerging' }), MATURITY);
    expect(bar.median).toEqual({ level: 'emerging', at: 9 / 20 });
  });

  it('puts the target mark where the levels at or above the median target begin, also where nobody stands there', () => {
    expect(distributionBar(distribution([3, 7, 6, 4], { medianTarget: 'developed' }), MATURITY).target).toEqual({
      level: 'developed',
      at: 0.5,
    });
    expect(distributionBar(distribution([3, 7, 0, 0], { medianTarget: 'mature' }), MATURITY).target?.at).toBe(1);
  });

  it('has no marks and no width where nothing applies, never NaN', () => {
    const bar = distributionBar(distribution([0, 0, 0, 0], { notApplicable: 3, medianTarget: 'mature' }), MATURITY);
    expect(bar).toMatchObject({ total: 0, median: null, target: null });
    expect(bar.segments.every(({ share, start }) => share === 0 && start === 0)).toBe(true);
  });

  it('keeps scales apart: one bar each, and none for a scale the framework does not have', () => {
    const yesNo = deepFreeze({
      ...distribution([0, 0, 0, 0]),
      scale: 'yes-no',
      counts: [
        { level: 'no', count: 1 },
        { level: 'yes', count: 3 },
      ],
    });
    const unknownScale = { ...yesNo, scale: 'gone' };
    const bars = distributionBars([distribution([1, 0, 0, 0]), yesNo, unknownScale], {
      maturity: MATURITY,
      'yes-no': YES_NO,
    });
    expect(bars.map(({ scale }) => scale)).toEqual(['maturity', 'yes-no']);
    expect(bars[1]?.segments.map(({ tone }) => tone)).toEqual([1, 4, null, null]);
  });
});
