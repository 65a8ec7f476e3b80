import type { Align, PageCanvas } from './page-canvas.ts';
import type { Box } from './page-flow.ts';
import type { StructureNode } from './structure.ts';
import type { TextLine } from './text-lines.ts';

/** A line in a column, with the space above it in pt. */
export interface ColumnLine {
  readonly line: TextLine;
  readonly node: StructureNode | null;
  readonly before: number;
  /** Names what follows: the next two lines stay with it. */
  readonly leads?: true;
}

/** Lines one below the other, at their place from the start edge in pt. */
export interface Column {
  readonly start: number;
  readonly width: number;
  readonly align?: Align;
  readonly lines: readonly ColumnLine[];
}

/** The lines of a paragraph as lines of a column. */
export function columnLines(lines: readonly TextLine[], node: StructureNode | null, before = 0): ColumnLine[] {
  return lines.map((line, index) => ({ line, node, before: index === 0 ? before : 0 }));
}

export function columnHeight({ lines }: Pick<Column, 'lines'>): number {
  return lines.reduce((height, { line, before }) => height + before + line.style.line, 0);
}

export function drawColumn(canvas: PageCanvas, column: Column, top: number): void {
  let y = top;
  for (const { line, node, before } of column.lines) {
    y += before;
    canvas.text(node, line, column.start, column.width, y, column.align);
    y += line.style.line;
  }
}

/** Columns side by side in one box that is not divided. */
export function wholeBox(columns: readonly Column[]): Box {
  return {
    height: Math.max(0, ...columns.map(columnHeight)),
    draw: (canvas, top) => {
      for (const column of columns) drawColumn(canvas, column, top);
    },
  };
}

/**
 * Columns side by side in boxes of one line each, where a page may end between them; the first two and the last two
 * lines stay together.
 */
export function bandBoxes(columns: readonly Column[]): Box[] {
  const count = Math.max(0, ...columns.map(({ lines }) => lines.length));
  return Array.from({ length: count }, (_, index): Box => {
    const slices = columns.map((column) => ({ ...column, lines: column.lines.slice(index, index + 1) }));
    const isShort = count <= 3;
    const keep = index < count - 1 && (isShort || index === 0 || index === count - 2);
    const isLed = columns.some(({ lines }) => [index, index - 1].some((place) => lines[place]?.leads === true));
    return { ...wholeBox(slices), keep: keep || (isLed && index < count - 1) };
  });
}

/** The same boxes with space above the first, and the last kept with what follows where `keep`. */
export function spaced(boxes: readonly Box[], before: number, keep = false): Box[] {
  return boxes.map((box, index) => ({
    ...box,
    ...(index === 0 ? { before: before + (box.before ?? 0) } : {}),
    ...(index === boxes.length - 1 && keep ? { keep: true } : {}),
  }));
}
