import { describe, expect, it } from 'vitest';
import { agreementA } from '../../../../src/domain/consensus/van-der-eijk.ts';

describe('agreementA', () => {
  // R package agrmt, help page and vignette of `agreement`: printed values.
  it('matches the published values', () => {
    expect(agreementA([30, 40, 210, 130, 530, 50, 10])).toBeCloseTo(0.6113333, 7);
    expect((1 - agreementA([30, 40, 210, 130, 530, 50, 10])!) / 2).toBeCloseTo(0.1943333, 7);
    expect(agreementA([2.4, 2.8, 3.2, 6.2, 13.5, 30.4, 41.6])).toBeCloseTo(0.61, 2);
    expect(agreementA([1.6, 2.6, 8.2, 21, 29.3, 27, 10.3])).toBeCloseTo(0.48, 2);
    expect(agreementA([2, 0, 1, 1])).toBeCloseTo(0.08, 2);
  });

  it.each([
    ['unanimous', [7, 0, 0, 0], 1],
    ['spread evenly', [3, 3, 3, 3], 0],
    ['half and half at the extremes', [4, 0, 0, 4], -1],
    ['adjacent', [0, 3, 4, 0], 0.714],
    ['two apart', [3, 0, 4, 0], 0],
    ['five levels around the middle', [0, 2, 3, 2, 0], 0.571],
    ['one dissenting', [0, 6, 0, 1], 0.667],
    ['two levels, split', [2, 2], 0],
    ['two levels, three to one', [3, 1], 0.5],
  ])('%s', (_, counts, expected) => {
    expect(agreementA(counts)).toBeCloseTo(expected, 3);
  });

  it('is null without ratings', () => {
    expect(agreementA([0, 0, 0, 0])).toBeNull();
  });

  it('does not depend on the direction of the scale', () => {
    expect(agreementA([1, 4, 0, 2, 7])).toBeCloseTo(agreementA([7, 2, 0, 4, 1])!, 12);
  });
});
