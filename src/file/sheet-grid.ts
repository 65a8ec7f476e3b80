import { MAXIMUM_GRID_CELLS } from '../domain/limits.ts';
import type { UnreadableCell, WorkbookCell, WorkbookSheet } from '../domain/intake/cells.ts';
import { isUnreadable } from '../domain/intake/cells.ts';
import type { Problem } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';

/** More columns than any of our sheets has: a cell beyond is the one that strayed. */
const MANY_COLUMNS = 256;
const FIRST_LETTER = 64;
const LETTERS = 26;
const EMPTY_ROW: WorkbookSheet['rows'][number] = [];

/** The letters of a column, from 1: `A`, `Z`, `AA`. */
function lettersOf(column: number): string {
  const before = Math.floor((column - 1) / LETTERS);
  const last = String.fromCharCode(FIRST_LETTER + column - before * LETTERS);
  return before === 0 ? last : `${lettersOf(before)}${last}`;
}

/** Rows and columns from 1, both ends included. */
export interface CellRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

const ADDRESS = /^\$?([A-Z]{1,4})\$?(\d{1,9})$/;

/** The number of a column, from 1: `A`, `Z`, `AA`. */
function columnOf(letters: string): number {
  return [...letters].reduce((number, letter) => number * LETTERS + letter.charCodeAt(0) - FIRST_LETTER, 0);
}

/** The place that an address names, from 1: `C4`, `$C$4`; null for any other text. */
export function placeOf(address: string | undefined): { readonly row: number; readonly column: number } | null {
  const [, letters, digits] = ADDRESS.exec(address ?? '') ?? [];
  return letters === undefined ? null : { row: Number(digits), column: columnOf(letters) };
}

/** The range that a reference names: `C4:D9`, or `C4` alone; null for any other text. */
export function rangeOf(reference: string): CellRange | null {
  const [from, to = from] = reference.split(':').map(placeOf);
  if (from === null || from === undefined || to === null || to === undefined) return null;
  return { firstRow: from.row, firstColumn: from.column, lastRow: to.row, lastColumn: to.column };
}

/** Who has more rules looks at the sheet itself. */
const MOST_RULES = 20;

/** How many cells the sheets of a workbook have taken together. */
export interface GridBudget {
  cells: number;
}

/**
 * Puts the filled cells of a sheet at their places, whoever reads them from whatever format. What stands empty at the
 * far end, or cannot be read there, makes no sheet longer or wider.
 */
export class SheetGrid {
  readonly #rows = new Map<number, Map<number, WorkbookCell>>();
  readonly #unreadable: { row: number; column: number; cell: UnreadableCell }[] = [];
  readonly #merged: CellRange[] = [];
  readonly #rules = new Map<string, CellRange>();
  #lastRow = 0;
  #lastColumn = 0;
  #lowest = '';
  #outermost = '';

  add(row: number, column: number, cell: WorkbookCell): void {
    // What is crossed out stands there all the same.
    if (isUnreadable(cell) && cell.unreadable !== 'struck') {
      this.#unreadable.push({ row, column, cell });
      return;
    }
    if (cell === null || (typeof cell === 'string' && cell.trim() === '')) return;
    const place = this.#rows.get(row) ?? new Map<number, WorkbookCell>();
    this.#rows.set(row, place);
    place.set(column, cell);
    if (row >= this.#lastRow) [this.#lastRow, this.#lowest] = [row, `${lettersOf(column)}${row}`];
    if (column >= this.#lastColumn) [this.#lastColumn, this.#outermost] = [column, `${lettersOf(column)}${row}`];
  }

  /** The cells of a range stand for its first one: what the others hold is not seen. */
  merge(range: CellRange): void {
    this.#merged.push(range);
  }

  /** A rule crosses out cells of these ranges, a space between them, under a condition that nobody works out here. */
  ruleOut(references: string): void {
    for (const reference of references.split(' ')) {
      const range = rangeOf(reference);
      if (range !== null && this.#rules.size < MOST_RULES) this.#rules.set(reference.replaceAll('$', ''), range);
    }
  }

  /** Those ranges in which something stands. */
  struckByRule(): readonly string[] {
    const isFilled = ({ firstRow, lastRow, firstColumn, lastColumn }: CellRange) =>
      [...this.#rows].some(
        ([row, cells]) =>
          row >= firstRow && row <= lastRow && [...cells.keys()].some((at) => at >= firstColumn && at <= lastColumn),
      );
    return [...this.#rules].filter(([, range]) => isFilled(range)).map(([reference]) => reference);
  }

  /**
   * The cell that reaches too far, where all sheets so far would unfold to more than is held: every row up to the last
   * has a place, and in the filled ones every column up to the last. Code `workbook.farCell` (the sheet as file; cell,
   * maximum).
   */
  checkSize(name: string, budget: GridBudget): Problem | null {
    budget.cells += this.#lastRow + this.#rows.size * this.#lastColumn;
    if (budget.cells <= MAXIMUM_GRID_CELLS) return null;
    const cell = this.#lastColumn > MANY_COLUMNS ? this.#outermost : this.#lowest;
    return problem('workbook.farCell', name, [], { cell, maximum: MAXIMUM_GRID_CELLS });
  }

  #hideMerged(rows: readonly (WorkbookCell[] | undefined)[]): void {
    let left = MAXIMUM_GRID_CELLS;
    for (const { firstRow, lastRow, firstColumn, lastColumn } of this.#merged) {
      for (let row = firstRow; row <= Math.min(lastRow, this.#lastRow) && left > 0; row += 1) {
        const cells = rows[row - 1];
        left -= 1;
        if (cells === undefined) continue;
        for (let column = firstColumn; column <= Math.min(lastColumn, this.#lastColumn) && left > 0; column += 1) {
          left -= 1;
          if (row === firstRow && column === firstColumn) continue;
          const hidden = cells[column - 1] ?? null;
          const shown = typeof hidden === 'object' ? '' : String(hidden);
          cells[column - 1] = { unreadable: 'merged', shown };
        }
      }
    }
  }

  /** Row by row, up to the last filled one; an empty row is one and the same. */
  rows(): WorkbookSheet['rows'] {
    const rows: (WorkbookCell[] | undefined)[] = Array.from({ length: this.#lastRow }, () => undefined);
    for (const [row, cells] of this.#rows) {
      rows[row - 1] = Array.from({ length: this.#lastColumn }, (_, index) => cells.get(index + 1) ?? null);
    }
    for (const { row, column, cell } of this.#unreadable) {
      const cells = rows[row - 1];
      if (cells !== undefined && column <= this.#lastColumn) cells[column - 1] = cell;
    }
    this.#hideMerged(rows);
    return rows.map((row) => row ?? EMPTY_ROW);
  }
}
