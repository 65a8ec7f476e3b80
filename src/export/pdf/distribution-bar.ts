import type { PrintedBar } from '../document/document.ts';
import type { TextSetting } from './inline-text.ts';
import { INK, MM } from './measures.ts';
import type { PageCanvas } from './page-canvas.ts';
import type { StructureNode } from './structure.ts';
import { drawTone } from './tone-cell.ts';

const HEIGHT = 5.2 * MM;
/** Stands on its own bar, apart from the one above. */
const MARK = 2 * MM;
const LABEL_SIZE = 8;

/** Height in pt, with the marks above where they are wanted. */
export function barHeight(withMarks: boolean, height = HEIGHT): number {
  return height + (withMarks ? MARK : 0);
}

/** How many indicators stand at which level, and the marks of median and target above. */
export function drawBar(
  canvas: PageCanvas,
  figure: StructureNode,
  bar: PrintedBar,
  at: { readonly start: number; readonly top: number },
  withMarks: boolean,
  setting: TextSetting,
  height = HEIGHT,
): void {
  const top = at.top + barHeight(withMarks, height) - height;
  if (bar.segments.length === 0) {
    const place = { start: at.start, top, width: bar.width * MM, height };
    drawTone(canvas, figure, place, 'not-applicable', { text: bar.alternative, size: LABEL_SIZE }, setting);
  }
  for (const { tone, label, start, width } of bar.segments) {
    const place = { start: at.start + start * MM, top, width: width * MM, height };
    drawTone(canvas, figure, place, tone, { text: label, size: LABEL_SIZE }, setting);
  }
  if (!withMarks) return;
  const triangle = (mm: number) => ({ start: at.start + mm * MM - MARK / 2, top: at.top, width: MARK, height: MARK });
  if (bar.target !== null) {
    canvas.shape(figure, triangle(bar.target), {
      form: 'triangle',
      fill: '#ffffff',
      stroke: { colour: INK, width: 1 },
    });
  }
  if (bar.median !== null) canvas.shape(figure, triangle(bar.median), { form: 'triangle', fill: INK });
}
