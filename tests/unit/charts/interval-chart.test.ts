import { describe, expect, it } from 'vitest';
import { intervalConfiguration } from '../../../src/charts/interval-chart.ts';
import { intervalRows } from '../../../src/charts/interval-data.ts';
import { buildReport, robustnessOf } from '../../../src/report/build-report.ts';
import { assessmentOf } from '../../fixtures/assessment-of.ts';
import { pairedFramework } from '../../fixtures/paired-framework.ts';

const framework = pairedFramework();
const state = assessmentOf(framework, [
  ['agreed/R-1/answer', { level: 'mature' }],
  ['agreed/R-2/answer', { level: 'nascent' }],
]);
const assessed = { framework, state, identity: null };
const robustness = robustnessOf(assessed, { draws: 500 });
const rows = intervalRows(buildReport(assessed), robustness);

const look = {
  ink: '#111111',
  inkSoft: '#444444',
  line: '#cccccc',
  level: '#3d74a2',
  surface: '#ffffff',
  sunken: '#f2f0ea',
  fontFamily: 'serif',
  scale: 1,
  narrow: false,
  direction: 'ltr' as const,
};

describe('the picture of intervals', () => {
  it('has a row a domain with an interval, and none for one that cannot be scored', () => {
    const { id, low, high } = robustness.domains[0]!;
    expect(rows).toEqual([{ domain: id, low, high, score: 50 }]);
    expect(robustness.domains[1]!.low).toBeNull();
  });

  it('spans low to high on a scale of 0 to 100, with a mark at the score, and does not move', () => {
    const words = { rows: ['Rights'], interval: 'Interval', position: 'Position', number: (n: number) => n.toFixed(0) };
    const { data, options } = intervalConfiguration(rows, words, look);
    expect(data.labels).toEqual(['Rights']);
    expect(data.datasets.map((dataset) => dataset.data)).toEqual([[[49.6, 50.4]], [[rows[0]!.low, rows[0]!.high]]]);
    expect(options?.scales?.['x']).toMatchObject({ min: 0, max: 100 });
    expect(options?.animation).toBe(false);
    expect(intervalConfiguration(rows, words, { ...look, narrow: true }).data.labels).toEqual(['1']);
  });
});
