import { cutIntoCells } from '../../domain/workbook/cell-text.ts';
/** What stands in a cell. A formula carries the value it has now: unopened files and protected view show that. */
export type SheetCell =
  | string
  | number
  | null
  | { readonly date: string | null }
  | { readonly formula: string; readonly cached: string | number };

export interface SheetColumn {
  readonly title: string;
  /** Characters. */
  readonly width: number;
  /** Of numbers, as spreadsheets write formats. */
  readonly format?: string;
}

/** One sheet: a head row that stays in sight, then rows of cells in the order of the columns. */
export interface SheetTable {
  /** At most 31 characters, without []:*?/\ */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Columns that stay in sight when scrolling sideways. */
  readonly sticky: number;
  /** So many of the first columns go on paper; all without it. */
  readonly printed?: number;
}

/** Row of the sheet, from 1, on which the n-th row of a table stands, from 0: the head is the first. */
export function sheetRow(index: number): number {
  return index + 2;
}

/** Rows in which no text is longer than a cell holds: what is left stands below in the same column. */
export function splitLongTexts(rows: readonly (readonly SheetCell[])[]): SheetCell[][] {
  return rows.flatMap((row) => {
    const parts = row.map((cell) => (typeof cell === 'string' ? cutIntoCells(cell) : [cell]));
    const lines = Math.max(1, ...parts.map(({ length }) => length));
    return Array.from({ length: lines }, (_, line) =>
      parts.map((cells): SheetCell => {
        const part = cells[line] ?? null;
        return part === '' ? null : part;
      }),
    );
  });
}
