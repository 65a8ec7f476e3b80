import Papa from 'papaparse';
import { guardFormula } from '../../domain/formula-guard.ts';
import type { TableRow } from '../document/document.ts';
import type { LetterDocument } from '../document/letter-document.ts';
import { spreadsheetDelimiter } from '../csv/spreadsheet-delimiter.ts';
import { coverageWords } from '../parts/about.ts';
import { statusWords } from '../parts/cover.ts';
import type { LetterContext } from './letter-context.ts';
import { letterDocument, letterSection, saying } from './letter-context.ts';
import type { OfficialRow } from './official-rows.ts';
import { officialRows } from './official-rows.ts';

function tableRow({ t }: LetterContext, row: OfficialRow): TableRow {
  const { kind, code, title, answer, value, standing, sources } = row;
  if (kind !== 'sub-category') {
    const bold = (text: string) => [[{ text, strong: true }]];
    return { cells: [[[{ text: code, strong: true, code: true }]], bold(title), bold(answer), bold(value), []] };
  }
  const shown = standing === '' ? [answer] : [answer, standing];
  return {
    cells: [
      [[{ text: code, code: true }]],
      [title],
      shown,
      [value],
      sources.length === 0 ? [t('letters.official.noSource')] : sources,
    ],
  };
}

/** The reporting sheet of an official indicator: every sub-category in its order, then what follows from the answers. */
export function buildOfficialSheet(context: LetterContext): LetterDocument {
  const { t } = context;
  const title = t('letters.paper.official-sheet');
  const columns = [
    { label: t('letters.official.code'), share: 10 },
    { label: t('letters.official.title'), share: 33 },
    { label: t('letters.official.answer'), share: 22 },
    { label: t('letters.official.value'), share: 9, align: 'center' as const },
    { label: t('letters.official.sources'), share: 26 },
  ];
  return letterDocument(context, title, [
    letterSection('official-sheet', title, [
      saying(t('letters.official.nature')),
      saying(t('letters.official.method')),
      saying(`${coverageWords(context)} ${t('letters.transmission.status', { status: statusWords(context) })}`),
      {
        kind: 'table',
        caption: title,
        rowHeader: 1,
        columns,
        rows: officialRows(context).map((row) => tableRow(context, row)),
      },
    ]),
  ]);
}

const COLUMNS = ['kind', 'code', 'title', 'answer', 'value', 'standing', 'sources'] as const;

/** The same as CSV: stable columns, UTF-8 with byte order mark, CR LF, formulas guarded. docs/file-formats.md section 8. */
export function writeOfficialCsv(context: LetterContext): string {
  const delimiter = spreadsheetDelimiter(context.localiser);
  const rows = officialRows(context).map((row) => ({
    ...row,
    // Points stand in the sign of the answer as the official text writes them; a spreadsheet counts with its own decimal sign.
    value: delimiter === ';' ? row.value.replace(/^(\d+)\.(\d+)$/, '$1,$2') : row.value,
    sources: row.sources.join('\n'),
  }));
  const table = rows.map((row) => COLUMNS.map((column) => guardFormula(row[column])));
  return `\uFEFF${Papa.unparse([[...COLUMNS], ...table], { delimiter, newline: '\r\n' })}\r\n`;
}
