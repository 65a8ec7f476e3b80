import type { PrintedBar } from '../document/document.ts';
import { LINE, TONE_COLOURS } from '../document/tone-colours.ts';
import type { Slide, SlideDeck } from './slide-deck.ts';

const MM_PER_INCH = 25.4;

/** A bar of counts as native shapes, one a level, with sign and count in each; what is open has a dashed frame. */
export function drawBar(
  deck: SlideDeck,
  slide: Slide,
  bar: PrintedBar,
  x: number,
  y: number,
  height: number,
  points: number,
): void {
  if (bar.segments.length === 0) {
    deck.write(
      slide,
      bar.alternative,
      { x, y, w: bar.width / MM_PER_INCH, h: height },
      { fontSize: points, valign: 'middle' },
    );
    return;
  }
  for (const { tone, label, start, width } of bar.segments) {
    const { fill, ink } = TONE_COLOURS[tone];
    deck.write(
      slide,
      label,
      { x: x + start / MM_PER_INCH, y, w: width / MM_PER_INCH, h: height },
      {
        shape: deck.file.ShapeType.rect,
        fill: { color: fill },
        line: { color: LINE, width: 0.75, dashType: typeof tone === 'string' ? 'dash' : 'solid' },
        ...{ color: ink, bold: true, fontSize: points, align: 'center', valign: 'middle' },
      },
    );
  }
}
