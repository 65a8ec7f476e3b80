import { groupsOf } from '../groups-of.ts';
import { columnLetters, isUnreadable, textOfCell } from './cells.ts';
import type { WorkbookCell, WorkbookSheet } from './cells.ts';
import type { OpenCells } from './open-cells.ts';

/** Rows above the table: the code, what the sheet is for, the head. People may put some in between. */
const ROWS_TO_LOOK_AT = 30;

/** The head row of a table, and where its columns stand: more than one place where a title stands twice. */
export interface TableHead {
  readonly sheet: string;
  /** Of the head, from 1. */
  readonly line: number;
  readonly titles: readonly WorkbookCell[];
  /** Rows below the head. */
  readonly rows: readonly (readonly WorkbookCell[])[];
  /** The line of a row below the head, from 0, where not every row is one line. */
  readonly lineOf?: (index: number) => number;
  readonly places: ReadonlyMap<string, readonly number[]>;
}

export interface AskedColumns {
  readonly columnOf: (title: string) => string | undefined;
  /** Columns that are filled in, with the title that they should have. */
  readonly asked: ReadonlyMap<string, string>;
  /** Columns by which a table is known for sure. */
  readonly needed: readonly string[];
  /** How many columns it takes where one of those is missing. */
  readonly atLeast: number;
  /** Titles that the sheet has beside. */
  readonly isOther: (title: string) => boolean;
}

const isFilled = (cell: WorkbookCell | undefined) =>
  isUnreadable(cell) ? cell.unreadable !== 'merged' || cell.shown !== '' : textOfCell(cell) !== '';

function headsIn({ name, rows }: WorkbookSheet, { columnOf }: AskedColumns): TableHead[] {
  return rows.slice(0, ROWS_TO_LOOK_AT).map((titles, index) => {
    const named = titles.flatMap((cell, at) => {
      const column = columnOf(textOfCell(cell));
      return column === undefined ? [] : [{ column, at }];
    });
    const places = new Map(
      [...groupsOf(named, ({ column }) => column)].map(([column, group]) => [column, group.map(({ at }) => at)]),
    );
    return { sheet: name, line: index + 1, titles, rows: rows.slice(index + 1), places };
  });
}

/** Whether a sheet has a row with as many columns of a table as tell it. */
export function isHeadOfTable(sheet: WorkbookSheet, columns: AskedColumns): boolean {
  const least = Math.min(columns.atLeast, columns.needed.length);
  return headsIn(sheet, columns).some(({ places }) => places.size >= least);
}

/** What the rows of a table say in the columns that are filled in; a code or a mark alone says nothing. */
function sayingsOf({ rows, places }: TableHead, { asked }: AskedColumns): ReadonlySet<string> {
  const textAt = (row: readonly WorkbookCell[], column: string) => {
    const cell = row[places.get(column)?.[0] ?? -1];
    return isUnreadable(cell) ? cell.shown : textOfCell(cell);
  };
  const columns = [...asked.keys()].filter((column) => column !== 'id');
  const filled = rows.filter((row) => columns.some((column) => column !== 'code' && textAt(row, column) !== ''));
  return new Set(filled.map((row) => JSON.stringify(columns.map((column) => textAt(row, column)))));
}

/**
 * The head of a table, wherever it stands and in whatever order: of the first sheet with the columns that are needed,
 * else the one with most columns; null without one. Another sheet that says something else is named:
 * `intake.sheetTwice`.
 */
export function findTableHead(
  sheets: readonly WorkbookSheet[],
  columns: AskedColumns,
  open: OpenCells,
): TableHead | null {
  const all = sheets.map((sheet) => headsIn(sheet, columns));
  const isWhole = ({ places }: TableHead) => columns.needed.every((column) => places.has(column));
  const [first, ...others] = all.flatMap((heads) => heads.find(isWhole) ?? []);
  if (first === undefined) {
    const [most] = all.flat().sort((a, b) => b.places.size - a.places.size);
    return most !== undefined && most.places.size >= columns.atLeast ? most : null;
  }
  const known = sayingsOf(first, columns);
  for (const other of others) {
    if ([...sayingsOf(other, columns)].every((said) => known.has(said))) continue;
    open.leave({ ...other, column: 'sheet' }, 'intake.sheetTwice', { read: first.sheet });
  }
  return first;
}

