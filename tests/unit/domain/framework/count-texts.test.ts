import { describe, expect, it } from 'vitest';
import { countTexts } from '../../../../src/domain/framework/count-texts.ts';

describe('how much of a language is there', () => {
  const source = { title: 'A', review: { by: 'B', how: 'C' }, levels: { one: ['D', 'E'], two: ['F'] } };

  it('counts every text of the source, and none of what a language says of its review', () => {
    expect(countTexts(source, source)).toEqual({ total: 4, there: 4 });
  });

  it('counts a text that is empty, or in another place, as missing', () => {
    expect(countTexts(source, { title: ' ', levels: { one: ['d'], three: ['f'] } })).toEqual({ total: 4, there: 1 });
    expect(countTexts(source, undefined)).toEqual({ total: 4, there: 0 });
    expect(countTexts({ title: 'A' }, { title: { text: 'A' } })).toEqual({ total: 1, there: 0 });
  });
});
