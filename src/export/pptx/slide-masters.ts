import type PptxGenJS from 'pptxgenjs';
import { INK_SOFT, LINE, NAVY, WHITE } from '../document/tone-colours.ts';

/** Inches: the 16:9 page of PowerPoint, its margins, and where the content of a slide begins and ends. */
export const SLIDE = { width: 13.333, height: 7.5, side: 0.6, top: 1.35, bottom: 6.85 } as const;
export const CONTENT_WIDTH = SLIDE.width - 2 * SLIDE.side;

export const BODY_FONT = 'Calibri';
export const HEADING_FONT = 'Cambria';
/** Points: nothing on a slide is smaller, for it is read from the back of a room. */
export const SMALLEST_POINTS = 14;

export const MASTER = 'SEXTANT';
export const COVER_MASTER = 'SEXTANT_COVER';

/** Inches: head, marking and number of the slide share the line at the foot. */
const FOOT = { y: 6.98, h: 0.34, head: 7.3, marking: 4.1, number: 0.6 } as const;

type Objects = NonNullable<PptxGenJS.SlideMasterProps['objects']>;

/** The two masters: head and marking at the foot, a title that outlines and screen readers know as such, number of the slide. */
export function defineMasters(
  file: PptxGenJS,
  { head, marking, watermark }: { head: string; marking: string; watermark: string | null },
  rightToLeft: boolean,
): void {
  const align: 'left' | 'right' = rightToLeft ? 'right' : 'left';
  const opposite: 'left' | 'right' = rightToLeft ? 'left' : 'right';
  const start = (x: number, w: number) => (rightToLeft ? SLIDE.width - x - w : x);
  const small = { fontFace: BODY_FONT, fontSize: SMALLEST_POINTS, color: INK_SOFT, margin: 0, rtlMode: rightToLeft };
  const stamp = {
    text: {
      text: watermark ?? '',
      options: {
        ...{ x: 1.2, y: 2.9, w: 11, h: 1.8, align: 'center' as const, rotate: 340, fontSize: 96, bold: true },
        ...{ fontFace: BODY_FONT, color: 'F0EEE8' },
      },
    },
  };
  const afterHead = SLIDE.side + FOOT.head;
  const foot = [
    {
      text: {
        text: head,
        options: { ...small, align, x: start(SLIDE.side, FOOT.head), y: FOOT.y, w: FOOT.head, h: FOOT.h },
      },
    },
    {
      text: {
        text: marking,
        options: {
          ...{ ...small, bold: true, align: opposite },
          ...{ x: start(afterHead, FOOT.marking), y: FOOT.y, w: FOOT.marking, h: FOOT.h },
        },
      },
    },
  ];
  const title = (place: object, fontSize: number) => ({
    placeholder: {
      options: {
        ...{ name: 'title', type: 'title', margin: 0, ...place },
        ...{ fontFace: HEADING_FONT, fontSize, bold: true, color: NAVY, align, valign: 'bottom' },
      },
      text: '',
    },
  });
  const before = watermark === null ? [] : [stamp];
  file.defineSlideMaster({
    title: MASTER,
    background: { color: WHITE },
    objects: [
      ...before,
      { line: { x: SLIDE.side, y: 1.15, w: CONTENT_WIDTH, h: 0, line: { color: LINE, width: 0.75 } } },
      ...foot,
      title({ x: SLIDE.side, y: 0.35, w: CONTENT_WIDTH, h: 0.75 }, 28),
    ] as Objects,
    slideNumber: {
      ...{ x: start(SLIDE.width - SLIDE.side - FOOT.number, FOOT.number), y: FOOT.y, w: FOOT.number, h: FOOT.h },
      ...{ fontFace: BODY_FONT, fontSize: SMALLEST_POINTS, color: INK_SOFT, align: opposite, margin: 0 },
    },
  });
  file.defineSlideMaster({
    title: COVER_MASTER,
    background: { color: WHITE },
    objects: [
      ...before,
      { rect: { x: rightToLeft ? SLIDE.width - 0.35 : 0, y: 0, w: 0.35, h: SLIDE.height, fill: { color: NAVY } } },
      ...foot,
      title({ x: 1, y: 2.1, w: 11.2, h: 1.5 }, 44),
    ] as Objects,
  });
}
