import type { IBorderOptions, ITableCellOptions, ITableOptions, Paragraph } from 'docx';
import { BorderStyle, ShadingType, Table, TableCell, TableLayoutType, WidthType } from 'docx';
import { LINE, LINE_SOFT } from '../document/tone-colours.ts';
import type { WordSetting } from './word-setting.ts';
import { twips } from './word-setting.ts';

const NO_LINE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
export const THIN: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: LINE };
export const SOFT: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: LINE_SOFT };
export const DASHED: IBorderOptions = { style: BorderStyle.DASHED, size: 4, color: LINE };

const allSides = (line: IBorderOptions) => ({ top: line, bottom: line, left: line, right: line });

/** No lines around a cell. */
export const BARE = allSides(NO_LINE);
export const BOXED = allSides(THIN);

/** A table of fixed column widths in twips, in the direction of the document. */
export function fixedTable(
  { rightToLeft }: WordSetting,
  widths: readonly number[],
  rows: ITableOptions['rows'],
  lines: 'none' | 'rows' | 'all' = 'rows',
): Table {
  const inner = lines === 'all' ? THIN : lines === 'rows' ? SOFT : NO_LINE;
  const outer = lines === 'none' ? NO_LINE : THIN;
  const side = lines === 'all' ? THIN : NO_LINE;
  return new Table({
    rows,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    visuallyRightToLeft: rightToLeft,
    margins: { top: twips(0.6), bottom: twips(0.6), left: twips(1.4), right: twips(1.4) },
    borders: {
      top: outer,
      bottom: outer,
      left: side,
      right: side,
      insideHorizontal: inner,
      insideVertical: side,
    },
  });
}

type CellLook = Omit<ITableCellOptions, 'children' | 'width' | 'shading'> & { readonly fill?: string };

/** A cell of a width in twips. Word wants a paragraph in every cell. */
export function cell(width: number, children: readonly (Paragraph | Table)[], look: CellLook = {}): TableCell {
  const { fill, ...rest } = look;
  return new TableCell({
    ...rest,
    width: { size: width, type: WidthType.DXA },
    ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
    children: [...children],
  });
}

/** Widths in twips for shares of a width; together they are the width. */
export function widthsOf(total: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((all, share) => all + share, 0);
  let before = 0;
  return shares.map((share) => {
    const start = Math.round((before / sum) * total);
    before += share;
    return Math.round((before / sum) * total) - start;
  });
}

/** Twips of a letter of a table's text, bold, and of the margins of its cell. */
const LETTER = 92;
const CELL_MARGINS = 170;
/** Longer words are rare, and addresses are none: they may be broken. */
const LONGEST_WORD = 15;

/** Widths in which the longest word of each column stands on one line; the room is taken from the wider columns. */
export function widthsForWords(widths: readonly number[], letters: readonly number[]): number[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const needed = letters.map((count) => Math.min(count, LONGEST_WORD) * LETTER + CELL_MARGINS);
  const lacking = widths.reduce((sum, width, index) => sum + Math.max(0, (needed[index] ?? 0) - width), 0);
  const spare = widths.reduce((sum, width, index) => sum + Math.max(0, width - (needed[index] ?? 0)), 0);
  if (lacking === 0 || spare === 0) return [...widths];
  const taken = Math.min(1, lacking / spare);
  const given = Math.min(1, spare / lacking);
  const fitted = widths.map((width, index) => {
    const difference = width - (needed[index] ?? 0);
    return difference >= 0 ? width - difference * taken : width - difference * given;
  });
  return widthsOf(total, fitted);
}
