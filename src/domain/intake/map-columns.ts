import { foldWords } from '../fold-words.ts';
import type { Framework } from '../framework/framework.ts';
import type { UnreadableCell, WorkbookCell, WorkbookSheet } from './cells.ts';
import { isUnreadable, textOfCell } from './cells.ts';
import { columnOfHead } from './spelled-heads.ts';

/**
 * What a column of anybody's table can stand for. What is kept of a map (`textOfMap`) goes by this order: new ones
 * stand last.
 */
export const MAPPED_COLUMNS = [
  ...(['indicator', 'answer', 'comment', 'institution', 'target'] as const),
  ...(['confidence', 'impact', 'ease'] as const),
] as const;
export type MappedColumn = (typeof MAPPED_COLUMNS)[number];

/** Where the columns stand in a table, from 0; those that it does not have are not in it. */
export type ColumnMap = Readonly<Partial<Record<MappedColumn, number>>>;

/** A table of anybody's, with its head. */
export interface ForeignTable {
  /** Of the head, from 1. */
  readonly line: number;
  readonly titles: readonly string[];
  /** Below the head; of a cell that cannot be read what stands there. */
  readonly rows: readonly (readonly string[])[];
  readonly unreadable: readonly UnreadableInTable[];
}

/** A cell of a table that cannot be read; row and column below the head, from 0. */
interface UnreadableInTable {
  readonly row: number;
  readonly column: number;
  readonly cell: UnreadableCell;
}

/** A cell of an answer sheet that cannot be read where it came from; its line from 1. */
export interface UnreadableInSheet {
  readonly line: number;
  readonly column: MappedColumn;
  readonly cell: UnreadableCell;
}

/** An answer sheet as text; where it was made of another table, which of its cells could not be read there. */
export interface SheetOfAnswers {
  readonly kind: 'sheet';
  readonly text: string;
  readonly unreadable?: readonly UnreadableInSheet[];
}

const ROWS_TO_LOOK_AT = 30;
const FEWEST_COLUMNS = 2;

const shownOf = (cell: WorkbookCell) => (isUnreadable(cell) ? cell.shown : textOfCell(cell));
const countFilled = (row: readonly string[]) => row.filter((cell) => cell !== '').length;

/** The largest table of a file: the head is the first of its upper rows with most cells filled in; null without one. */
export function findForeignTable(sheets: readonly WorkbookSheet[]): ForeignTable | null {
  const tables = sheets.flatMap(({ rows: all }): ForeignTable[] => {
    const rows = all.map((row) => row.map(shownOf));
    const top = rows.slice(0, ROWS_TO_LOOK_AT);
    const most = Math.max(0, ...top.map(countFilled));
    const head = top.findIndex((row) => countFilled(row) === most);
    const titles = rows[head];
    if (titles === undefined || most < FEWEST_COLUMNS || head === rows.length - 1) return [];
    const unreadable = all
      .slice(head + 1)
      .flatMap((cells, row) => cells.flatMap((cell, column) => (isUnreadable(cell) ? [{ row, column, cell }] : [])));
    return [{ line: head + 1, titles, rows: rows.slice(head + 1), unreadable }];
  });
  const [largest = null] = tables.sort((a, b) => b.rows.length - a.rows.length);
  return largest;
}

/**
 * The columns of a table in which something stands, from 0: a cell that strayed far to the right adds no empty ones.
 */
export function filledColumns({ titles, rows }: ForeignTable): readonly number[] {
  const filled = new Set<number>();
  for (const row of [titles, ...rows]) for (const [at, cell] of row.entries()) if (cell !== '') filled.add(at);
  return [...filled].sort((a, b) => a - b);
}

/** What tells tables alike: their titles, whatever their case and accents. */
export const keyOfTitles = ({ titles }: ForeignTable): string => titles.map(foldWords).join('|');

/**
 * The indicator that a cell names: by its code, alone or before its title, or by its title in any language; else null.
 */
