import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SummaryCounts, SummaryLines } from '../../../../src/export/document/fit-summary.ts';
import { fitSummary, SUMMARY_MEASURES, summaryHeight } from '../../../../src/export/document/fit-summary.ts';
import { lawRuns } from '../../../fixtures/law-runs.ts';

const WANTED: SummaryCounts = {
  ...{
    sentences: 5,
    domains: 12,
    list: 4,
    who: 2,
    changes: 1,
    reservationLines: 2,
    titleLines: 2,
    measures: 8,
    positions: 4,
  },
};
const times = <Value>(count: number, value: Value) => Array.from({ length: count }, () => value);
const underOf = (whole: number) => [Math.min(1, whole), Math.min(1, whole), whole] as const;
const measure = (title: number, under: number, cells = 1) => ({
  ...{ cells, title, isBeside: cells > 1 },
  under: underOf(under),
});

function pageOf(parts: Partial<SummaryLines> = {}): SummaryLines {
  return {
    ...{ subtitle: 1, coverage: 1, change: 1, legend: 2, approval: true },
    decision: { points: times(3, 1), note: 1 },
    sentences: times(3, 1),
    domains: times(5, 1),
    lists: [times(4, 1), times(4, 1)],
    measures: { rows: times(6, measure(1, 1)), total: 1 },
    positions: [2],
    total: { domains: 5, lists: [4, 4], measures: 6, positions: 1 },
    ...parts,
  };
}

describe('fitSummary', () => {
  it('shows everything that is wanted where it fits', () => {
    expect(fitSummary(pageOf(), WANTED)).toEqual({ ...WANTED, sentences: 3, domains: 5, measures: 6, positions: 1 });
  });

  it('lets strengths go first, to two and then to none, and partners after them', () => {
    const shownWith = (count: number, under: number) =>
      fitSummary(
        pageOf({
          measures: { rows: times(count, measure(1, under)), total: 1 },
          total: { domains: 5, lists: [0, 0], measures: count, positions: 1 },
        }),
        WANTED,
      );
    expect(shownWith(6, 1)).toMatchObject({ list: 4, who: 2, measures: 6 });
    expect(shownWith(5, 3)).toMatchObject({ list: 2, who: 2, measures: 5 });
    expect(shownWith(7, 2)).toMatchObject({ list: 0, who: 2, measures: 7 });
    expect(shownWith(8, 2)).toMatchObject({ list: 0, who: 2, measures: 8 });
    // Without partners there is room for them again.
    expect(shownWith(8, 3)).toMatchObject({ list: 4, who: 1, measures: 8 });
  });

  it('gives the line for changes before it cuts a reservation, and has none where nothing is sought', () => {
    const shownWith = (count: number, approval = true) =>
      fitSummary(pageOf({ positions: times(count, 2), lists: [[], []], approval }), WANTED);
    expect(shownWith(1).changes).toBe(1);
    expect(shownWith(1, false).changes).toBe(0);
    for (const count of [1, 2, 3, 4]) {
      const { changes, reservationLines } = shownWith(count);
      if (changes === 1) expect(reservationLines).toBe(2);
    }
  });

  it('keeps where positions differ, whatever goes', () => {
    const crowded = pageOf({
      domains: times(60, 2),
      measures: { rows: times(8, measure(2, 2, 4)), total: 2 },
      positions: times(4, 2),
      total: { domains: 60, lists: [99, 99], measures: 40, positions: 9 },
    });
    expect(fitSummary(crowded, WANTED).positions).toBeGreaterThanOrEqual(1);
  });

  it('takes a report without what to do next', () => {
    expect(fitSummary(pageOf({ measures: null, decision: null, approval: false }), WANTED).measures).toBe(0);
  });

  it('never passes the page, whatever the lines', () => {
    const upTo = (max: number) => fc.integer({ min: 0, max });
    const lines = (max: number, length: number) => fc.array(fc.integer({ min: 1, max }), { maxLength: length });
    const page = fc.record({
      subtitle: upTo(1),
      coverage: fc.integer({ min: 1, max: 2 }),
      change: upTo(2),
      decision: fc.option(fc.record({ points: lines(2, 3), note: upTo(2) })),
      sentences: lines(3, 20),
      domains: lines(2, 60),
      legend: fc.integer({ min: 1, max: 5 }),
      lists: fc.constantFrom([], [times(4, 1), times(2, 1)], [[], []]),
      measures: fc.option(
        fc.record({
          rows: fc.array(
            fc.record({
              cells: fc.integer({ min: 1, max: 4 }),
              title: fc.integer({ min: 1, max: 2 }),
              under: upTo(3),
              isBeside: fc.boolean(),
            }),
            { maxLength: 8 },
          ),
          total: upTo(2),
        }),
      ),
      positions: fc.option(lines(2, 4)),
      approval: fc.boolean(),
      total: fc.record({
        domains: upTo(60),
        lists: fc.tuple(upTo(200), upTo(200)),
        measures: upTo(200),
        positions: upTo(200),
      }),
    });
    fc.assert(
      fc.property(page, ({ measures, ...some }) => {
        const rows = measures?.rows.map((row) => ({ ...row, under: underOf(row.under) })) ?? [];
        const all = { ...some, measures: measures === null ? null : { ...measures, rows } };
        const shown = fitSummary(all, WANTED);
        expect(summaryHeight(all, shown)).toBeLessThanOrEqual(SUMMARY_MEASURES.page);
        if (all.lists.flat().length > 0) expect(shown.list).not.toBe(1);
      }),
      lawRuns(1000),
    );
  });
});
