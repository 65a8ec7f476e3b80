import * as fc from 'fast-check';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { exponential, naturalLogarithm } from '../../../../src/domain/robustness/elementary-functions.ts';
import { gammaDraws } from '../../../../src/domain/robustness/gamma-draws.ts';
import { percentile } from '../../../../src/domain/robustness/percentile.ts';

describe('elementary functions', () => {
  it('agree with the engine to the last digits', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
        expect(Math.abs(naturalLogarithm(x) - Math.log(x))).toBeLessThanOrEqual(
          1e-14 * Math.max(1, Math.abs(Math.log(x))),
        );
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: -690, max: 690, noNaN: true }), (x) => {
        expect(Math.abs(exponential(x) / Math.exp(x) - 1)).toBeLessThan(1e-12);
      }),
    );
    expect([naturalLogarithm(1), exponential(0), exponential(-800)]).toEqual([0, 1, 0]);
  });
});

describe('gamma draws', () => {
  const DRAWS = 200_000;

  // A gamma of shape k has mean k and variance k; the bounds are five standard errors.
  it.each([0.2, 0.75, 1, 1.5, 9])('of shape %d have its mean and variance', (shape) => {
    const gamma = gammaDraws(xoroshiro128plus(7));
    let sum = 0;
    let squares = 0;
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const x = gamma.draw(shape);
      sum += x;
      squares += x * x;
    }
    const mean = sum / DRAWS;
    const variance = squares / DRAWS - mean * mean;
    expect(Math.abs(mean - shape)).toBeLessThan(5 * Math.sqrt(shape / DRAWS));
    const fourthMoment = 3 * shape * shape + 6 * shape;
    expect(Math.abs(variance - shape)).toBeLessThan(5 * Math.sqrt((fourthMoment - shape * shape) / DRAWS));
  });

  it('of shape 1 fall as the exponential distribution does, in its tail too', () => {
    const gamma = gammaDraws(xoroshiro128plus(11));
    const draws = Array.from({ length: DRAWS }, () => gamma.draw(1));
    for (const from of [0.001, 0.1, 1, 4, 7, 8]) {
      const expected = Math.exp(-from);
      const share = draws.filter((x) => x > from).length / DRAWS;
      expect(Math.abs(share - expected)).toBeLessThan(5 * Math.sqrt((expected * (1 - expected)) / DRAWS) + 1e-9);
    }
  });

  it('come out the same digit by digit for a seed', () => {
    const gamma = gammaDraws(xoroshiro128plus(1));
    expect([1, 1, 2.5, 0.5, 1].map((shape) => gamma.draw(shape))).toMatchInlineSnapshot(`
      [
        0.0159681617727479,
        2.136931391311712,
        1.9123592538690377,
        0.2178602371593785,
        1.4535461557231069,
      ]
    `);
  });
});

describe('percentile, type 7', () => {
  // R: quantile(c(1, 2, 4, 8), c(0, .05, .25, .5, .95, 1), type = 7).
  it.each([
    [0, 1],
    [0.05, 1.15],
    [0.25, 1.75],
    [0.5, 3],
    [0.95, 7.4],
    [1, 8],
  ])('at %d', (share, expected) => {
    expect(percentile(Float64Array.of(1, 2, 4, 8), share)).toBeCloseTo(expected, 12);
  });

  it('of one number is that number', () => {
    expect(percentile(Float64Array.of(3), 0.95)).toBe(3);
  });
});
