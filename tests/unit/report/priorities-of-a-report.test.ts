import { describe, expect, it } from 'vitest';
import { buildReport } from '../../../src/report/build-report.ts';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { assessmentOf } from '../../fixtures/assessment-of.ts';
import { pairedFramework } from '../../fixtures/paired-framework.ts';

const framework = pairedFramework();
const reportOf = (...settings: Setting[]) =>
  buildReport({ framework, state: assessmentOf(framework, settings), identity: null });
const answered = (id: string, level: string): Setting => [`rating/lead/${id}/1/answer`, { level }];

describe('priorities and measures of a report', () => {
  it('tells what is ranked from what is not, and priorities from what is only ranked', () => {
    const settings: Setting[] = [
      ...['R-1', 'R-2', 'R-3', 'W-1', 'W-2'].map((id) => answered(id, 'nascent')),
      ['impact/R-1', 2],
      ['impact/R-2', 4],
      ['impact/W-1', 3],
      ['round/pin-R-3', 'Political priority'],
    ];
    const all = reportOf(...settings);
    expect(all.ranking).toEqual({ ranked: ['R-3', 'R-2', 'W-1', 'R-1'], notRanked: ['W-2'] });
    expect(all.priorities.map(({ id }) => id)).toEqual(all.ranking.ranked);
    expect(all.measures.map(({ id, written }) => [id, written])).toEqual(all.ranking.ranked.map((id) => [id, false]));

    const kept: Setting[] = [...settings, ['kept/W-1', true], ['kept/R-2', true], ['kept/W-2', true]];
    const some = reportOf(...kept, ['measure/m/title', 'Permits'], ['measure/m/indicators', ['W-1']]);
    expect(some.ranking).toEqual(all.ranking);
    expect(some.priorities.map(({ id, rank, ranks }) => [id, rank, ranks.impact])).toEqual([
      ['R-2', 1, 1],
      ['W-1', 2, 2],
    ]);
    expect(some.indicators.filter((one) => one.kept).map(({ id }) => id)).toEqual(['R-2', 'W-1', 'W-2']);
    expect(some.measures.map(({ id, title, indicators }) => [id, title, indicators])).toEqual([
      ['m', 'Permits', ['W-1']],
    ]);
    expect(some.furtherPriorities).toEqual(['R-2']);
  });
});
