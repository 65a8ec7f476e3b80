import { describe, expect, it } from 'vitest';
import { planTimeline } from '../../../src/charts/plan-timeline.ts';
import { priorityMatrix } from '../../../src/charts/priority-matrix.ts';
import { buildReport } from '../../../src/report/build-report.ts';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { assessmentOf } from '../../fixtures/assessment-of.ts';
import { pairedFramework } from '../../fixtures/paired-framework.ts';

const framework = pairedFramework();
const reportOf = (...settings: Setting[]) =>
  buildReport({ framework, state: assessmentOf(framework, settings), identity: null });
const gap = (id: string, target: string, impact: number, ease?: number): Setting[] => [
  [`rating/lead/${id}/1/answer`, { level: 'nascent' }],
  [`target/${id}`, { level: target }],
  [`impact/${id}`, impact],
  ...(ease === undefined ? [] : [[`ease/${id}`, ease] as const]),
];

describe('priorityMatrix', () => {
  const matrix = (...settings: Setting[]) => priorityMatrix(reportOf(...settings), framework.structure.scales);

  it('puts each point into the quarter of its quadrant: impact upwards, ease to the right', () => {
    const { points } = matrix(
      ...gap('R-1', 'mature', 4, 1),
      ...gap('R-2', 'developed', 4, 3),
      ...gap('R-3', 'emerging', 2, 4),
      ...gap('W-1', 'emerging', 2, 2),
    );
    expect(points.map(({ id, rank, quadrant, x, y }) => [id, rank, quadrant, x >= 0.5, y >= 0.5])).toEqual([
      ['R-1', 1, 'major-reform', false, true],
      ['R-2', 2, 'act-first', true, true],
      ['R-3', 3, 'easy-improvement', true, false],
      ['W-1', 4, 'later', false, false],
    ]);
  });

  it('moves points apart that have the same impact and ease', () => {
    const { points } = matrix(...['R-1', 'R-2', 'R-3', 'W-1', 'W-2'].flatMap((id) => gap(id, 'mature', 4, 4)));
    const close = points.flatMap((a, i) =>
      points.slice(i + 1).filter((b) => Math.hypot((a.x - b.x) * 640, (a.y - b.y) * 420) < 28),
    );
    expect(points).toHaveLength(5);
    expect(close).toEqual([]);
    expect(points.every(({ x, y }) => x > 0.5 && y > 0.5 && x < 1 && y < 1)).toBe(true);
  });

  it('says which have no place yet', () => {
    expect(matrix(...gap('R-1', 'mature', 4)).withoutPlace).toEqual(['R-1']);
  });
});

describe('planTimeline', () => {
  const plan = (...settings: Setting[]) => reportOf(...settings).plan;

  it('draws whole months from the first to the last date, the day of the end included', () => {
    const line = planTimeline(
      plan(['action/a/start', '2027-01-01'], ['action/a/end', '2027-01-31'], ['action/b/end', '2027-02-28']),
      '2027-02-01',
    )!;
    expect(line.months.map(({ month }) => month)).toEqual(['2027-01', '2027-02']);
    // 31 of 59 days.
    expect(line.months[1]!.from).toBeCloseTo(31 / 59, 9);
    expect(line.bars[0]).toEqual({ id: 'a', from: 0, share: expect.closeTo(31 / 59, 9), isPoint: false });
    expect(line.bars[1]).toMatchObject({ id: 'b', from: expect.closeTo(58 / 59, 9), isPoint: true });
    expect(line.today).toBeCloseTo(31 / 59, 9);
  });

  it('leaves out what has no date or contradictory ones, and says so', () => {
    const line = planTimeline(
      plan(
        ['action/a/activity', 'x'],
        ['action/b/start', '2027-02-01'],
        ['action/b/end', '2027-01-01'],
        ['action/c/start', '2026-12-15'],
      ),
      '2030-01-01',
    )!;
    expect(line.withoutDates).toEqual(['a', 'b']);
    expect(line.bars.map(({ id }) => id)).toEqual(['c']);
    expect(line.today).toBeNull();
    expect(planTimeline(plan(['action/a/activity', 'x']), '2027-01-01')).toBeNull();
  });
});
