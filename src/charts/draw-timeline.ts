import type { LegendItem } from './draw-legend.ts';
import { drawLegend } from './draw-legend.ts';
import type { Picture, PictureBox, PictureShape } from './picture.ts';
import { PICTURE_WIDTH } from './picture.ts';
import type { PlanTimeline } from './plan-timeline.ts';

/** An action in the reader's words, in the order of the plan. */
export interface TimelineRow {
  readonly id: string;
  readonly name: string;
  /** "from ... until ...". */
  readonly period: string;
  readonly fill: PictureBox['fill'];
  readonly isDashed: boolean;
}

export interface TimelineWords {
  /** Name of a month, or nothing where there is no room for it. */
  readonly month: (month: string) => string;
  readonly legend: readonly LegendItem[];
}

const NAME_WIDTH = 420;
const TRACK = { x: 450, width: PICTURE_WIDTH - 450 };
const ROW = 56;
const BAR_HEIGHT = 22;
const LEAST_BAR = 10;

/** The plan on a line of months: a bar an action, filled by its status, and today. */
export function drawTimeline(line: PlanTimeline, rows: readonly TimelineRow[], words: TimelineWords): Picture {
  const legend = drawLegend(words.legend, 0, PICTURE_WIDTH);
  const top = legend.height + 34;
  const bottom = top + rows.length * ROW;
  const at = (share: number) => TRACK.x + share * TRACK.width;
  const shapes: PictureShape[] = [...legend.shapes];
  for (const { month, from } of line.months) {
    const tone = month.endsWith('-01') ? 'edge' : 'grid';
    shapes.push({ kind: 'line', from: [at(from), top], to: [at(from), bottom], weight: 1, tone });
    const name = words.month(month);
    if (name !== '') shapes.push({ kind: 'text', x: at(from), y: top - 8, text: name, size: 12, isSoft: true });
  }
  for (const [index, { id, name, period, fill, isDashed }] of rows.entries()) {
    const y = top + index * ROW;
    const bar = line.bars.find((one) => one.id === id);
    shapes.push(
      { kind: 'line', from: [0, y], to: [PICTURE_WIDTH, y], weight: 1, tone: 'grid' },
      { kind: 'text', x: 0, y: y + 22, text: name, size: 14, maxWidth: NAME_WIDTH, lines: 1 },
      { kind: 'text', x: 0, y: y + 42, text: period, size: 12, isSoft: true, maxWidth: NAME_WIDTH, lines: 1 },
    );
    if (bar === undefined) continue;
    const width = Math.max(LEAST_BAR, bar.share * TRACK.width);
    shapes.push({
      ...{ kind: 'box', x: at(bar.from), y: y + (ROW - BAR_HEIGHT) / 2, width, height: BAR_HEIGHT },
      ...{ fill, isDashed },
    });
  }
  if (line.today !== null) {
    const x = at(line.today);
    shapes.push({ kind: 'line', from: [x, top], to: [x, bottom], weight: 2, tone: 'accent', isDashed: true });
  }
  return { width: PICTURE_WIDTH, height: bottom + 4, shapes };
}
