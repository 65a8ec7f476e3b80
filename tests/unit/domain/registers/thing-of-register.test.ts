import { describe, expect, it } from 'vitest';
import { onePerThing } from '../../../../src/domain/registers/thing-of-register.ts';

describe('what is chosen together', () => {
  it('is counted once: an opinion with its ticks and words, an agreed level with its reason', () => {
    const rating = (indicator: string, part: string) => `rating/labour/${indicator}/1/${part}`;
    expect(
      onePerThing([
        rating('IC-01', 'requirements'),
        rating('IC-01', 'answer'),
        rating('IC-01', 'comment'),
        rating('IC-02', 'comment'),
        'target/IC-01',
        'round/country',
      ]),
    ).toEqual([rating('IC-01', 'answer'), rating('IC-02', 'comment'), 'target/IC-01', 'round/country']);
    expect(onePerThing([])).toEqual([]);
  });
});
