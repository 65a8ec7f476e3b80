import { describe, expect, it } from 'vitest';
import { bandAt, placeInBands } from '../../../../src/domain/scoring/assign-band.ts';
import { PLAIN_METHOD } from '../framework-of.ts';

const BANDS = [
  { id: '1', from: 0 },
  { id: '2', from: 40 },
  { id: '3', from: 80 },
  { id: '4', from: 100 },
];
const at = (value: number | null) => ({ value, unrounded: value, points: null, result: null });
const place = (missing: 'exclude' | 'zero' | 'lowest', low: number | null, score: number | null, high: number | null) =>
  placeInBands({ ...PLAIN_METHOD, missing, bands: BANDS }, { score: at(score), low: at(low), high: at(high) });

describe('bandAt', () => {
  // SDG 10.7.2, official metadata: v < 40, 40 <= v < 80, 80 <= v < 100, v = 100.
  it.each([
    [39.99, '1'],
    [40, '2'],
    [79.99, '2'],
    [80, '3'],
    [99.99, '3'],
    [100, '4'],
    [0, '1'],
    [80 - 1e-12, '3'],
  ])('%d lies in category %s', (score, band) => {
    expect(bandAt(BANDS, score)).toBe(band);
  });

  it('is null without bands', () => {
    expect(bandAt([], 50)).toBeNull();
  });
});

describe('placeInBands', () => {
  it('gives a band where the whole range lies in it', () => {
    expect(place('exclude', 45, 60, 79)).toEqual({ band: '2', between: null });
  });

  it('gives the span of bands otherwise', () => {
    expect(place('exclude', 20, 60, 85)).toEqual({ band: null, between: ['1', '3'] });
    expect(place('lowest', 20, 20, 85)).toEqual({ band: null, between: ['1', '3'] });
  });

  it('spans the score too, where a child withheld from it is in the range', () => {
    expect(place('exclude', 45, 90, 60)).toEqual({ band: null, between: ['2', '3'] });
    expect(place('exclude', 45, 20, 60)).toEqual({ band: null, between: ['1', '2'] });
  });

  it('gives no band without a score, and says what the range spans', () => {
    expect(place('exclude', 45, null, 60)).toEqual({ band: null, between: null });
    expect(place('exclude', 0, null, 100)).toEqual({ band: null, between: ['1', '4'] });
    expect(place('exclude', null, null, null)).toEqual({ band: null, between: null });
  });

  it('always gives one where open answers count as zero', () => {
    expect(place('zero', 20, 20, 100)).toEqual({ band: '1', between: null });
  });
});
