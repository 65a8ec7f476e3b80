import type { ChartConfiguration, ChartDataset } from 'chart.js';
import type { ChartLook } from './chart-look.ts';
import type { RadarData } from './radar-data.ts';

/** Words already in the reader's language. */
export interface RadarWords {
  /** Titles of the domains, in the order of the axes. */
  readonly axes: readonly string[];
  readonly position: string;
  readonly low: string;
  readonly high: string;
  /** A score as text. */
  readonly number: (score: number) => string;
}

const LINE_WIDTH = 20;

/** Appended to a six-digit colour: about a fifth, so that the grid shows through. */
const FILL_ALPHA = '2e';

/** Breaks a title into lines of about twenty letters, at its spaces. */
function breakTitle(title: string): string[] {
  const lines: string[] = [];
  for (const word of title.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LINE_WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/**
 * The configuration of the radar: positions as a solid line with round points over a light fill, the range while
 * something is open as a dashed line with triangles (low) and a dotted one with squares (high). Nothing moves.
 */
export function radarConfiguration(data: RadarData, words: RadarWords, look: ChartLook): ChartConfiguration<'radar'> {
  const font = { family: look.fontFamily, size: 13 * look.scale };
  const position: ChartDataset<'radar', (number | null)[]> = {
    label: words.position,
    data: data.axes.map(({ score }) => score),
    borderColor: look.level,
    backgroundColor: `${look.level}${FILL_ALPHA}`,
    borderWidth: 2.5,
    pointStyle: 'circle',
    pointRadius: 5,
    pointBackgroundColor: look.level,
    pointBorderColor: look.surface,
    spanGaps: false,
    fill: true,
  };
  const bound = (
    label: string,
    values: (number | null)[],
    dash: number[],
    pointStyle: 'triangle' | 'rect',
  ): ChartDataset<'radar', (number | null)[]> => ({
    label,
    data: values,
    borderColor: look.inkSoft,
    borderWidth: 1.5,
    borderDash: dash,
    pointStyle,
    pointRadius: 4,
    pointBackgroundColor: look.surface,
    pointBorderColor: look.inkSoft,
    spanGaps: false,
    fill: false,
  });
  const low = data.axes.map((axis) => axis.low);
  const high = data.axes.map((axis) => axis.high);
  const range = data.hasRange
    ? [bound(words.low, low, [6, 4], 'triangle'), bound(words.high, high, [2, 3], 'rect')]
    : [];
  const numbered = words.axes.map((title, index) => (look.narrow ? [String(index + 1)] : breakTitle(title)));
  return {
    type: 'radar',
    data: { labels: numbered, datasets: [position, ...range] },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      scales: {
        r: {
          min: 0,
          max: 100,
          ticks: {
            stepSize: 25,
            color: look.inkSoft,
            backdropColor: look.surface,
            font: { ...font, size: 11 * look.scale },
          },
          grid: { color: look.line },
          angleLines: { color: look.line },
          pointLabels: { color: look.ink, font },
        },
      },
      plugins: {
        legend: {
          position: 'bottom',
          labels: { color: look.ink, font, usePointStyle: true, pointStyleWidth: 18 },
        },
        tooltip: {
          callbacks: {
            title: ([item]) => (item === undefined ? '' : (words.axes[item.dataIndex] ?? '')),
            label: ({ dataset, parsed }) => `${dataset.label ?? ''}: ${words.number(parsed.r)}`,
          },
        },
      },
    },
  };
}
