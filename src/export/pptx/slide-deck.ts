import PptxGenJS from 'pptxgenjs';
import type { DocumentContext } from '../parts/document-context.ts';
import { printableText } from '../document/printable-text.ts';
import { INK, INK_SOFT, LINE, LINE_SOFT, NAVY, WHITE } from '../document/tone-colours.ts';

/** Inches: the 16:9 page of PowerPoint, its margins, and where the content of a slide begins and ends. */
export const SLIDE = { width: 13.333, height: 7.5, side: 0.6, top: 1.35, bottom: 6.85 } as const;
export const CONTENT_WIDTH = SLIDE.width - 2 * SLIDE.side;

const BODY_FONT = 'Calibri';
const HEADING_FONT = 'Cambria';

const MASTER = 'SEXTANT';
const COVER = 'SEXTANT_COVER';

export type Slide = PptxGenJS.Slide;
type TextLook = PptxGenJS.TextPropsOptions;

/** A deck in one language and direction; places are given from the start of the line and mirrored where needed. */
export interface SlideDeck {
  readonly file: PptxGenJS;
  readonly context: DocumentContext;
  addSlide(title: string): Slide;
  addCover(): Slide;
  /** Writes a text, or stretches of one, at a place in inches. */
  write(slide: Slide, text: string | PptxGenJS.TextProps[], place: Place, look?: TextLook): void;
  /** A table at a place; widths of its columns in inches. */
  table(
    slide: Slide,
    rows: readonly SlideCell[][],
    place: Omit<Place, 'h'>,
    widths: readonly number[],
    look?: PptxGenJS.TableProps,
  ): void;
}

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface SlideCell {
  readonly text: string | PptxGenJS.TableCell[];
  readonly options?: PptxGenJS.TableCellProps;
}

/** Characters that a line of a text holds, roughly: what does not fit is cut, the report has it whole. */
export function lineCharacters(widthInches: number, points: number): number {
  return Math.floor((widthInches * 72) / (points * 0.5));
}

function defineMasters(file: PptxGenJS, head: string, marking: string, watermark: string | null, rightToLeft: boolean) {
  const align: 'left' | 'right' = rightToLeft ? 'right' : 'left';
  const opposite: 'left' | 'right' = rightToLeft ? 'left' : 'right';
  const small = { fontFace: BODY_FONT, fontSize: 10, color: INK_SOFT, margin: 0, rtlMode: rightToLeft };
  const stamp =
    watermark === null
      ? []
      : [
          {
            text: {
              text: watermark,
              options: {
                ...{ x: 1.2, y: 2.9, w: 11, h: 1.8, align: 'center' as const, rotate: 340, fontSize: 96, bold: true },
                ...{ fontFace: BODY_FONT, color: 'F0EEE8' },
              },
            },
          },
        ];
  const foot = [
    { text: { text: head, options: { ...small, align, x: SLIDE.side, y: 7.05, w: 8.4, h: 0.3 } as const } },
    {
      text: {
        text: marking,
        options: { ...small, bold: true, align: 'center', x: 8.6, y: 7.05, w: 3.3, h: 0.3 } as const,
      },
    },
  ];
  const slideNumber: PptxGenJS.SlideNumberProps = {
    ...{ x: rightToLeft ? SLIDE.side : SLIDE.width - SLIDE.side - 0.6, y: 7.05, w: 0.6, h: 0.3 },
    ...{ fontFace: BODY_FONT, fontSize: 10, color: INK_SOFT, align: opposite },
  };
  file.defineSlideMaster({
    title: MASTER,
    background: { color: WHITE },
    objects: [
      ...stamp,
      { line: { x: SLIDE.side, y: 1.15, w: CONTENT_WIDTH, h: 0, line: { color: LINE, width: 0.75 } } },
      ...foot,
      {
        placeholder: {
          options: {
            ...{ name: 'title', type: 'title', x: SLIDE.side, y: 0.35, w: CONTENT_WIDTH, h: 0.75, margin: 0 },
            ...{ fontFace: HEADING_FONT, fontSize: 28, bold: true, color: NAVY, align, valign: 'bottom' },
          },
          text: '',
        },
      },
    ] as NonNullable<PptxGenJS.SlideMasterProps['objects']>,
    slideNumber,
  });
  file.defineSlideMaster({
    title: COVER,
    background: { color: WHITE },
    objects: [
      ...stamp,
      { rect: { x: rightToLeft ? SLIDE.width - 0.35 : 0, y: 0, w: 0.35, h: SLIDE.height, fill: { color: NAVY } } },
      ...foot,
      {
        placeholder: {
          options: {
            ...{ name: 'title', type: 'title', x: 1, y: 2.1, w: 11.2, h: 1.5, margin: 0 },
            ...{ fontFace: HEADING_FONT, fontSize: 44, bold: true, color: NAVY, align, valign: 'bottom' },
          },
          text: '',
        },
      },
    ] as NonNullable<PptxGenJS.SlideMasterProps['objects']>,
  });
}

