import { describe, expect, it } from 'vitest';
import { spansOfGaps } from '../../../../src/domain/gaps/span-of-gaps.ts';

const LEVELS = ['nascent', 'emerging', 'developed', 'mature'];
const gap = (position: number | null, targetPosition: number | null, scale = 'maturity') => ({
  scale,
  position,
  level: position === null ? null : (LEVELS[position - 1] ?? null),
  targetPosition,
  target: targetPosition === null ? null : (LEVELS[targetPosition - 1] ?? null),
});
const range = (lowest: string, highest = lowest) => ({ lowest, highest });

describe('from where to where gaps lead', () => {
  it('names the lowest and the highest level and target of all of them, whatever their order', () => {
    expect(spansOfGaps([gap(2, 3), gap(1, 3), gap(2, 4)])).toEqual([
      { scale: 'maturity', from: range('nascent', 'emerging'), to: range('developed', 'mature') },
    ]);
  });

  it('is one level and one target for one gap, and for gaps that are alike', () => {
    const one = [{ scale: 'maturity', from: range('nascent'), to: range('developed') }];
    expect(spansOfGaps([gap(1, 3)])).toEqual(one);
    expect(spansOfGaps([gap(1, 3), gap(1, 3)])).toEqual(one);
  });

  it('compares no levels of different scales', () => {
    expect(spansOfGaps([gap(1, 2), gap(2, 4, 'other'), gap(2, 3)]).map(({ scale, from }) => [scale, from])).toEqual([
      ['maturity', range('nascent', 'emerging')],
      ['other', range('emerging')],
    ]);
  });

  it('leaves out what has no level or no target', () => {
    expect(spansOfGaps([gap(null, 3), gap(2, null)])).toEqual([]);
    expect(spansOfGaps([])).toEqual([]);
  });
});
