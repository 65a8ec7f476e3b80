import { describe, expect, it } from 'vitest';
import type { Method } from '../../../../src/domain/framework/framework-schema.ts';
import type { Contribution } from '../../../../src/domain/scoring/aggregate.ts';
import { aggregate } from '../../../../src/domain/scoring/aggregate.ts';
import { PLAIN_METHOD } from '../framework-of.ts';

const children = (...values: number[]): Contribution[] =>
  values.map((value) => ({ value, points: value / 25, weight: 1, step: 25 }));
const using = (method: Partial<Method>): Method => ({ ...PLAIN_METHOD, ...method });

describe('aggregate', () => {
  it('weighs a mean by relative weights', () => {
    const weighted = [
      { value: 100, points: 4, weight: 3, step: 25 },
      { value: 20, points: 1, weight: 1, step: 25 },
    ];
    expect(aggregate(using({}), weighted)?.value).toBeCloseTo(80, 9);
  });

  it.each(['mean', 'geometric-mean', 'harmonic-mean'] as const)(
    'keeps a %s of equal children exactly there',
    (kind) => {
      const equal = [0.1, 0.2, 0.3].map((weight) => ({ value: 100, points: 4, weight, step: 25 }));
      expect(aggregate(using({ aggregate: kind }), equal)?.value).toBe(100);
    },
  );

  it('takes the lowest child as minimum', () => {
    expect(aggregate(using({ aggregate: 'minimum' }), children(75, 25, 100))?.value).toBe(25);
  });

  it('is undefined where the method has no score', () => {
    expect(aggregate(using({ aggregate: 'none' }), children(50))).toBeNull();
    expect(aggregate(using({ aggregate: 'geometric-mean' }), children(0, 50))).toBeNull();
    expect(aggregate(using({ aggregate: 'harmonic-mean' }), children(0, 50))).toBeNull();
  });

  it('adds half a step of the lowest child where another is higher', () => {
    const method = using({ aggregate: 'weakest-link-plus' });
    expect(aggregate(method, children(50, 75))?.value).toBe(62.5);
    expect(aggregate(method, children(50, 50))?.value).toBe(50);
    expect(aggregate(method, children(50, 50 + 1e-12))?.value).toBe(50);
  });

  it('looks sums of points up in the row of the number of children', () => {
    const method = using({ aggregate: 'table', rows: { 2: { 0.3: 'c' } }, results: { d: 1, c: 2, a: 4 } });
    const pair = [0.1, 0.2].map((points) => ({ value: points, points, weight: 1, step: 1 }));
    expect(aggregate(method, pair)).toEqual({ value: 50, points: 2, result: 'c' });
    expect(aggregate(method, pair.slice(1))).toBeNull();
    expect(aggregate(method, [...pair.slice(1), ...pair.slice(1)])).toBeNull();
  });

  it('caps a sum of points', () => {
    const method = using({ aggregate: 'sum-capped', cap: 5 });
    expect(aggregate(method, children(25, 50))).toEqual({ value: 60, points: 3, result: null });
    expect(aggregate(method, children(100, 100))).toEqual({ value: 100, points: 5, result: null });
  });

  it('has no points to add below a mean', () => {
    const below = [{ value: 50, points: null, weight: 1, step: 25 }];
    expect(aggregate(using({ aggregate: 'sum-capped', cap: 5 }), below)).toBeNull();
    expect(aggregate(using({ aggregate: 'table', rows: {}, results: {} }), below)).toBeNull();
  });
});
