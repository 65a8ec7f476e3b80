import PptxGenJS from 'pptxgenjs';
import { joinKept, NO_BREAK_HYPHEN } from '../../words/kept-together.ts';
import { hyphenateLongWords } from '../../words/long-words.ts';
import { printableText } from '../document/printable-text.ts';
import { INK, LINE_SOFT, NAVY, WHITE } from '../document/tone-colours.ts';
import type { DocumentContext } from '../parts/document-context.ts';
import type { ChartLook, DeckLook, TableLook } from './finish-slides.ts';
import { tableName } from './finish-slides.ts';
import { BODY_FONT, COVER_MASTER, defineMasters, HEADING_FONT, MASTER, SLIDE } from './slide-masters.ts';

export type Slide = PptxGenJS.Slide;
type TextLook = PptxGenJS.TextPropsOptions;

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

export interface SlideTable {
  /** Read out to those who do not see it. */
  readonly alternative: string;
  /** Column heads; without them the first column names the rows. */
  readonly head?: readonly string[];
  readonly rows: readonly SlideCell[][];
  /** Inches, one a column. */
  readonly widths: readonly number[];
  /** Inches, of a row below the heads. */
  readonly rowHeight: number;
  readonly look?: PptxGenJS.TableProps;
}

export interface SlideChart {
  readonly alternative: string;
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[]; readonly look: ChartLook }[];
  /** The package knows both orientations, its types one. */
  readonly look: Omit<PptxGenJS.IChartOpts, 'catAxisOrientation'> & {
    readonly catAxisOrientation?: 'minMax' | 'maxMin';
  };
}

/** A deck in one language and direction; places are given from the start of the line and mirrored where needed. */
export interface SlideDeck {
  readonly file: PptxGenJS;
  readonly context: DocumentContext;
  readonly rightToLeft: boolean;
  /** What the package does not write itself and is put in afterwards. */
  readonly look: DeckLook;
  /** A slide with its title and, for whoever speaks, a paragraph for each of the notes. */
  addSlide(title: string, notes: readonly string[]): Slide;
  addCover(title: string, notes: readonly string[]): Slide;
  /** Writes a text, or stretches of one, at a place in inches. */
  write(slide: Slide, text: string | PptxGenJS.TextProps[], place: Place, look?: TextLook): void;
  table(slide: Slide, table: SlideTable, place: Omit<Place, 'h' | 'w'>): void;
  /** A bar chart whose figures can be edited in PowerPoint. */
  chart(slide: Slide, chart: SlideChart, place: Place): void;
}

/** Characters that a line of a text holds, roughly: what does not fit is cut, the report has it whole. */
export function lineCharacters(widthInches: number, points: number): number {
  return Math.floor((widthInches * 72) / (points * 0.5));
}

const HEAD_CELL = { bold: true, color: WHITE, fill: { color: NAVY } } as const;
const CELL_POINTS = 14;
const TEXT_POINTS = 16;
/** Inches that stand empty beside the text of a cell. */
const CELL_PADDING = 0.15;
/** Inches. */
const HEAD_HEIGHT = 0.36;

