import type { TextStyle } from './inline-text.ts';

/** mm to points. */
export const MM = 72 / 25.4;

/** A4 in pt, as it lies upright. */
export const PAPER = { short: 210 * MM, long: 297 * MM } as const;

/** Margins in pt; head and foot stand in them. */
export const MARGIN = { top: 22 * MM, bottom: 20 * MM, side: 18 * MM, head: 11 * MM, foot: 9 * MM } as const;

export const INK = '#111111';
const SOFT_INK = '#333333';
export const LINE = '#777777';
export const FAINT = '#f0f0f0';

function style(size: number, line: number, more: Partial<TextStyle> = {}): TextStyle {
  return { family: 'sans', bold: false, size, line, colour: INK, ...more };
}

/** Sizes and line heights in pt: body at least 10, tables at least 8. */
export const STYLES = {
  title: style(26, 32, { family: 'serif', bold: true }),
  country: style(17, 21, { family: 'serif', bold: true }),
  round: style(15, 19.5),
  cover: style(12, 16),
  coverMark: style(11, 14, { bold: true }),
  fact: style(9, 12.5),
  section: style(18, 23, { family: 'serif', bold: true }),
  heading: style(13, 17, { family: 'serif', bold: true }),
  subheading: style(11, 14.5, { family: 'serif', bold: true }),
  lead: style(11.5, 16.5),
  body: style(10, 13.6),
  note: style(9, 12.5),
  label: style(9, 12.5, { bold: true }),
  table: style(8.5, 11.5),
  tableHead: style(8.5, 11.5, { bold: true }),
  /** Of tables with many columns. */
  wideTable: style(8, 10.2),
  wideTableHead: style(8, 10.2, { bold: true }),
  small: style(8.5, 11.5),
  running: style(8, 10, { colour: SOFT_INK }),
  runningStrong: style(8, 10, { colour: SOFT_INK, bold: true }),
} as const satisfies Record<string, TextStyle>;
