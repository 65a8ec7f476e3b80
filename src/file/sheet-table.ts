import { ANSWER_WORKBOOK_FORMAT } from '../domain/workbook/answer-workbook.ts';
import type { OpenCells } from '../domain/intake/open-cells.ts';
import { isNumberedLevel } from '../domain/intake/read-level.ts';
import { columnOfHead, headWord, VAGUE_HEADS } from '../domain/intake/spelled-heads.ts';
import type { AskedColumns } from '../domain/intake/table-head.ts';
import { findTableHead, placeColumns } from '../domain/intake/table-head.ts';
import type { Problem, Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { MAXIMUM_SHEET_BYTES } from '../domain/limits.ts';
import type { SheetLines } from './sheet-lines.ts';
import { readSheetLines } from './sheet-lines.ts';
import { withoutByteOrderMark } from './text-bytes.ts';

/** Those that are defined, and written. */
export const SHEET_COLUMNS = ['indicator', 'institution', 'answer', 'comment', 'target', 'impact', 'ease'] as const;
/** With what tables of others say besides: read in the usual spellings only. */
const SPELLED_COLUMNS = [...SHEET_COLUMNS, 'confidence'] as const;
export type SheetColumn = (typeof SPELLED_COLUMNS)[number];
const REQUIRED: readonly SheetColumn[] = ['indicator', 'answer'];
/** What stands between the cells of a table as text. */
export const DELIMITERS = [',', ';', '\t', '|'];
/** Excel reads, and some programs write, the separator in a line of its own. */
const SEPARATOR_LINE = /^"?sep=(.)"?[ \t,;]*(\r\n|\r|\n)/i;

/** As far down as a head is looked for: people put a title above. */
const ROWS_TO_LOOK_AT = 30;

/** The cells of one row by column, trimmed; columns that the sheet lacks are ''. */
export type SheetCells = Readonly<Record<SheetColumn, string>> & { readonly line: number };

/** The cells of a row, column by column. */
export function cellsByColumn(textOf: (column: SheetColumn) => string): Readonly<Record<SheetColumn, string>> {
  return {
    indicator: textOf('indicator'),
    institution: textOf('institution'),
    answer: textOf('answer'),
    comment: textOf('comment'),
    target: textOf('target'),
    impact: textOf('impact'),
    ease: textOf('ease'),
    confidence: textOf('confidence'),
  };
}

type ColumnOf = (title: string) => SheetColumn | undefined;
const normal = (cell: string) => cell.trim().normalize('NFC');

/** The titles that are defined. */
const definedColumn: ColumnOf = (title) => SHEET_COLUMNS.find((column) => column === normal(title).toLowerCase());
const spelled = columnOfHead('sheet', new Map(SPELLED_COLUMNS.map((column) => [column, column])));
/** Also those of any language of the app. */
const spelledColumn: ColumnOf = (title) => SPELLED_COLUMNS.find((column) => column === spelled(title));
const ofWorkbook = columnOfHead('answers', new Map());
const ofRequirements = columnOfHead('requirements', new Map());

/** The row that is the head: the first, unless the columns that every sheet has stand further down. */
function headRow(rows: SheetLines['rows'], columnOf: ColumnOf): number {
  const known = rows.map(({ cells }) => new Set(cells.map(columnOf)));
  return Math.max(
    0,
    known.findIndex((columns) => REQUIRED.every((column) => columns.has(column))),
  );
}

/** The separator under which the head has more of the columns we know, and that head; of two alike the one that the text names. */
function findDelimiter(
  text: string,
  rows: number,
  columnOf: ColumnOf,
  named?: string,
): { delimiter: string; head: readonly string[]; titles: readonly string[] } {
  const all = [...new Set([...(named === undefined ? [] : [named]), ...DELIMITERS])].map((delimiter) => {
    const top = readSheetLines(text, delimiter, 1, rows).rows;
    const head = top[headRow(top, columnOf)]?.cells ?? [];
    return { delimiter, head, titles: head.filter((title) => columnOf(title) !== undefined) };
  });
  const most = Math.max(...all.map(({ titles }) => titles.length));
  return all.find(({ titles }) => titles.length === most) ?? { delimiter: ',', head: [], titles: [] };
}

/** A head whose columns stand apart by both separators: then neither gives them all. */
function hasTwoSeparators(header: readonly string[], columnOf: ColumnOf): boolean {
  const apart = header.flatMap((name) => name.split(/[,;]/));
  return apart.length > header.length && REQUIRED.every((column) => apart.some((name) => columnOf(name) === column));
}

const lastTitle = (titles: readonly string[]) => titles.findLastIndex((title) => title.trim() !== '');

const COLUMNS = SHEET_COLUMNS.join(', ');
const missingColumn = (column: SheetColumn, line: number): Problem => ({
  ...problem('sheet.missingColumn', '', [], { column, columns: COLUMNS }),
  line,
});

/** The head as it is defined, and what is wrong with it. */
function checkHeader(titles: readonly string[]): Problem[] {
  const header = titles.map((name) => normal(name).toLowerCase());
  const twice = SHEET_COLUMNS.filter((column) => header.indexOf(column) !== header.lastIndexOf(column));
  const unknown = header.filter((name) => name !== '' && definedColumn(name) === undefined);
  const at = (found: Problem): Problem => ({ ...found, line: 1 });
  return [
    ...REQUIRED.filter((column) => !header.includes(column)).map((column) => missingColumn(column, 1)),
    ...twice.map((column) => at(problem('sheet.duplicateColumn', '', [], { column }))),
    ...unknown.map((column) => at(problem('sheet.unknownColumn', '', [], { column, columns: COLUMNS }, 'advice'))),
  ];
}

/**
 * Whether a text is meant as an answer sheet: its head has one of the columns that every one has, and is not that of the
 * requirements of a workbook, whose levels are nobody's answers.
 */
export function isAnswerSheet(text: string): boolean {
  const whole = withoutByteOrderMark(text);
  const content = whole.replace(SEPARATOR_LINE, '');
  const { head, titles } = findDelimiter(content, ROWS_TO_LOOK_AT, spelledColumn, SEPARATOR_LINE.exec(whole)?.[1]);
  if (['requirement', 'met'].every((column) => head.some((title) => ofRequirements(title) === column))) return false;
  const required = titles.filter((title) => REQUIRED.some((column) => spelledColumn(title) === column));
  return required.length > 1 || required.some((title) => !VAGUE_HEADS.has(headWord(title)));
}

/** The rows of a sheet, those that have more cells than its head, and those that cannot be read: nobody can tell which cell is which. */
export interface AnswerTable {
  readonly rows: readonly SheetCells[];
  readonly overlong: readonly { readonly line: number; readonly found: number; readonly expected: number }[];
  readonly unread: SheetLines['unread'];
}

/** Where the columns of a sheet stand, in whatever order and language; what a person has to choose stays open. */
function placeSheet(
  { rows }: SheetLines,
  open: OpenCells,
): Result<{ head: number; places: ReadonlyMap<string, number> }> {
  const grid = { name: '', rows: rows.map(({ cells }) => cells) };
  const columns: Omit<AskedColumns, 'asked'> = {
    columnOf: spelledColumn,
    needed: REQUIRED,
    atLeast: 1,
    isOther: (title) => ['indicator', 'draft'].includes(ofWorkbook(title) ?? '') || isNumberedLevel(title),
  };
  const found = findTableHead([grid], { ...columns, asked: new Map() }, open);
  if (found === null)
    return { ok: false, problems: REQUIRED.map((column) => missingColumn(column, rows[0]?.line ?? 1)) };
  const head = found.line - 1;
  const line = rows[head]?.line ?? 1;
  // A column that is not there is asked for only where nothing can be read without it.
  const asked = new Map(
    [...REQUIRED, ...SPELLED_COLUMNS.filter((column) => found.places.has(column))].map((one) => [one, one]),
  );
  // Beyond the last title stands what a separator in a cell cut off, where no column is missing.
  const isWhole = REQUIRED.every((column) => found.places.has(column));
  const width = isWhole ? lastTitle(rows[head]?.cells ?? []) + 1 : Infinity;
  const below = found.rows.map((row) => row.slice(0, width));
  const { places, left } = placeColumns(
    { ...found, rows: below, line, lineOf: (index) => rows[found.line + index]?.line ?? line },
    { ...columns, asked },
    open,
  );
  const missing = REQUIRED.filter((column) => !places.has(column) && !left.has(column));
  if (missing.length > 0) return { ok: false, problems: missing.map((column) => missingColumn(column, line)) };
  // Of whose rows nobody can tell what they are about none is read.
  return { ok: true, value: { head: left.has('indicator') ? rows.length : head, places }, advice: [] };
}

/** The same of a sheet as it is defined: the head stands first. */
function placeDefined({ rows, unread }: SheetLines): Result<{ head: number; places: ReadonlyMap<string, number> }> {
  const titles = rows[0]?.cells ?? [];
  const quotes = unread.map(({ line }) => ({ ...problem('sheet.quotes', '', []), line }));
  const problems = [...checkHeader(titles), ...quotes];
  if (problems.some(({ severity }) => severity === 'error')) return { ok: false, problems };
  const places = new Map(titles.map((title, at) => [definedColumn(title) ?? '', at]));
  return { ok: true, value: { head: 0, places }, advice: problems };
}

/** Whose sheet a line above the head says that it is, where a sheet of a workbook was saved as text. */
function institutionAbove({ rows }: SheetLines, head: number): string {
  const code = rows
    .slice(0, head)
    .flatMap(({ cells }) => cells.find((cell) => cell.startsWith(`${ANSWER_WORKBOOK_FORMAT} | `)) ?? []);
  return code[0]?.split(' | ')[5] ?? '';
}

/**
 * The rows of a CSV text with `,`, `;`, `|`, tabs or what its first line names (`sep=`), with or without byte order mark; empty rows are left out. With `open` lines may
 * stand above the head, its titles count in every language of the app, and what cannot be read is left out of the rest.
 * Errors: `sheet.empty`, `sheet.tooBig`, `sheet.quotes` (line), `sheet.twoSeparators`, `sheet.missingColumn`,
 * `sheet.duplicateColumn`. Left open: those of `placeColumns`. Advice: `sheet.unknownColumn`.
 */
export function readSheetTable(text: string, open: OpenCells | null): Result<AnswerTable> {
  const whole = withoutByteOrderMark(text);
  const separator = SEPARATOR_LINE.exec(whole);
  const content = separator === null ? whole : whole.slice(separator[0].length);
  if (content.trim() === '') return { ok: false, problems: [problem('sheet.empty', '', [])] };
  if (content.length > MAXIMUM_SHEET_BYTES) {
    return { ok: false, problems: [problem('sheet.tooBig', '', [], { maximum: MAXIMUM_SHEET_BYTES })] };
  }
  const columnOf = open === null ? definedColumn : spelledColumn;
  const { delimiter } = findDelimiter(content, open === null ? 1 : ROWS_TO_LOOK_AT, columnOf, separator?.[1]);
  const lines = readSheetLines(content, delimiter, separator === null ? 1 : 2);
  const titles = lines.rows[headRow(lines.rows.slice(0, open === null ? 1 : ROWS_TO_LOOK_AT), columnOf)];
  if (titles !== undefined && !REQUIRED.every((column) => titles.cells.some((title) => columnOf(title) === column))) {
    const { cells, line } = titles;
    if (hasTwoSeparators(cells, columnOf))
      return { ok: false, problems: [{ ...problem('sheet.twoSeparators', '', []), line }] };
  }
  const placed = open === null ? placeDefined(lines) : placeSheet(lines, open);
  if (!placed.ok) return placed;
  const { head, places } = placed.value;
  const width = Math.max(lastTitle(lines.rows[head]?.cells ?? []), ...places.values()) + 1;
  const filled = lines.rows.slice(head + 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const isOverlong = ({ cells }: { cells: readonly string[] }) => cells.slice(width).some((cell) => cell.trim() !== '');
  const above = open === null ? '' : institutionAbove(lines, head);
  // So some programs keep what a spreadsheet would take for a number or a date.
  const plain = open === null ? normal : (cell: string) => normal(cell).replace(/^="([^]*)"$/, '$1');
  const value = {
    rows: filled
      .filter((row) => !isOverlong(row))
      .map(({ cells, line }): SheetCells => {
        const read = cellsByColumn((column) => plain(cells[places.get(column) ?? -1] ?? ''));
        return { ...read, institution: read.institution === '' ? above : read.institution, line };
      }),
    overlong: filled.filter(isOverlong).map(({ cells, line }) => ({ line, found: cells.length, expected: width })),
    unread: lines.unread,
  };
  return { ok: true, value, advice: placed.advice };
}
