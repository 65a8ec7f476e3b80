import type { Picture, PictureBox, PictureShape } from './picture.ts';
import { PICTURE_WIDTH } from './picture.ts';

/** A bar from the start of its line; stretches follow each other, as shares of the whole line. */
export interface PlainBar {
  readonly name: string;
  readonly stretches: readonly { readonly share: number; readonly fill: PictureBox['fill'] }[];
  readonly figure: string;
  readonly notes: readonly string[];
}

const BAR = { x: 300, width: 520, height: 30 };
const FIGURES_X = 850;
const NOTE_LINE = 18;
const LEAST_PITCH = 58;

/** Simple bars under each other with their figures: law against practice, or what a plan would bring. */
export function drawBars(bars: readonly PlainBar[]): Picture {
  const shapes: PictureShape[] = [];
  let top = 8;
  for (const { name, stretches, figure, notes } of bars) {
    const y = top + 6;
    const place = { x: BAR.x, y, height: BAR.height };
    shapes.push(
      { ...{ kind: 'text', x: 0, y: y + 20, text: name, size: 16 }, isBold: true, maxWidth: BAR.x - 24, lines: 2 },
      { kind: 'box', ...place, width: BAR.width, fill: 'plain' },
    );
    let start = 0;
    for (const { share, fill } of stretches) {
      const width = share * BAR.width;
      if (width > 0) shapes.push({ kind: 'box', ...place, x: BAR.x + start, width, fill });
      start += width;
    }
    shapes.push({ kind: 'text', x: FIGURES_X, y: y + 21, text: figure, size: 20, isSerif: true });
    for (const [index, text] of notes.entries()) {
      shapes.push({
        ...{ kind: 'text', x: FIGURES_X, y: y + 42 + NOTE_LINE * index, text, size: 13, isSoft: true },
        ...{ maxWidth: PICTURE_WIDTH - FIGURES_X, lines: 1 },
      });
    }
    top += Math.max(LEAST_PITCH, 44 + NOTE_LINE * notes.length + 12);
  }
  return { width: PICTURE_WIDTH, height: top, shapes };
}
