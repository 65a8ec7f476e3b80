import { describe, expect, it } from 'vitest';
import { radarConfiguration } from '../../../src/charts/radar-chart.ts';
import { deepFreeze } from '../../fixtures/deep-freeze.ts';

const data = deepFreeze({
  axes: [
    { domain: 'a', score: 20, low: 10, high: 40 },
    { domain: 'b', score: null, low: 0, high: 100 },
    { domain: 'c', score: 60, low: 60, high: 60 },
  ],
  hasRange: true,
});
const words = {
  axes: ['Institutional capacity', 'Migrant rights', 'Labour migration management'],
  position: 'Position',
  low: 'lowest',
  high: 'highest',
  number: String,
};
const look = {
  ink: '#111111',
  inkSoft: '#444444',
  line: '#777777',
  level: '#3d74a2',
  surface: '#ffffff',
  sunken: '#f2f0ea',
  fontFamily: 'sans-serif',
  scale: 1,
  narrow: false,
  direction: 'ltr' as const,
};

describe('radarConfiguration', () => {
  it('tells the lines apart by dash and marker, not by colour alone, and never moves', () => {
    const { data: drawn, options } = radarConfiguration(data, words, look);
    expect(drawn.datasets.map(({ label, borderDash, pointStyle }) => [label, borderDash, pointStyle])).toEqual([
      ['Position', undefined, 'circle'],
      ['lowest', [6, 4], 'triangle'],
      ['highest', [2, 3], 'rect'],
    ]);
    expect(options?.animation).toBe(false);
  });

  it('leaves a gap where there is no score', () => {
    const [position] = radarConfiguration(data, words, look).data.datasets;
    expect(position?.data).toEqual([20, null, 60]);
    expect(position?.spanGaps).toBe(false);
  });

  it('draws no range where nothing is open, and numbers the axes on a narrow screen', () => {
    const { data: drawn } = radarConfiguration({ ...data, hasRange: false }, words, { ...look, narrow: true });
    expect(drawn.datasets).toHaveLength(1);
    expect(drawn.labels).toEqual([['1'], ['2'], ['3']]);
  });
});
