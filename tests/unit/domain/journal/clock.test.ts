import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  highestEntryId,
  isClockInDoubt,
  isTooFarAhead,
  MAXIMUM_CLOCK_LEAD_MS,
  millisecondsOfEntryId,
  nextEntryId,
} from '../../../../src/domain/journal/clock.ts';
import { ENTRY_ID_PATTERN } from '../../../../src/domain/journal/entry-schema.ts';
import { lawRuns } from '../../../fixtures/law-runs.ts';

const RANDOM = '9f2c51d07a44e1b8';
const NOW = Date.UTC(2026, 10, 21, 9, 30);

describe('nextEntryId', () => {
  it('writes the id of the format: instant, counter, random part', () => {
    expect(nextEntryId(null, NOW, RANDOM)).toBe('2026-11-21T09:30:00.000Z-0000-9f2c51d07a44e1b8');
  });

  it('counts within one millisecond', () => {
    const first = nextEntryId(null, NOW, RANDOM);
    expect(nextEntryId(first, NOW, RANDOM)).toBe('2026-11-21T09:30:00.000Z-0001-9f2c51d07a44e1b8');
  });

  it('starts the counter again in a later millisecond', () => {
    expect(nextEntryId('2026-11-21T09:29:59.999Z-0042-0000000000000000', NOW, RANDOM)).toBe(
      '2026-11-21T09:30:00.000Z-0000-9f2c51d07a44e1b8',
    );
  });

  it('moves the millisecond when the counter is full', () => {
    expect(nextEntryId('2026-11-21T09:30:00.999Z-9999-ffffffffffffffff', NOW, RANDOM)).toBe(
      '2026-11-21T09:30:01.000Z-0000-9f2c51d07a44e1b8',
    );
  });

  it('goes on after the last id when the clock was set back by a year', () => {
    const last = nextEntryId(null, NOW, RANDOM);
    expect(nextEntryId(last, Date.UTC(2025, 10, 21), '0000000000000000') > last).toBe(true);
  });

  it('takes a clock outside the format to the nearest time in it, and goes on after what is known', () => {
    const first = '2000-01-01T00:00:00.000Z-0000-9f2c51d07a44e1b8';
    for (const wrong of [Date.UTC(1985, 0, 1), Date.UTC(1999, 11, 31, 23, 59), Number.NaN, -Infinity]) {
      expect(nextEntryId(null, wrong, RANDOM)).toBe(first);
      expect(nextEntryId('2026-11-21T09:30:00.000Z-0042-0000000000000000', wrong, RANDOM)).toBe(
        '2026-11-21T09:30:00.000Z-0043-9f2c51d07a44e1b8',
      );
    }
    expect(nextEntryId(null, Date.UTC(12000, 0, 1), RANDOM)).toBe('9999-01-01T00:00:00.000Z-0000-9f2c51d07a44e1b8');
  });

  it('refuses a random part of another shape', () => {
    expect(() => nextEntryId(null, NOW, 'XYZ')).toThrow(RangeError);
  });

  it('is monotone in text order whatever the clock does', () => {
    const anyTime = fc.oneof(
      fc.integer({ min: -3, max: 3 }).map((drift) => NOW + drift),
      fc.double({ min: -8.64e15, max: 8.64e15 }),
      fc.constant(Number.NaN),
    );
    const clock = fc.array(fc.tuple(anyTime, fc.bigInt(0n, 2n ** 64n - 1n)), { minLength: 2 });
    fc.assert(
      fc.property(clock, fc.nat(9999), (steps, counter) => {
        let previous = `2026-11-21T09:30:00.000Z-${String(counter).padStart(4, '0')}-${RANDOM}`;
        for (const [nowMs, random] of steps) {
          const next = nextEntryId(previous, nowMs, random.toString(16).padStart(16, '0'));
          expect(next > previous).toBe(true);
          expect(next).toMatch(ENTRY_ID_PATTERN);
          previous = next;
        }
      }),
      lawRuns(1000),
    );
  });
});

describe('highestEntryId', () => {
  const ahead = (ms: number) => nextEntryId(null, NOW + ms, RANDOM);

  it('follows ids of other devices up to a day ahead', () => {
    const seen = [ahead(-1000), ahead(MAXIMUM_CLOCK_LEAD_MS), ahead(5)];
    expect(highestEntryId(seen, NOW)).toBe(ahead(MAXIMUM_CLOCK_LEAD_MS));
  });

  it('is not dragged by a clock more than a day ahead', () => {
    const far = ahead(MAXIMUM_CLOCK_LEAD_MS + 1);
    expect(isTooFarAhead(far, NOW)).toBe(true);
    expect(highestEntryId([far, ahead(5)], NOW)).toBe(ahead(5));
    expect(highestEntryId([far], NOW)).toBeNull();
  });

  it('follows every known id when our own clock shows a year before 2000, which is certainly wrong', () => {
    expect(highestEntryId([ahead(0), ahead(5)], Date.UTC(1985, 0, 1))).toBe(ahead(5));
  });

  it('never goes below our own last id', () => {
    expect(highestEntryId([ahead(5)], NOW, ahead(10))).toBe(ahead(10));
    expect(millisecondsOfEntryId(ahead(10))).toBe(NOW + 10);
  });
});

describe('isClockInDoubt', () => {
  const newest = nextEntryId(null, NOW, RANDOM);
  const ahead2080 = nextEntryId(newest, Date.UTC(2080, 0, 1), RANDOM);

  it.each([
    ['before 2000', Date.UTC(1985, 0, 1), null, true],
    ['from 2040 on', Date.UTC(2040, 0, 1), null, true],
    ['in 2080, which dated the newest entry', Date.UTC(2080, 0, 2), ahead2080, true],
    ['in the last year that a version of today is used', Date.UTC(2039, 11, 31), null, false],
    ['no time at all', Number.NaN, null, true],
    ['a year behind the newest entry', Date.UTC(2025, 10, 21), newest, true],
    ['a day behind it', NOW - MAXIMUM_CLOCK_LEAD_MS, newest, false],
    ['years after it', Date.UTC(2031, 0, 1), newest, false],
  ])('says so of a clock %s', (_, nowMs, id, doubt) => {
    expect(isClockInDoubt(nowMs, id)).toBe(doubt);
  });
});
