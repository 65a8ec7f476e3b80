import type { PictureBox, PictureShape } from './picture.ts';

/** One sign of a legend in the reader's words. */
export interface LegendItem {
  readonly text: string;
  readonly fill: PictureBox['fill'] | 'median' | 'target' | 'today';
  /** In the box. */
  readonly label?: string;
  readonly isDashed?: boolean;
}

const SIZE = 13;
const BOX = { width: 28, height: 20 };
/** Room for a letter: a drawing as data measures no text. */
const LETTER = 7.4;
/** The same in a box, where it is bolder, and the room at its sides. */
const BOLD_LETTER = 8;
const SIDES = 6;
const GAP = 24;
const LEGEND_LINE = 30;

/** A box is as wide as what stands in it: "not applicable" is a word in some languages. */
const widthOf = ({ label = '' }: LegendItem): number => Math.max(BOX.width, label.length * BOLD_LETTER + SIDES);

function sign(item: LegendItem, x: number, y: number): PictureShape {
  const { fill, label, isDashed } = item;
  if (fill === 'median' || fill === 'target' || fill === 'today') {
    const middle = x + BOX.width / 2;
    return {
      kind: 'line',
      from: [middle, y],
      to: [middle, y + BOX.height],
      weight: 3,
      tone: fill === 'today' ? 'accent' : 'mark',
      isDashed: fill !== 'median',
    };
  }
  return {
    kind: 'box',
    x,
    y,
    ...BOX,
    width: widthOf(item),
    fill,
    ...(label === undefined ? {} : { label }),
    ...(isDashed === undefined ? {} : { isDashed }),
  };
}

/** The signs side by side from a height on, in as many lines as the width needs; and how high they are together. */
export function drawLegend(
  items: readonly LegendItem[],
  top: number,
  width: number,
): { shapes: PictureShape[]; height: number } {
  const shapes: PictureShape[] = [];
  let [x, y] = [0, top];
  for (const item of items) {
    const box = widthOf(item);
    const own = box + 8 + item.text.length * LETTER;
    if (x > 0 && x + own > width) [x, y] = [0, y + LEGEND_LINE];
    shapes.push(sign(item, x, y), {
      kind: 'text',
      x: x + box + 8,
      y: y + 15,
      text: item.text,
      size: SIZE,
      isSoft: true,
    });
    x += own + GAP;
  }
  return { shapes, height: items.length === 0 ? 0 : y - top + LEGEND_LINE };
}
