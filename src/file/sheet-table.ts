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

/** The cells of one row by column, trimmed; columns that the sheet lacks are ''. */
export type SheetCells = Readonly<Record<SheetColumn, string>> & { readonly line: number };

function isColumn(name: string): name is SheetColumn {
  return (SHEET_COLUMNS as readonly string[]).includes(name);
}

const normal = (cell: string) => cell.trim().normalize('NFC');

function headerOf(text: string, delimiter: string): string[] {
  return (Papa.parse<string[]>(text, { delimiter, preview: 1 }).data[0] ?? []).map((name) =>
    normal(name).toLowerCase(),
  );
}

/** The separator under which the header has more of the columns we know. */
function findDelimiter(text: string): string {
  const known = DELIMITERS.map((delimiter) => headerOf(text, delimiter).filter(isColumn).length);
  return DELIMITERS[known.indexOf(Math.max(...known))] ?? ',';
}

/** A head whose columns stand apart by both separators: then neither gives them all. */
function hasTwoSeparators(header: readonly string[]): boolean {
  const apart = header.flatMap((name) => name.split(/[,;]/).map((part) => part.trim()));
  return apart.length > header.length && REQUIRED.every((column) => apart.includes(column));
}

function checkHeader(header: readonly string[]): Problem[] {
  const missing = REQUIRED.filter((column) => !header.includes(column));
  if (missing.length > 0 && hasTwoSeparators(header)) return [{ ...problem('sheet.twoSeparators', '', []), line: 1 }];
  const twice = SHEET_COLUMNS.filter((column) => header.indexOf(column) !== header.lastIndexOf(column));
  const unknown = header.filter((name) => name !== '' && !isColumn(name));
  const columns = SHEET_COLUMNS.join(', ');
  const at = (found: Problem): Problem => ({ ...found, line: 1 });
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
  return headerOf(content, findDelimiter(content)).some((name) => REQUIRED.some((column) => column === name));
}

/**
 * The rows of a CSV text with `,`, `;` or tabs, with or without byte order mark; empty rows are left out. Errors:
 * `sheet.empty`, `sheet.tooBig`, `sheet.quotes` (line), `sheet.twoSeparators`, `sheet.missingColumn`, `sheet.duplicateColumn`,
 * `sheet.tooManyCells` (a separator in a cell without quotation marks). Advice: `sheet.unknownColumn`.
 */
export function readSheetTable(text: string): Result<readonly SheetCells[]> {
  const whole = withoutByteOrderMark(text);
  const separator = SEPARATOR_LINE.exec(whole);
  const content = separator === null ? whole : whole.slice(separator[0].length);
  if (content.trim() === '') return { ok: false, problems: [problem('sheet.empty', '', [])] };
  if (content.length > MAXIMUM_SHEET_BYTES) {
    return { ok: false, problems: [problem('sheet.tooBig', '', [], { maximum: MAXIMUM_SHEET_BYTES })] };
  }
  const parsed = Papa.parse<string[]>(content, { delimiter: findDelimiter(content) });
  const rows = withLines(parsed.data, separator === null ? 1 : 2);
  const quotes = parsed.errors
    .filter(({ type }) => type === 'Quotes')
    .map(({ row }) => ({ ...problem('sheet.quotes', '', []), line: rows[row ?? 0]?.line ?? 1 }));
  const header = (rows[0]?.cells ?? []).map((name) => normal(name).toLowerCase());
  const filled = rows.slice(1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const tooMany = filled
    .filter(({ cells }) => cells.slice(header.length).some((cell) => cell.trim() !== ''))
    .map(({ cells, line }) => ({
      ...problem('sheet.tooManyCells', '', [], { found: cells.length, expected: header.length }),
      line,
    }));
  const problems = [...checkHeader(header), ...quotes, ...tooMany];
  if (problems.some(({ severity }) => severity === 'error')) return { ok: false, problems };
  const position = Object.fromEntries(SHEET_COLUMNS.map((column) => [column, header.indexOf(column)]));
  const cellsOf = (cells: readonly string[], line: number): SheetCells => {
    const named = SHEET_COLUMNS.map((column) => [column, normal(cells[position[column] ?? -1] ?? '')] as const);
    return { ...(Object.fromEntries(named) as Record<SheetColumn, string>), line };
  };
  return { ok: true, value: filled.map(({ cells, line }) => cellsOf(cells, line)), advice: problems };
}
