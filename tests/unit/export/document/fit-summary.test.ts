import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SummaryLines } from '../../../../src/export/document/fit-summary.ts';
import { fitSummary, SUMMARY_MEASURES, summaryHeight } from '../../../../src/export/document/fit-summary.ts';
import { lawRuns } from '../../../fixtures/law-runs.ts';

const WANTED = { sentences: 5, domains: 12, list: 5, priorities: 10 };
const times = (count: number, lines: number) => Array.from({ length: count }, () => lines);

function pageOf(parts: Partial<SummaryLines> = {}): SummaryLines {
  return {
    sentences: times(3, 1),
    coverage: 1,
    domains: times(5, 1),
    legend: 2,
    lists: [times(5, 1), times(5, 1)],
    priorities: times(10, 1),
    total: { domains: 5, lists: [5, 5], priorities: 10 },
    ...parts,
  };
}

describe('fitSummary', () => {
  it('shows everything that is wanted where it fits', () => {
    expect(fitSummary(pageOf(), WANTED)).toEqual({ sentences: 3, domains: 5, list: 5, priorities: 10 });
  });

  it('lets priorities give way first, and keeps every domain', () => {
    const shown = fitSummary(
      pageOf({ priorities: times(10, 2), lists: [times(5, 2), times(5, 2)], domains: times(5, 2) }),
      WANTED,
    );
    expect(shown.priorities).toBeLessThan(10);
    expect(shown).toMatchObject({ sentences: 3, domains: 5, list: 5 });
  });

  it('takes a report without gaps', () => {
    expect(fitSummary(pageOf({ priorities: null }), WANTED).priorities).toBe(0);
  });

  it('never passes the page, whatever the lines', () => {
    const lines = (max: number, length: number) => fc.array(fc.integer({ min: 1, max }), { maxLength: length });
    const page = fc.record({
      sentences: lines(3, 20),
      coverage: fc.integer({ min: 1, max: 3 }),
      domains: lines(2, 60),
      legend: fc.integer({ min: 1, max: 5 }),
      lists: fc.tuple(lines(2, 5), lines(2, 5)),
      priorities: fc.option(lines(2, 10)),
      total: fc.record({
        domains: fc.integer({ min: 0, max: 60 }),
        lists: fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 })),
        priorities: fc.integer({ min: 0, max: 200 }),
      }),
    });
    fc.assert(
      fc.property(page, (some) => {
        expect(summaryHeight(some, fitSummary(some, WANTED))).toBeLessThanOrEqual(SUMMARY_MEASURES.page);
      }),
      lawRuns(1000),
    );
  });
});
