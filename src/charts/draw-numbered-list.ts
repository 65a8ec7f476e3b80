import type { Picture, PictureShape } from './picture.ts';
import { PICTURE_WIDTH } from './picture.ts';

const COLUMNS = 2;
const LINE = 24;
const TOP = 28;
const GAP = 32;
const NUMBER_WIDTH = 34;

/** What the numbers of a picture stand for, in two columns below it. */
export function drawNumberedList(items: readonly { readonly number: number; readonly text: string }[]): Picture {
  const rows = Math.ceil(items.length / COLUMNS);
  const width = PICTURE_WIDTH / COLUMNS;
  return {
    width: PICTURE_WIDTH,
    height: TOP + rows * LINE,
    shapes: items.flatMap(({ number, text }, index): PictureShape[] => {
      const x = Math.floor(index / rows) * width;
      const y = TOP + (index % rows) * LINE;
      const line = { kind: 'text', y, size: 14, lines: 1 } as const;
      return [
        { ...line, x: x + NUMBER_WIDTH - 10, text: String(number), anchor: 'end', isBold: true },
        { ...line, x: x + NUMBER_WIDTH, text, maxWidth: width - NUMBER_WIDTH - GAP },
      ];
    }),
  };
}
