import type { Report } from '../../report/report.ts';

/** What is in the tables only where it is asked for. */
export const PRIVATE_PARTS = ['names', 'comments', 'evidence'] as const;
export type PrivatePart = (typeof PRIVATE_PARTS)[number];

/** `whole` is a number without a fraction; a date is `2026-11-30`. */
export type ColumnType = 'text' | 'whole' | 'number' | 'yes-no' | 'date';
export type CellValue = string | number | boolean | null;

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** The part that must be asked for; null for what is always there. */
  readonly part: PrivatePart | null;
}

/** One assessment as it goes into the tables. */
export interface Collected {
  readonly report: Report;
  /** Of the file it was read from. */
  readonly fileName: string;
  /** By institution: what stands for its name, from 1 (`numberInstitutions`). */
  readonly numbers: ReadonlyMap<string, number>;
}

/** A table of many assessments: its columns, and the rows that one assessment adds to it. */
export interface CollectedTable {
  readonly name: string;
  readonly columns: readonly Column[];
  /** In the order of the columns; what is of a part that was not asked for is null. */
  rowsOf(collected: Collected, asked: ReadonlySet<PrivatePart>): CellValue[][];
}

/** A column and what stands in it for a row. */
export interface ColumnOf<Row> extends Omit<Column, 'name'> {
  of(row: Row): CellValue;
}

const columnOf =
  (type: ColumnType) =>
  <Row>(of: (row: Row) => CellValue, part: PrivatePart | null = null): ColumnOf<Row> => ({ type, of, part });
export const text = columnOf('text');
export const whole = columnOf('whole');
export const number = columnOf('number');
export const yesNo = columnOf('yes-no');
export const date = columnOf('date');

/** Ids hold no space, so that one stands between them. */
export const idList = (ids: readonly string[]) => ids.join(' ');

/** A table by its rows and columns. What was not asked for, a column or a whole table, is not even looked at. */
export function defineTable<Row>(
  name: string,
  rowsOf: (collected: Collected) => readonly Row[],
  columns: Readonly<Record<string, ColumnOf<Row>>>,
  wholePart: PrivatePart | null = null,
): CollectedTable {
  const own = Object.entries(columns).map(([column, { type, part, of }]) => ({ name: column, type, part, of }));
  const isLeftOut = (part: PrivatePart | null, asked: ReadonlySet<PrivatePart>) => part !== null && !asked.has(part);
  return {
    name,
    columns: own.map(({ name: column, type, part }) => ({ name: column, type, part: part ?? wholePart })),
    rowsOf: (collected, asked) =>
      isLeftOut(wholePart, asked)
        ? []
        : rowsOf(collected).map((row) => own.map(({ part, of }) => (isLeftOut(part, asked) ? null : of(row)))),
  };
}
