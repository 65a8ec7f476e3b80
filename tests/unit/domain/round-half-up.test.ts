import { describe, expect, it } from 'vitest';
import { roundHalfUp } from '../../../src/domain/round-half-up.ts';

describe('roundHalfUp', () => {
  it.each([
    [62.5, 0, 63],
    [49.5, 0, 50],
    [50.4, 0, 50],
    [72.25, 1, 72.3],
    [1.005, 2, 1.01],
    [2.5 - 1e-12, 0, 3],
    [2.5 - 1e-6, 0, 2],
    [73.33333333333333, 1, 73.3],
    [0, 0, 0],
    [100, 0, 100],
  ])('%d to %d decimals is %d', (value, decimals, rounded) => {
    expect(roundHalfUp(value, decimals)).toBe(rounded);
  });
});
