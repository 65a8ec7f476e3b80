import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
import type { ReportComparison } from '../report/report.ts';
import type { ChartLook } from './chart-look.ts';
import { hatched } from './chart-look.ts';

/** A domain of which both rounds have a position, as displayed (0-100). */
export interface RoundsRow {
  readonly domain: string;
  readonly before: number;
  readonly now: number;
  readonly up: number;
  readonly down: number;
  readonly same: number;
}

/** Words already in the reader's language. */
export interface RoundsWords {
  /** Titles of the domains, in the order of the rows. */
  readonly rows: readonly string[];
  readonly before: string;
  readonly now: string;
  /** A score as text. */
  readonly number: (score: number) => string;
}

/** The domains that can be set side by side; none where the rounds may not be subtracted. */
export function roundsRows({ comparable, domains }: Pick<ReportComparison, 'comparable' | 'domains'>): RoundsRow[] {
  if (!comparable) return [];
  return domains.flatMap(({ id, previousShown, shown, up, down, same }) =>
    previousShown === null || shown === null ? [] : [{ domain: id, before: previousShown, now: shown, up, down, same }],
  );
}

/** Arrows and digits: how many indicators of a domain moved which way. */
export function movedWords({ up, down, same }: Pick<RoundsRow, 'up' | 'down' | 'same'>): string {
  return `▲ ${up} · ▼ ${down} · = ${same}`;
}

/** Each bar ends in its number. */
function drawNumbers(chart: Chart, rows: readonly RoundsRow[], words: RoundsWords, look: ChartLook) {
  const { ctx } = chart;
  ctx.save();
  ctx.fillStyle = look.ink;
  ctx.font = `600 ${13 * look.scale}px ${look.fontFamily}`;
  ctx.textBaseline = 'middle';
  ctx.textAlign = look.direction === 'rtl' ? 'right' : 'left';
  const aside = look.direction === 'rtl' ? -6 : 6;
  for (const dataset of [0, 1]) {
    for (const [index, element] of chart.getDatasetMeta(dataset).data.entries()) {
      const row = rows[index];
      if (row === undefined) continue;
      ctx.fillText(words.number(dataset === 0 ? row.before : row.now), element.x + aside, element.y + 1);
    }
  }
  ctx.restore();
}

/** The configuration of two rounds: for each domain a hatched bar for the round before and a full one for this. */
export function roundsConfiguration(
  rows: readonly RoundsRow[],
  words: RoundsWords,
  look: ChartLook,
): ChartConfiguration<'bar', number[]> {
  const font = { family: look.fontFamily, size: 13 * look.scale };
  const numbers: Plugin<'bar'> = {
    id: 'numbers',
    afterDatasetsDraw: (chart) => drawNumbers(chart as Chart, rows, words, look),
  };
  const outline = { borderColor: look.ink, borderWidth: 1, borderSkipped: false as const, maxBarThickness: 18 };
  return {
    type: 'bar',
    data: {
      labels: rows.map((row, index) => [
        look.narrow ? String(index + 1) : (words.rows[index] ?? row.domain),
        movedWords(row),
      ]),
      datasets: [
        {
          ...outline,
          label: words.before,
          data: rows.map(({ before }) => before),
          backgroundColor: () => hatched(look.ink, look.surface),
        },
        { ...outline, label: words.now, data: rows.map(({ now }) => now), backgroundColor: look.level },
      ],
    },
    options: {
      indexAxis: 'y',
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: { right: 32, left: 8 } },
      scales: {
        x: {
          min: 0,
          max: 100,
          reverse: look.direction === 'rtl',
          ticks: { stepSize: 25, color: look.inkSoft, font },
          grid: { color: look.line },
        },
        y: {
          position: look.direction === 'rtl' ? 'right' : 'left',
          ticks: { color: look.ink, font },
          grid: { display: false },
        },
      },
      plugins: {
        legend: { position: 'bottom', labels: { color: look.ink, font } },
        tooltip: {
          callbacks: {
            title: ([item]) => (item === undefined ? '' : (words.rows[item.dataIndex] ?? '')),
            label: ({ dataset, parsed }) => `${dataset.label ?? ''}: ${words.number(parsed.x ?? 0)}`,
          },
        },
      },
    },
    plugins: [numbers],
  };
}
