import { describe, expect, it } from 'vitest';
import { DOCUMENT_DAYS, ROUND_DAYS, dayMeant, isWithin } from '../../../src/domain/day-span.ts';

describe('days that may be written', () => {
  it.each([
    [ROUND_DAYS, '1989-12-31', false],
    [ROUND_DAYS, '1990-01-01', true],
    [ROUND_DAYS, '2100-12-31', true],
    [ROUND_DAYS, '2101-01-01', false],
    [DOCUMENT_DAYS, '1951-07-28', true],
    [DOCUMENT_DAYS, '0026-12-15', false],
  ] as const)('%o, %s: %s', (span, day, expected) => {
    expect(isWithin(span, day)).toBe(expected);
  });

  it.each([
    ['0026-12-15', '2026-12-15'],
    ['0000-01-01', '2000-01-01'],
    ['0226-12-15', null],
    ['1926-12-15', null],
  ] as const)('%s may have meant %s', (day, meant) => {
    expect(dayMeant(ROUND_DAYS, day)).toBe(meant);
  });
});