/** An empty deck with its masters: title, head and marking at the foot, number of the slide. */
export function makeDeck(
  context: DocumentContext,
  words: { title: string; head: string; marking: string; watermark: string | null },
): SlideDeck {
  const { locale, direction } = context.localiser.language;
  const rightToLeft = direction === 'rtl';
  const file = new PptxGenJS();
  file.layout = 'LAYOUT_WIDE';
  file.title = printableText(words.title);
  file.author = 'Sextant';
  file.company = '';
  file.rtlMode = rightToLeft;
  file.theme = { headFontFace: HEADING_FONT, bodyFontFace: BODY_FONT };
  defineMasters(file, printableText(words.head), printableText(words.marking), words.watermark, rightToLeft);

  const start = ({ x, w }: Pick<Place, 'x' | 'w'>) => (rightToLeft ? SLIDE.width - x - w : x);
  const base = {
    fontFace: BODY_FONT,
    color: INK,
    lang: locale,
    rtlMode: rightToLeft,
    align: rightToLeft ? 'right' : 'left',
  } as const;
  const clean = (text: string | PptxGenJS.TextProps[]) =>
    typeof text === 'string'
      ? printableText(text)
      : text.map((part) => ({ ...part, text: printableText(part.text ?? '') }));

  return {
    file,
    context,
    addSlide(title) {
      const slide = file.addSlide({ masterName: MASTER });
      slide.addText(printableText(title), { placeholder: 'title', lang: locale, rtlMode: rightToLeft });
      return slide;
    },
    addCover: () => file.addSlide({ masterName: COVER }),
    write(slide, text, place, look = {}) {
      const { y, w, h } = place;
      slide.addText(clean(text) as string, {
        margin: 0,
        valign: 'top',
        fontSize: 16,
        ...base,
        ...look,
        x: start(place),
        y,
        w,
        h,
      });
    },
    table(slide, rows, { x, y, w }, widths, look = {}) {
      const cells = rows.map((row) => {
        const ordered = rightToLeft ? [...row].reverse() : row;
        return ordered.map(({ text, options = {} }) => ({
          text: typeof text === 'string' ? printableText(text) : text,
          options: { ...base, valign: 'top' as const, ...options },
        }));
      });
      slide.addTable(cells as PptxGenJS.TableRow[], {
        ...{
          x: start({ x, w }),
          y,
          w,
          fontSize: 12,
          fontFace: BODY_FONT,
          color: INK,
          margin: [0.04, 0.07, 0.04, 0.07],
        },
        border: { type: 'solid', pt: 0.5, color: LINE_SOFT },
        ...look,
        colW: rightToLeft ? [...widths].reverse() : [...widths],
      });
    },
  };
}

/** The look of the head of a table. */
export const HEAD_CELL = { bold: true, color: WHITE, fill: { color: NAVY } } as const;
