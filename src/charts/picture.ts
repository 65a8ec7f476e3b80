import type { PaperTone } from './paper-colours.ts';

/** A box with a fill: a tone of the ladder with its pattern, or ink: plain, hatched or full. */
export interface PictureBox {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: PaperTone | 'plain' | 'hatched' | 'full';
  readonly isDashed?: boolean;
  /** In its middle, on the plain colour of the fill; or at its start, where a mark crosses the middle. */
  readonly label?: string;
  readonly labelAt?: 'start' | 'middle';
}

export interface PictureLine {
  readonly kind: 'line';
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly weight: number;
  readonly isDashed?: boolean;
  readonly tone: 'mark' | 'grid' | 'edge' | 'accent';
}

export interface PictureText {
  readonly kind: 'text';
  readonly x: number;
  /** Of the baseline of the first line. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly isBold?: boolean;
  readonly isSoft?: boolean;
  readonly isSerif?: boolean;
  /** Lines are broken at this width, and the text is cut after `lines` of them (2 where it does not say). */
  readonly maxWidth?: number;
  readonly lines?: number;
}

export interface PictureDot {
  readonly kind: 'dot';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export type PictureShape = PictureBox | PictureLine | PictureText | PictureDot;

/** A drawing as data, in CSS pixels from its start and top, in reading direction: right-to-left pages mirror it. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly PictureShape[];
}

/** Width of every picture that is saved, without its margins. */
export const PICTURE_WIDTH = 1200;

/** All that is written in a picture, in its order: what its numbers are compared by. */
export function pictureTexts({ shapes }: Picture): string[] {
  return shapes.flatMap((shape) => {
    if (shape.kind === 'text') return [shape.text];
    return shape.kind === 'box' && shape.label !== undefined ? [shape.label] : [];
  });
}
