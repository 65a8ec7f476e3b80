import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionBar } from '../../../src/charts/distribution-bar.ts';
import { fitSegments, middleOf, placeOnFitted } from '../../../src/charts/print-bar.ts';
import { MATURITY } from '../domain/framework-of.ts';

const barOf = (counts: readonly number[], unknown = 0, unanswered = 0) =>
  distributionBar(
    {
      scale: 'maturity',
      counts: MATURITY.levels.map(({ id }, index) => ({ level: id, count: counts[index] ?? 0 })),
      unknown,
      unanswered,
      notApplicable: 0,
      median: null,
      medianTarget: null,
      atOrAbove: { level: 'developed', position: 3, count: 0, of: 0 },
    },
    MATURITY,
  );

describe('fitSegments', () => {
  it('keeps true shares where every figure has room', () => {
    const widths = fitSegments(barOf([5, 5, 10, 0]), 100, 8).map(({ width }) => width);
    expect(widths).toEqual([25, 25, 50]);
  });

  it('widens a sliver to what its figure needs and takes it from the wide ones in proportion', () => {
    const fitted = fitSegments(barOf([1, 33, 66, 0]), 100, 8);
    expect(fitted.map(({ width }) => Math.round(width * 1000) / 1000)).toEqual([8, 30.667, 61.333]);
  });

  it('draws nothing where nothing is counted', () => {
    expect(fitSegments(barOf([0, 0, 0, 0]), 100, 8)).toEqual([]);
  });

  it('fills the width exactly, no segment narrower than its figure, in order', () => {
    const count = fc.integer({ min: 0, max: 200 });
    fc.assert(
      fc.property(fc.array(count, { minLength: 4, maxLength: 4 }), count, count, (counts, unknown, unanswered) => {
        const fitted = fitSegments(barOf(counts, unknown, unanswered), 96, 8);
        fc.pre(fitted.length > 0);
        expect(fitted.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(96, 6);
        for (const { width } of fitted) expect(width).toBeGreaterThan(8 - 1e-9);
      }),
    );
  });
});

describe('middleOf', () => {
  it('is over the level itself, and nowhere for one at which nothing stands', () => {
    const fitted = fitSegments(barOf([5, 5, 10, 0]), 100, 8);
    expect(middleOf(fitted, 'developed')).toBe(75);
    expect(middleOf(fitted, 'mature')).toBeNull();
  });
});

describe('placeOnFitted', () => {
  it('keeps a mark in the segment it stands in', () => {
    const fitted = fitSegments(barOf([1, 33, 66, 0]), 100, 8);
    expect(placeOnFitted(fitted, 0.005)).toBeCloseTo(4, 6);
    expect(placeOnFitted(fitted, 0.01)).toBeCloseTo(8, 6);
    expect(placeOnFitted(fitted, 1)).toBeCloseTo(100, 6);
  });
});
