import Papa from 'papaparse';
import { guardFormula } from '../../domain/formula-guard.ts';
import type { Framework } from '../../domain/framework/framework.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import type { Report } from '../../report/report.ts';
import type { ReportRow } from './report-rows.ts';
import { REPORT_COLUMNS, reportRows } from './report-rows.ts';

export interface CsvOptions {
  /** `;`, with decimal commas, for a spreadsheet in French; `,` for statistics. */
  readonly delimiter: ',' | ';';
}

function cellOf(value: ReportRow[keyof ReportRow], { delimiter }: CsvOptions): string {
  switch (typeof value) {
    case 'number':
      return delimiter === ';' ? String(value).replace('.', ',') : String(value);
    case 'boolean':
      return value ? '1' : '0';
    case 'string':
      return guardFormula(value);
    default:
      return '';
  }
}

/**
 * The report as CSV: one table of stable columns, UTF-8 with byte order mark, lines ended by CR LF. What cannot be said
 * is an empty cell, never 0; text that begins as a formula does is guarded by an apostrophe. docs/file-formats.md
 * section 8.
 */
export function writeReportCsv(
  report: Report,
  framework: Framework,
  localiser: Localiser,
  options: CsvOptions,
): string {
  const rows = reportRows(report, framework, localiser);
  const table = rows.map((row) => REPORT_COLUMNS.map((column) => cellOf(row[column], options)));
  const csv = Papa.unparse([[...REPORT_COLUMNS], ...table], { delimiter: options.delimiter, newline: '\r\n' });
  return `\uFEFF${csv}\r\n`;
}
