import type { WorkbookSheet } from '../domain/intake/cells.ts';
import { MAXIMUM_SHEET_BYTES } from '../domain/limits.ts';
import type { Problem, Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { fileKind } from './file-kind.ts';
import { wrongFile } from './read-returned-file.ts';
import { readWorkbook } from './read-workbook.ts';
import { readSheetLines } from './sheet-lines.ts';
import { DELIMITERS } from './sheet-table.ts';
import { decodeText } from './text-bytes.ts';

const ROWS_LOOKED_AT = 30;

/**
 * The rows of a text under the separator with which the first of them have most cells, each on the line where it
 * stands.
 */
function readText(text: string): Result<readonly WorkbookSheet[]> {
  const widthUnder = (delimiter: string) =>
    Math.max(0, ...readSheetLines(text, delimiter, 1, ROWS_LOOKED_AT).rows.map(({ cells }) => cells.length));
  const widths = DELIMITERS.map((delimiter) => ({ delimiter, width: widthUnder(delimiter) }));
  const { delimiter = ',' } = widths.sort((a, b) => b.width - a.width)[0] ?? {};
  const rows: string[][] = [];
  const lines = readSheetLines(text, delimiter);
  for (const { cells, line } of lines.rows) {
    while (rows.length < line - 1) rows.push([]);
    rows.push([...cells]);
  }
  const quotes = lines.unread.map(({ line }) => ({ ...problem('sheet.quotes', '', []), line }));
  return { ok: true, value: [{ name: '', rows }], advice: quotes };
}

/**
 * The sheets of a workbook, or of a text with separators, of any program; as advice the lines of a text that could not
 * be read (`sheet.quotes`). Codes: `frameworkTable.notRead`, `sheet.tooBig`, and those of `wrongFile` and
 * `readWorkbook`.
 */
export async function readTable(bytes: Uint8Array, fileName: string): Promise<Result<readonly WorkbookSheet[]>> {
  const refuse = (found: Problem): Result<never> => ({ ok: false, problems: [found] });
  const kind = fileKind(bytes, fileName);
  if (kind === 'workbook') return readWorkbook(bytes, 'workbook');
  // In a zip it may be larger than what is refused before it is read.
  if (bytes.length > MAXIMUM_SHEET_BYTES)
    return refuse(problem('sheet.tooBig', '', [], { maximum: MAXIMUM_SHEET_BYTES }));
  const text = decodeText(bytes);
  const wrong = wrongFile(kind) ?? (text === null ? problem('frameworkTable.notRead', fileName, []) : null);
  return wrong === null ? readText(text ?? '') : refuse(wrong);
}