/** An empty deck with its masters: title, head and marking at the foot, number of the slide. */
export function makeDeck(
  context: DocumentContext,
  words: { title: string; head: string; marking: string; watermark: string | null },
): SlideDeck {
  const rightToLeft = context.localiser.language.direction === 'rtl';
  const file = new PptxGenJS();
  file.layout = 'LAYOUT_WIDE';
  file.title = printableText(words.title);
  file.author = 'Sextant';
  file.company = '';
  file.rtlMode = rightToLeft;
  file.theme = { headFontFace: HEADING_FONT, bodyFontFace: BODY_FONT };
  const { watermark } = words;
  defineMasters(
    file,
    { head: printableText(words.head), marking: printableText(words.marking), watermark },
    rightToLeft,
  );

  const look = { tables: [] as TableLook[], charts: [] as ChartLook[][] };
  const start = (x: number, w: number) => (rightToLeft ? SLIDE.width - x - w : x);
  const base = {
    fontFace: BODY_FONT,
    color: INK,
    rtlMode: rightToLeft,
    align: rightToLeft ? 'right' : 'left',
  } as const;
  /** Without what no file may hold, dates and numbers whole, and with a hyphen where a word is longer than its line. */
  const written = (text: string, width: number, points: number) =>
    hyphenateLongWords(joinKept(printableText(text), NO_BREAK_HYPHEN), lineCharacters(width, points));
  /** The same of a text, or of each of its stretches. */
  const set = <Stretch extends { text?: unknown; options?: { fontSize?: number } }>(
    text: string | Stretch[],
    width: number,
    points: number,
  ) =>
    typeof text === 'string'
      ? written(text, width, points)
      : text.map((part) =>
          typeof part.text === 'string'
            ? { ...part, text: written(part.text, width, part.options?.fontSize ?? points) }
            : part,
        );
  const addTitled = (masterName: string, title: string, notes: readonly string[]) => {
    const slide = file.addSlide({ masterName });
    slide.addText(printableText(title), { placeholder: 'title', rtlMode: rightToLeft });
    slide.addNotes(notes.map(printableText).join('\n'));
    return slide;
  };

  return {
    file,
    context,
    rightToLeft,
    look,
    addSlide: (title, notes) => addTitled(MASTER, title, notes),
    addCover: (title, notes) => addTitled(COVER_MASTER, title, notes),
    write(slide, text, { x, y, w, h }, own = {}) {
      const look = { margin: 0, valign: 'top' as const, fontSize: TEXT_POINTS, ...base, ...own };
      slide.addText(set(text, w, look.fontSize) as string, {
        ...look,
        ...{ x: start(x, w), y, w, h },
      });
    },
    table(slide, { alternative, head, rows, widths, rowHeight, look: own = {} }, { x, y }) {
      const w = widths.reduce((sum, width) => sum + width, 0);
      const objectName = tableName(look.tables.length);
      look.tables.push({ alternative, heads: head === undefined ? 'firstCol' : 'firstRow' });
      const heads = head?.map((text): SlideCell => ({ text, options: HEAD_CELL }));
      const cells = [...(heads === undefined ? [] : [heads]), ...rows].map((row) =>
        row.map(({ text, options = {} }, index) => ({
          text: set(text, (widths[index] ?? 1) - CELL_PADDING, options.fontSize ?? CELL_POINTS),
          options: { ...base, valign: 'top' as const, ...options },
        })),
      );
      slide.addTable(cells as PptxGenJS.TableRow[], {
        ...{ objectName, x: start(x, w), y, w, colW: [...widths] },
        rowH: cells.map((_, index) => (index === 0 && head !== undefined ? HEAD_HEIGHT : rowHeight)),
        ...{ fontSize: CELL_POINTS, fontFace: BODY_FONT, color: INK, margin: [0.04, 0.07, 0.04, 0.07] },
        border: { type: 'solid', pt: 0.5, color: LINE_SOFT },
        ...own,
      });
    },
    chart(slide, { alternative, labels, series, look: own }, { x, y, w, h }) {
      look.charts.push(series.map((one) => one.look));
      const data = series.map(({ name, values }) => ({
        name: printableText(name),
        labels: labels.map(printableText),
        values: [...values],
      }));
      const words = printableText(alternative);
      slide.addChart('bar', data, {
        ...{ x: start(x, w), y, w, h, objectName: words, altText: words },
        ...{ catAxisLabelFontFace: BODY_FONT, catAxisLabelFontSize: CELL_POINTS, catAxisLabelColor: INK },
        ...{ dataLabelFontFace: BODY_FONT, dataLabelFontSize: CELL_POINTS, dataLabelColor: INK, showValue: true },
        ...{ legendFontFace: BODY_FONT, legendFontSize: CELL_POINTS, legendColor: INK },
        ...{
          valAxisHidden: true,
          valAxisLabelFontSize: CELL_POINTS,
          valGridLine: { style: 'none' },
          catGridLine: { style: 'none' },
        },
        valAxisOrientation: own.barDir === 'bar' && rightToLeft ? 'maxMin' : 'minMax',
        ...own,
      } as PptxGenJS.IChartOpts);
    },
  };
}
