import type { WorkbookSheet } from '../domain/intake/cells.ts';
import { MAXIMUM_SHEET_BYTES } from '../domain/limits.ts';
import type { Problem, Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { fileKind } from './file-kind.ts';
import { wrongFile } from './read-returned-file.ts';
import { readWorkbook } from './read-workbook.ts';
import { readSheetLines } from './sheet-lines.ts';
import { decodeText } from './text-bytes.ts';

const DELIMITERS = [',', ';', '\t', '|'];
const ROWS_LOOKED_AT = 30;

/** The rows of a text under the separator with which the first of them have most cells, each on the line where it stands. */
export function sheetOfText(text: string): WorkbookSheet {
  const widthUnder = (delimiter: string) =>
    Math.max(0, ...readSheetLines(text, delimiter, 1, ROWS_LOOKED_AT).rows.map(({ cells }) => cells.length));
  const widths = DELIMITERS.map((delimiter) => ({ delimiter, width: widthUnder(delimiter) }));
  const { delimiter = ',' } = widths.sort((a, b) => b.width - a.width)[0] ?? {};
  const rows: string[][] = [];
  for (const { cells, line } of readSheetLines(text, delimiter).rows) {
    while (rows.length < line - 1) rows.push([]);
    rows.push([...cells]);
  }
  return { name: '', rows };
}

/**
 * The sheets of a workbook, or of a text with separators, of any program. Codes: `frameworkTable.tooBig` (maximum),
 * `frameworkTable.notRead`, and those of `wrongFile` and `readWorkbook`.
 */
export async function readTable(bytes: Uint8Array, fileName: string): Promise<Result<readonly WorkbookSheet[]>> {
  const refuse = (found: Problem): Result<never> => ({ ok: false, problems: [found] });
  if (bytes.length > MAXIMUM_SHEET_BYTES) {
    return refuse(problem('frameworkTable.tooBig', fileName, [], { maximum: MAXIMUM_SHEET_BYTES }));
  }
  const kind = fileKind(bytes, fileName);
  if (kind === 'workbook') return readWorkbook(bytes, 'workbook');
  const text = decodeText(bytes);
  const wrong = wrongFile(kind) ?? (text === null ? problem('frameworkTable.notRead', fileName, []) : null);
  return wrong === null ? { ok: true, value: [sheetOfText(text ?? '')], advice: [] } : refuse(wrong);
}