export interface PlacedColumns {
  readonly places: ReadonlyMap<string, number>;
  /** Columns that stay open. */
  readonly left: ReadonlySet<string>;
  /** Whether a column, from 0, is none of the table. */
  readonly isStray: (at: number) => boolean;
  /** Titles of the columns that the table has beside, by their place. */
  readonly others: ReadonlyMap<number, string>;
}

/** What stands in columns that are none of the table is left out, and said, once a column. */
function adviseStrays(
  strays: readonly number[],
  { sheet, line, rows, lineOf = (index) => line + index + 1 }: TableHead,
  nameOf: (at: number) => string,
  open: OpenCells,
): void {
  for (const at of strays) {
    const filled = rows.flatMap((row, index) => (isFilled(row[at]) ? [{ cell: row[at], line: lineOf(index) }] : []));
    const [first] = filled;
    if (first === undefined) continue;
    const shown = isUnreadable(first.cell) ? first.cell.shown : textOfCell(first.cell);
    open.advise({ sheet, line: first.line }, 'intake.columnLeftOut', {
      column: nameOf(at),
      count: filled.length,
      shown,
    });
  }
}

/**
 * Where the columns of a table stand. One that is not there while something stands below a title that nobody knows, or
 * that stands twice, is left open, at the head: `intake.columnUnknown`, `intake.columnTwice` (column, found). A person
 * can choose. Advice: `intake.columnLeftOut` (column, count, shown).
 */
export function placeColumns(
  head: TableHead,
  { columnOf, asked, isOther }: AskedColumns,
  open: OpenCells,
): PlacedColumns {
  const { sheet, line, titles, rows, places } = head;
  const filledColumns = new Set<number>();
  for (const row of rows) {
    row.forEach((cell, at) => {
      if (!filledColumns.has(at) && isFilled(cell)) filledColumns.add(at);
    });
  }
  const hasContent = (at: number) => filledColumns.has(at);
  const titleAt = (at: number) => textOfCell(titles[at]);
  const strays = [...filledColumns]
    .sort((a, b) => a - b)
    .filter((at) => columnOf(titleAt(at)) === undefined && !isOther(titleAt(at)));
  const nameOf = (at: number) => `${columnLetters(at)} ${titleAt(at)}`.trim();
  const found = new Map<string, number>();
  const left = new Set<string>();
  for (const [column, all] of places) {
    const filled = all.filter(hasContent);
    const [at] = filled.length === 0 ? all : filled;
    if (at !== undefined && (filled.length < 2 || !asked.has(column))) found.set(column, at);
  }
  for (const [column, title] of asked) {
    if (found.has(column)) continue;
    const twice = places.get(column);
    const candidates = twice ?? strays;
    const place = { sheet, line, column };
    const chosen = candidates.find((at) => nameOf(at) === open.cell(place, null));
    if (chosen !== undefined) found.set(column, chosen);
    else if (candidates.length > 0) {
      const options = candidates.map(nameOf);
      const code = twice === undefined ? 'intake.columnUnknown' : 'intake.columnTwice';
      open.leave(place, code, { column: title, found: options.join(' / ') }, { options });
      left.add(column);
    }
  }
  const used = new Set(found.values());
  // As long as a column is missing, what could be it is named where it is asked for.
  if (left.size === 0)
    adviseStrays(
      strays.filter((at) => !used.has(at)),
      head,
      nameOf,
      open,
    );
  const isStray = (at: number) => strays.includes(at) && !used.has(at);
  const others = new Map(
    titles.flatMap((title, at) => (isOther(textOfCell(title)) ? [[at, textOfCell(title)] as const] : [])),
  );
  return { places: found, left, isStray, others };
}
