import Papa from 'papaparse';
import type { CellValue, PictureTable } from '../../charts/picture-table.ts';
import { dataRows } from '../../charts/picture-table.ts';
import { guardFormula } from '../../domain/formula-guard.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import { spreadsheetDelimiter } from './spreadsheet-delimiter.ts';

function cellOf(value: CellValue, delimiter: ',' | ';'): string {
  if (value === null) return '';
  if (typeof value === 'string') return guardFormula(value);
  return delimiter === ';' ? String(value).replace('.', ',') : String(value);
}

/**
 * The tables of one picture as CSV, heads in the reader's language, an empty line between two tables; written as the
 * report is: UTF-8 with byte order mark, lines ended by CR LF, what cannot be said an empty cell, text that begins as a
 * formula does guarded by an apostrophe; cells end as spreadsheets in the language read them. docs/file-formats.md section 8.
 */
export function writePictureCsv(tables: readonly PictureTable[], localiser: Pick<Localiser, 'number'>): string {
  const delimiter = spreadsheetDelimiter(localiser);
  const written = tables.map((table) =>
    Papa.unparse(
      dataRows(table).map((row) => row.map((value) => cellOf(value, delimiter))),
      { delimiter, newline: '\r\n' },
    ),
  );
  return `\uFEFF${written.join('\r\n\r\n')}\r\n`;
}
