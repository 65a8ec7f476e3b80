import { countLines } from '../document/clamp-text.ts';
import type { SlideCell } from './slide-deck.ts';
import { lineCharacters } from './slide-deck.ts';
import { SMALLEST_POINTS } from './slide-masters.ts';

const POINTS_PER_INCH = 72;
/** What a line takes of the size of its letters. */
const LINE = 1.2;
/** Inches that the padding of a cell takes of its width and height. */
const CELL = { width: 0.15, height: 0.08 } as const;

/** Inches that paragraphs take in a column of so many, with `after` points below each. */
export function textHeight(texts: readonly string[], widthInches: number, points: number, after: number): number {
  const characters = lineCharacters(widthInches, points);
  const height = texts.reduce((sum, text) => sum + countLines(text, characters) * points * LINE + after, 0);
  return height / POINTS_PER_INCH;
}

const paragraphsOf = ({ text }: SlideCell): string[] =>
  typeof text === 'string' ? [text] : text.map((part) => (typeof part.text === 'string' ? part.text : ''));

/** The first rows of a table that fit a height in inches; a row takes at least `rowHeight`. */
export function rowsThatFit(
  rows: readonly SlideCell[][],
  { widths, rowHeight, height }: { widths: readonly number[]; rowHeight: number; height: number },
): SlideCell[][] {
  let left = height;
  const end = rows.findIndex((row) => {
    const heights = row.map(
      (cell, index) =>
        textHeight(paragraphsOf(cell), (widths[index] ?? 1) - CELL.width, SMALLEST_POINTS, 0) + CELL.height,
    );
    left -= Math.max(rowHeight, ...heights);
    return left < 0;
  });
  return rows.slice(0, end === -1 ? rows.length : end);
}