function indicatorReader(framework: Framework): (cell: string) => string | null {
  const ids = new Map(framework.indicators.map(({ id }) => [foldWords(id), id]));
  const titles = new Map(
    Object.values(framework.texts).flatMap((texts) =>
      Object.entries(texts?.indicators ?? {}).map(([id, { title }]) => [foldWords(title), id] as const),
    ),
  );
  return (cell) => {
    const [code = ''] = cell.trim().split(/[\s:.,;)]+/);
    return ids.get(foldWords(cell)) ?? titles.get(foldWords(cell)) ?? ids.get(foldWords(code)) ?? null;
  };
}

/** Which columns seem to be meant: that of the indicators by what stands in it, the others by their titles. */
export function guessColumns({ titles, rows }: ForeignTable, framework: Framework): ColumnMap {
  const read = indicatorReader(framework);
  const counts = titles.map((_, at) => rows.filter((row) => read(row[at] ?? '') !== null).length);
  const most = Math.max(0, ...counts);
  const columnOf = columnOfHead('sheet', new Map(MAPPED_COLUMNS.map((column) => [column, column])));
  const named = titles.flatMap((title, at) => {
    const column = MAPPED_COLUMNS.find((one) => one === columnOf(title));
    return column === undefined || column === 'indicator' ? [] : [[column, at] as const];
  });
  const indicator = most === 0 ? {} : { indicator: counts.indexOf(most) };
  return { ...Object.fromEntries([...named].reverse()), ...indicator };
}

/** A map as it is kept, and back; what does not fit the table is left out. */
export const textOfMap = (map: ColumnMap): string => MAPPED_COLUMNS.map((column) => map[column] ?? '').join(';');

export function readMap(kept: string, { titles }: ForeignTable): ColumnMap {
  const places = kept.split(';');
  const found = MAPPED_COLUMNS.flatMap((column, index) => {
    const place = places[index] ?? '';
    return /^\d+$/.test(place) && Number(place) < titles.length ? [[column, Number(place)] as const] : [];
  });
  return Object.fromEntries(found);
}

const quoted = (cell: string) => `"${cell.replaceAll(/(?<!\s)\s*[\r\n]\s*/g, ' ').replaceAll('"', '""')}"`;

/**
 * The table as an answer sheet (docs/file-formats.md section 6), each row on the line where it stood, so that what
 * cannot be read is named by its row. An indicator that nobody knows stays as it is written.
 */
export function answerSheetOf({ line, rows }: ForeignTable, map: ColumnMap, framework: Framework): string {
  const read = indicatorReader(framework);
  const columns = MAPPED_COLUMNS.filter((column) => map[column] !== undefined);
  const cellOf = (row: readonly string[], column: MappedColumn) => {
    const cell = row[map[column] ?? -1] ?? '';
    return quoted(column === 'indicator' ? (read(cell) ?? cell) : cell);
  };
  const lines = rows.map((row) =>
    countFilled(row) === 0 ? '' : columns.map((column) => cellOf(row, column)).join(','),
  );
  return `${'\n'.repeat(line - 1)}${[columns.join(','), ...lines].join('\n')}\n`;
}

/**
 * Which cells of that answer sheet cannot be read. A cell that was merged and hides nothing is empty, unless an answer
 * may be meant for it, too: names of institutions are merged over all their rows, and titles over all columns.
 */
export function unreadableOf(table: ForeignTable, map: ColumnMap): readonly UnreadableInSheet[] {
  const isNamed = (row: number) => (table.rows[row]?.[map.indicator ?? -1] ?? '') !== '';
  return table.unreadable.flatMap(({ row, column: at, cell }) =>
    MAPPED_COLUMNS.filter((column) => {
      const isEmpty = cell.unreadable === 'merged' && cell.shown === '';
      return map[column] === at && (!isEmpty || (column === 'answer' && isNamed(row)));
    }).map((column) => ({ line: table.line + 1 + row, column, cell })),
  );
}
