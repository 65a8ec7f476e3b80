import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXACT, LINEAR, weightedKappa } from '../../../../src/domain/consensus/weighted-kappa.ts';

/**
 * 91 couples on a scale of four (Agresti, Categorical Data Analysis, 1990, table 2.10), as data set `SexualFun` of the R
 * package vcd, whose function Kappa prints 0.1293 (standard error 0.06860) and, with equal spacing, 0.2374 (0.07832).
 */
const COUPLES = [
  [7, 7, 2, 3],
  [2, 8, 3, 7],
  [1, 5, 4, 9],
  [2, 8, 9, 14],
];

const table = fc.array(fc.array(fc.nat(20), { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 });
const transposed = (cells: readonly (readonly number[])[]) =>
  cells.map((_, row) => cells.map((line) => line[row] ?? 0));

describe('weighted kappa', () => {
  it('gives the published values', () => {
    const exact = weightedKappa(COUPLES, EXACT);
    expect(exact.n).toBe(91);
    expect(exact.kappa).toBeCloseTo(0.1293, 4);
    expect(exact.standardError).toBeCloseTo(0.0686, 4);
    const linear = weightedKappa(COUPLES, LINEAR);
    expect(linear.kappa).toBeCloseTo(0.2374, 4);
    expect(linear.standardError).toBeCloseTo(0.07832, 4);
  });

  it('is 1 where two teams always agree, and nothing can be said where they know one level only', () => {
    const perfect = weightedKappa([
      [3, 0],
      [0, 4],
    ]);
    expect(perfect).toMatchObject({ n: 7, agreement: 1, kappa: 1, standardError: 0, low: 1, high: 1 });
    const one = weightedKappa([
      [5, 0],
      [0, 0],
    ]);
    expect(one).toEqual({ n: 5, agreement: 1, kappa: null, standardError: null, low: null, high: null });
    expect(
      weightedKappa([
        [0, 0],
        [0, 0],
      ]).agreement,
    ).toBeNull();
  });

  it('does not ask which team is named first, and does not grow with more pairs of the same kind', () => {
    fc.assert(
      fc.property(table, (cells) => {
        const { kappa, standardError } = weightedKappa(cells);
        const other = weightedKappa(transposed(cells));
        const fourfold = weightedKappa(cells.map((row) => row.map((count) => count * 4)));
        if (kappa === null || standardError === null) return other.kappa === null;
        expect(other.kappa).toBeCloseTo(kappa, 9);
        expect(other.standardError).toBeCloseTo(standardError, 6);
        expect(fourfold.kappa).toBeCloseTo(kappa, 9);
        expect(fourfold.standardError).toBeCloseTo(standardError / 2, 6);
        return kappa >= -1 - 1e-9 && kappa <= 1 + 1e-9;
      }),
    );
  });
});
