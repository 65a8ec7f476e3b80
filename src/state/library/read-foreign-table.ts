import type { ForeignTable } from '../../domain/intake/map-columns.ts';
import { findForeignTable } from '../../domain/intake/map-columns.ts';
import { MAXIMUM_SHEET_BYTES } from '../../domain/limits.ts';
import { fileKind } from '../../file/file-kind.ts';
import { readWorkbook } from '../../file/read-workbook.ts';
import { readSheetLines } from '../../file/sheet-lines.ts';
import { decodeText } from '../../file/text-bytes.ts';

const DELIMITERS = [',', ';', '\t', '|'];
const ROWS_LOOKED_AT = 30;

/** The lines of a text under the separator with which they have most cells, each where it stands. */
function rowsOfText(text: string): string[][] {
  const widthUnder = (delimiter: string) =>
    Math.max(0, ...readSheetLines(text, delimiter, 1, ROWS_LOOKED_AT).rows.map(({ cells }) => cells.length));
  const [delimiter = ','] = [...DELIMITERS].sort((a, b) => widthUnder(b) - widthUnder(a));
  const rows: string[][] = [];
  for (const { cells, line } of readSheetLines(text, delimiter).rows) {
    while (rows.length < line - 1) rows.push([]);
    rows.push([...cells]);
  }
  return rows;
}

/** The table in a workbook or a text of any program; null where there is none. */
export async function readForeignTable(file: File): Promise<ForeignTable | null> {
  if (file.size > MAXIMUM_SHEET_BYTES) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (fileKind(bytes, file.name) === 'workbook') {
    const read = await readWorkbook(bytes, 'workbook');
    return read.ok ? findForeignTable(read.value) : null;
  }
  const text = decodeText(bytes);
  return text === null ? null : findForeignTable([{ name: '', rows: rowsOfText(text) }]);
}
