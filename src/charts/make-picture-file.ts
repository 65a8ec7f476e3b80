import { paintPicture } from './paint-picture.ts';
import { PAPER } from './paper-colours.ts';
import type { Picture } from './picture.ts';

/** What can be drawn on a canvas, in CSS pixels: a picture as data, or a chart of chart.js. */
export interface PaintedPicture {
  readonly width: number;
  readonly height: number;
  paint(context: CanvasRenderingContext2D): void;
}

/** What goes with a picture wherever it is pasted, in the reader's words. */
export interface PictureCaption {
  readonly title: string;
  /** Marking, status, round: above the title. */
  readonly marks: string;
  /** What it is and what it was made with: below the picture. */
  readonly foot: string;
  readonly direction: 'ltr' | 'rtl';
}

const MARGIN = 40;
const HEAD = 86;
const FOOT = 40;
/** Pixels of the file for one CSS pixel: sharp on paper at half a page. */
const DENSITY = 2;

/** A picture as data, as something to paint. */
export function painted(picture: Picture): PaintedPicture {
  const { width, height } = picture;
  return { width, height, paint: (context) => paintPicture(context, picture) };
}

/** One below the other. */
export function stacked(above: PaintedPicture, below: PaintedPicture): PaintedPicture {
  return {
    width: Math.max(above.width, below.width),
    height: above.height + below.height,
    paint(context) {
      above.paint(context);
      context.save();
      context.translate(0, above.height);
      below.paint(context);
      context.restore();
    },
  };
}

/** The bytes of a PNG on white paper: caption, picture, foot. Throws where the browser gives no canvas. */
export async function makePictureFile(body: PaintedPicture, caption: PictureCaption): Promise<Uint8Array> {
  const [width, height] = [body.width + 2 * MARGIN, HEAD + body.height + FOOT + 2 * MARGIN];
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * DENSITY, height * DENSITY];
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser draws on no canvas');
  context.direction = caption.direction;
  context.scale(DENSITY, DENSITY);
  context.fillStyle = PAPER.paper;
  context.fillRect(0, 0, width, height);
  context.translate(MARGIN, MARGIN);
  const line = { kind: 'text', x: 0, maxWidth: body.width, lines: 1 } as const;
  paintPicture(context, {
    width: body.width,
    height,
    shapes: [
      { ...line, y: 16, size: 14, text: caption.marks, isSoft: true, isBold: true },
      { ...line, y: 52, size: 28, text: caption.title, isSerif: true, isBold: true },
      { ...line, y: HEAD + body.height + 30, size: 13, text: caption.foot, isSoft: true },
    ],
  });
  context.translate(0, HEAD);
  body.paint(context);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('this browser makes no PNG');
  return new Uint8Array(await blob.arrayBuffer());
}
