import { describe, expect, it } from 'vitest';
import { joinKept, keptTogether, NO_BREAK_HYPHEN } from '../../../src/words/kept-together.ts';

const kept = (text: string) => keptTogether(text).map(([start, end]) => text.slice(start, end));

describe('what is kept on one line', () => {
  it.each([
    ['by 30 June 2027', '30 June'],
    ['au 1er mars 2028', '1er mars'],
    ['hasta el 30 de junio de 2027', '30 de junio'],
    ['في 31 مارس 2028', '31 مارس'],
    ['Decree, art. 26', 'art. 26'],
    ['المرسوم، المادة 18', 'المادة 18'],
    ['(L 2017-52 · E28)', 'L 2017-52'],
    ['JO 2025-21', 'JO 2025-21'],
    ['SIM/C/2025-26', 'SIM/C/2025-26'],
  ])('%s', (text, together) => {
    expect(kept(text)).toEqual([together]);
  });

  it.each(['2028 alone', 'the vice-president', 'and/or', '12 indicators', 'March 2028'])('not %s', (text) => {
    expect(kept(text)).toEqual([]);
  });

  it('has spaces at which no program breaks, and nothing else is changed', () => {
    expect(joinKept('by 30 June 2027, JO 2025-21')).toBe('by 30\u00a0June 2027, JO\u00a02025-21');
    expect(joinKept('no number')).toBe('no number');
    expect(joinKept('IC-07: the vice-president, JO 2025-21', NO_BREAK_HYPHEN)).toBe(
      'IC-07: the vice-president, JO\u00a02025\u201121',
    );
  });
});
