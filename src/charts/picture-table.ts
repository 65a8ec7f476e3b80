/** What a cell holds for a program: a number stays a number, and what cannot be said is null, never 0. */
export type CellValue = string | number | null;

/** One cell of a table beside a picture: how it reads, and its value for each data column below its head. */
export interface PictureCell {
  readonly text: string;
  readonly values: readonly CellValue[];
  /** Where it leads on screen. */
  readonly href?: string;
}

export interface PictureColumn {
  readonly title: string;
  /** Heads of its data columns, where they are not the title itself: a range has two. */
  readonly data?: readonly string[];
  readonly isNumber?: boolean;
}

/** The numbers of a picture as a table: shown one key away from it, and written as data from the same cells. */
export interface PictureTable {
  readonly columns: readonly PictureColumn[];
  readonly rows: readonly (readonly PictureCell[])[];
  /** The column, from 0, whose cell names the row. */
  readonly headerColumn: number;
}

/** A cell that reads as what it holds. */
export function textCell(text: string, href?: string): PictureCell {
  return { text, values: [text], ...(href === undefined ? {} : { href }) };
}

/** A cell of one number; `none` is what stands where there is none. */
export function numberCell(value: number | null, write: (value: number) => string, none: string): PictureCell {
  return { text: value === null ? none : write(value), values: [value] };
}

/** The same table as rows for a program: heads first. */
export function dataRows({ columns, rows }: PictureTable): CellValue[][] {
  return [
    columns.flatMap(({ title, data }) => data ?? [title]),
    ...rows.map((row) => row.flatMap(({ values }) => values)),
  ];
}
