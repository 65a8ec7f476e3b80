import type { DistributionBar } from './distribution-bar.ts';
import type { LegendItem } from './draw-legend.ts';
import { drawLegend } from './draw-legend.ts';
import type { Picture, PictureShape } from './picture.ts';
import { PICTURE_WIDTH } from './picture.ts';
import { fitSegments, placeOnFitted } from './print-bar.ts';

/** A bar and what is written beside it, in the reader's words. */
export interface DrawnDistribution {
  readonly bar: DistributionBar;
  /** "12 of 20", and what that counts; empty while nothing is rated. */
  readonly count: string;
  readonly notes: readonly string[];
}

/** A domain, or a code of a lens: one bar for each of its scales. */
export interface DistributionRow {
  readonly name: string;
  readonly bars: readonly DrawnDistribution[];
}

export interface DistributionRowWords {
  readonly median: (scale: string, level: string) => string;
  readonly target: (scale: string, level: string) => string;
  readonly legend: readonly LegendItem[];
}

const BAR = { x: 250, width: 620, height: 34, top: 26 };
const FIGURES = { x: 900, width: 300 };
const PITCH = 104;
const NARROWEST = 24;
/** About a digit's width: a mark this near to the middle of a segment makes its label step aside. */
const NEAR = 14;

function drawBar({ bar, count, notes }: DrawnDistribution, top: number, words: DistributionRowWords): PictureShape[] {
  const y = top + BAR.top;
  // The sign of the legend: languages have their own.
  const unknown = words.legend.find(({ fill }) => fill === 'unknown')?.label ?? '?';
  const fitted = fitSegments(bar, BAR.width, NARROWEST);
  const median = bar.median === null ? null : placeOnFitted(fitted, bar.median.at);
  const target = bar.target === null ? null : placeOnFitted(fitted, bar.target.at);
  const mark = (at: number, isDashed: boolean, from: number, to: number): PictureShape => ({
    ...{ kind: 'line', from: [BAR.x + at, from], to: [BAR.x + at, to], weight: 3, tone: 'mark' },
    isDashed,
  });
  const label = (at: number, height: number, text: string): PictureShape => ({
    ...{ kind: 'text', x: BAR.x + at, y: height, text, size: 13, isSoft: true },
    anchor: at < 40 ? 'start' : at > BAR.width - 40 ? 'end' : 'middle',
  });
  return [
    ...fitted.map(({ segment, start, width }): PictureShape => {
      const crossed = median !== null && Math.abs(median - (start + width / 2)) < NEAR;
      return {
        ...{ kind: 'box', x: BAR.x + start, y, width, height: BAR.height },
        fill: segment.tone ?? (segment.kind as 'unknown' | 'unanswered'),
        label: segment.kind === 'unknown' ? `${unknown}${segment.count}` : String(segment.count),
        labelAt: crossed ? 'start' : 'middle',
      };
    }),
    ...(median === null || bar.median === null
      ? []
      : [
          mark(median, false, y - 7, y + BAR.height + 7),
          label(median, y - 12, words.median(bar.scale, bar.median.level)),
        ]),
    ...(target === null || bar.target === null
      ? []
      : [
          mark(target, true, y, y + BAR.height + 9),
          label(target, y + BAR.height + 24, words.target(bar.scale, bar.target.level)),
        ]),
    { kind: 'text', x: FIGURES.x, y: top + 34, text: count, size: 24, isSerif: true },
    ...notes.map((text, index): PictureShape => ({
      ...{ kind: 'text', x: FIGURES.x, y: top + 54 + 18 * index, text, size: 13, isSoft: true },
      ...{ maxWidth: FIGURES.width, lines: 1 },
    })),
  ];
}

/** Stacked bars of levels under each other, with median, target and counts: the profile by domain, or a lens. */
export function drawDistributionRows(rows: readonly DistributionRow[], words: DistributionRowWords): Picture {
  const legend = drawLegend(words.legend, 0, PICTURE_WIDTH);
  const shapes: PictureShape[] = [...legend.shapes];
  let top = legend.height + 8;
  for (const { name, bars } of rows) {
    shapes.push({
      ...{ kind: 'text', x: 0, y: top + 26, text: name, size: 16, maxWidth: BAR.x - 24, lines: 4 },
      ...{ isSerif: true, isBold: true },
    });
    for (const bar of bars) {
      shapes.push(...drawBar(bar, top, words));
      top += PITCH;
    }
    if (bars.length === 0) top += PITCH;
    shapes.push({ kind: 'line', from: [0, top], to: [PICTURE_WIDTH, top], weight: 1, tone: 'grid' });
  }
  return { width: PICTURE_WIDTH, height: top, shapes };
}
