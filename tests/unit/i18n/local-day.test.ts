import { afterEach, describe, expect, it, vi } from 'vitest';
import { localDay } from '../../../src/i18n/local-day.ts';
import { loadLocaliser } from '../../../src/i18n/load-localiser.ts';

afterEach(() => vi.unstubAllEnvs());

/** Where it is what day at an instant. */
const DAYS = [
  ['America/Port-au-Prince', '2026-12-03T01:30:00Z', '2026-12-02', '2 December 2026'],
  ['Pacific/Fiji', '2026-12-02T21:00:00Z', '2026-12-03', '3 December 2026'],
  ['UTC', '2026-12-02T21:00:00Z', '2026-12-02', '2 December 2026'],
] as const;

describe.each(DAYS)('in %s at %s', (zone, instant, day, printed) => {
  it(`it is ${printed}, in milliseconds too`, async () => {
    vi.stubEnv('TZ', zone);
    expect([localDay(instant), localDay(Date.parse(instant))]).toEqual([day, day]);
    const english = await loadLocaliser('en');
    expect(english?.date(instant)).toBe(printed);
    expect(english?.date(day), 'a day is the same day everywhere').toBe(printed);
  });
});

it('writes the years of a clock that is wrong with four digits', () => {
  expect(localDay('0985-01-02T12:00:00Z')).toBe('0985-01-02');
});
