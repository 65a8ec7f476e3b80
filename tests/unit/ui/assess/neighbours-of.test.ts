import { describe, expect, it } from 'vitest';
import { neighboursOf } from '../../../../src/ui/assess/neighbours-of.ts';

const ALL = ['a', 'b', 'c', 'd'];
const around = (item: string | undefined, matching = ALL, open = ALL) =>
  neighboursOf(item, ALL, matching, (one) => open.includes(one));

describe('what stands around an indicator', () => {
  it('is what comes before and after it, nothing beyond the ends', () => {
    expect(around('b')).toMatchObject({ previous: 'a', next: 'c' });
    expect(around('a').previous).toBeUndefined();
    expect(around('d').next).toBeUndefined();
  });

  it('is, under a filter, the nearest that matches, in the order of all', () => {
    expect(around('b', ['d', 'a'])).toMatchObject({ previous: 'a', next: 'd' });
    expect(around('b', [])).toMatchObject({ previous: undefined, next: undefined });
  });

  it('has the next without an answer, from the start again after the last, never itself', () => {
    expect(around('b', ALL, ['b', 'd']).nextOpen).toBe('d');
    expect(around('c', ALL, ['a', 'c']).nextOpen).toBe('a');
    expect(around('c', ALL, ['c']).nextOpen).toBeUndefined();
  });
});
