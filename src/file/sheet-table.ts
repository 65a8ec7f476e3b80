import Papa from 'papaparse';
import type { Problem, Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { MAXIMUM_SHEET_BYTES } from '../domain/limits.ts';
import { withoutByteOrderMark } from './text-bytes.ts';

export const SHEET_COLUMNS = ['indicator', 'institution', 'answer', 'comment', 'target', 'impact', 'ease'] as const;
export type SheetColumn = (typeof SHEET_COLUMNS)[number];
const REQUIRED: readonly SheetColumn[] = ['indicator', 'answer'];
const DELIMITERS = [',', ';', '\t'];
/** Excel reads, and some programs write, the separator in a line of its own. */
const SEPARATOR_LINE = /^sep=(.)[ \t]*(\r\n|\r|\n)/i;

/** As far down as a head is looked for: people put a title above. */
const ROWS_TO_LOOK_AT = 30;

/** The cells of one row by column, trimmed; columns that the sheet lacks are ''. */
export type SheetCells = Readonly<Record<SheetColumn, string>> & { readonly line: number };

function isColumn(name: string): name is SheetColumn {
  return (SHEET_COLUMNS as readonly string[]).includes(name);
}

const normal = (cell: string) => cell.trim().normalize('NFC');

const namesIn = (cells: readonly string[]) => cells.map((name) => normal(name).toLowerCase());
const hasAll = (names: readonly string[]) => REQUIRED.every((column) => names.includes(column));

/** The first rows under one separator, as far as a head may stand: in the first, or below lines that people put above. */
function topOf(text: string, delimiter: string, rows: number): string[][] {
  return Papa.parse<string[]>(text, { delimiter, preview: rows }).data.map(namesIn);
}

/** The row that is the head: the first, unless the columns that every sheet has stand further down. */
const headRow = (top: readonly string[][]) => Math.max(0, top.findIndex(hasAll));

/** The separator under which the header has more of the columns we know. */
function findDelimiter(text: string, rows: number): string {
  const known = DELIMITERS.map((delimiter) => {
    const top = topOf(text, delimiter, rows);
    return (top[headRow(top)] ?? []).filter(isColumn).length;
  });
  return DELIMITERS[known.indexOf(Math.max(...known))] ?? ',';
}

/** A head whose columns stand apart by both separators: then neither gives them all. */
function hasTwoSeparators(header: readonly string[]): boolean {
  const apart = header.flatMap((name) => name.split(/[,;]/).map((part) => part.trim()));
  return apart.length > header.length && REQUIRED.every((column) => apart.includes(column));
}

function checkHeader(header: readonly string[], line: number): Problem[] {
  const missing = REQUIRED.filter((column) => !header.includes(column));
  if (missing.length > 0 && hasTwoSeparators(header)) return [{ ...problem('sheet.twoSeparators', '', []), line }];
  const twice = SHEET_COLUMNS.filter((column) => header.indexOf(column) !== header.lastIndexOf(column));
  const unknown = header.filter((name) => name !== '' && !isColumn(name));
  const columns = SHEET_COLUMNS.join(', ');
  const at = (found: Problem): Problem => ({ ...found, line });
  return [
    ...missing.map((column) => at(problem('sheet.missingColumn', '', [], { column, columns }))),
    ...twice.map((column) => at(problem('sheet.duplicateColumn', '', [], { column }))),
    ...unknown.map((column) => at(problem('sheet.unknownColumn', '', [], { column, columns }, 'advice'))),
  ];
}

/** Papa counts rows; a quoted cell may hold several lines, so lines are counted from the cells. */
function withLines(rows: readonly string[][], first: number): { cells: string[]; line: number }[] {
  let next = first;
  return rows.map((cells) => {
    const line = next;
    next += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g) ?? []).length, 0);
    return { cells, line };
  });
}

/** Whether a text is meant as an answer sheet: its head has one of the columns that every one has. */
export function isAnswerSheet(text: string): boolean {
  const content = withoutByteOrderMark(text).replace(SEPARATOR_LINE, '');
  const top = topOf(content, findDelimiter(content, ROWS_TO_LOOK_AT), ROWS_TO_LOOK_AT);
  return (top[headRow(top)] ?? []).some((name) => REQUIRED.some((column) => column === name));
}

/** The rows of a sheet, and those that have more cells than its head: nobody can tell which cell is which. */
export interface AnswerTable {
  readonly rows: readonly SheetCells[];
  readonly overlong: readonly { readonly line: number; readonly found: number; readonly expected: number }[];
}

/**
 * The rows of a CSV text with `,`, `;` or tabs, with or without byte order mark; empty rows are left out. `isLenient`: lines may
 * stand above the head. Errors: `sheet.empty`, `sheet.tooBig`, `sheet.quotes` (line), `sheet.twoSeparators`,
 * `sheet.missingColumn`, `sheet.duplicateColumn`. Advice: `sheet.unknownColumn`.
 */
export function readSheetTable(text: string, isLenient: boolean): Result<AnswerTable> {
  const whole = withoutByteOrderMark(text);
  const separator = SEPARATOR_LINE.exec(whole);
  const content = separator === null ? whole : whole.slice(separator[0].length);
  if (content.trim() === '') return { ok: false, problems: [problem('sheet.empty', '', [])] };
  if (content.length > MAXIMUM_SHEET_BYTES) {
    return { ok: false, problems: [problem('sheet.tooBig', '', [], { maximum: MAXIMUM_SHEET_BYTES })] };
  }
  const delimiter = findDelimiter(content, isLenient ? ROWS_TO_LOOK_AT : 1);
  const parsed = Papa.parse<string[]>(content, { delimiter });
  const all = withLines(parsed.data, separator === null ? 1 : 2);
  const head = isLenient ? headRow(all.slice(0, ROWS_TO_LOOK_AT).map(({ cells }) => namesIn(cells))) : 0;
  const linesOfQuotes = parsed.errors
    .filter(({ type }) => type === 'Quotes')
    .map(({ row }) => all[row ?? 0]?.line ?? 1);
  const quotes = [...new Set(linesOfQuotes)].map((line) => ({ ...problem('sheet.quotes', '', []), line }));
  const header = namesIn(all[head]?.cells ?? []);
  const filled = all.slice(head + 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const isOverlong = ({ cells }: { cells: string[] }) => cells.slice(header.length).some((cell) => cell.trim() !== '');
  const problems = [...checkHeader(header, isLenient ? (all[head]?.line ?? 1) : 1), ...quotes];
  if (problems.some(({ severity }) => severity === 'error')) return { ok: false, problems };
  const position = Object.fromEntries(SHEET_COLUMNS.map((column) => [column, header.indexOf(column)]));
  const cellsOf = (cells: readonly string[], line: number): SheetCells => {
    const named = SHEET_COLUMNS.map((column) => [column, normal(cells[position[column] ?? -1] ?? '')] as const);
    return { ...(Object.fromEntries(named) as Record<SheetColumn, string>), line };
  };
  const value = {
    rows: filled.filter((row) => !isOverlong(row)).map(({ cells, line }) => cellsOf(cells, line)),
    overlong: filled
      .filter(isOverlong)
      .map(({ cells, line }) => ({ line, found: cells.length, expected: header.length })),
  };
  return { ok: true, value, advice: problems };
}
