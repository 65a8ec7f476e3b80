import type { ChartConfiguration } from 'chart.js';
import type { ChartLook } from './chart-look.ts';
import { hatched } from './chart-look.ts';
import type { IntervalRow } from './interval-data.ts';

/** Words already in the reader's language. */
export interface IntervalWords {
  /** Titles of the domains, in the order of the rows. */
  readonly rows: readonly string[];
  readonly interval: string;
  readonly position: string;
  /** A score as text. */
  readonly number: (score: number) => string;
}

/** Half the width of the mark at the score, in points of the scale. */
const MARK_HALF_WIDTH = 0.4;

type Span = [number, number];

/**
 * The configuration of the interval picture: a bar from low to high for every domain, and a higher, narrow mark at the
 * score. Outlined and hatched, so that it reads without colour. Nothing moves.
 */
export function intervalConfiguration(
  rows: readonly IntervalRow[],
  words: IntervalWords,
  look: ChartLook,
): ChartConfiguration<'bar', Span[]> {
  const font = { family: look.fontFamily, size: 13 * look.scale };
  return {
    type: 'bar',
    data: {
      labels: words.rows.map((title, index) => (look.narrow ? String(index + 1) : title)),
      datasets: [
        {
          label: words.position,
          data: rows.map(({ score }): Span => [score - MARK_HALF_WIDTH, score + MARK_HALF_WIDTH]),
          backgroundColor: look.ink,
          barThickness: 26,
          grouped: false,
        },
        {
          label: words.interval,
          data: rows.map(({ low, high }): Span => [low, high]),
          backgroundColor: () => hatched(look.level, look.surface),
          borderColor: look.ink,
          borderWidth: 1,
          borderSkipped: false,
          barThickness: 14,
          grouped: false,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      scales: {
        x: { min: 0, max: 100, ticks: { stepSize: 25, color: look.inkSoft, font }, grid: { color: look.line } },
        y: { ticks: { color: look.ink, font }, grid: { display: false } },
      },
      plugins: {
        legend: { position: 'bottom', labels: { color: look.ink, font } },
        tooltip: {
          callbacks: {
            title: ([item]) => (item === undefined ? '' : (words.rows[item.dataIndex] ?? '')),
            label: ({ dataset, datasetIndex, dataIndex }) => {
              const row = rows[dataIndex];
              if (row === undefined) return '';
              const value =
                datasetIndex === 0 ? words.number(row.score) : `${words.number(row.low)}–${words.number(row.high)}`;
              return `${dataset.label ?? ''}: ${value}`;
            },
          },
        },
      },
    },
  };
}
