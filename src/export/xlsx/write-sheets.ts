import type { Cell, CellObject, Feature, Row, Sheet } from 'write-excel-file/universal';
import writeXlsxFile from 'write-excel-file/universal';
import { guardFormula } from '../../domain/formula-guard.ts';
import { escapeXml, printableText } from '../document/printable-text.ts';
import { packOfficeFile } from '../office/pack-office-file.ts';
import { LINE_SOFT, NAVY, WHITE } from '../document/tone-colours.ts';
import { readingFromRight } from './reading-order.ts';
import { escapeCell } from './escape-cell.ts';
import type { SheetCell, SheetColumn, SheetTable } from './sheet-table.ts';
import { columnLetters } from '../../domain/intake/cells.ts';

export interface WorkbookLook {
  readonly rightToLeft: boolean;
  /** On paper, at the head of every page. */
  readonly head: string;
  /** Language tag, who made it, and when: ISO date or instant. */
  readonly language: string;
  readonly author?: string;
  readonly now?: string;
}

export const FONT = 'Calibri';
export const FONT_SIZE = 10;
/** Characters on a page of A4, landscape, still legible: wider sheets go over several pages. */
export const PAGE_CHARACTERS = 175;
/** The ISO form: unlike 03/04 it is read the same everywhere. */
const DATE_FORMAT = 'yyyy-mm-dd';

const look = {
  alignVertical: 'top',
  wrap: true,
  borderColor: `#${LINE_SOFT}`,
  borderStyle: 'thin',
} as const;

function bodyCell(value: SheetCell, { format }: SheetColumn): Cell {
  const number = format === undefined ? {} : { format };
  if (value === null) return { ...look };
  if (typeof value === 'number') return { ...look, ...number, value, type: Number };
  if (typeof value === 'string') return { ...look, value: escapeCell(guardFormula(value)), type: String };
  if ('formula' in value) return { ...look, ...number, value: value.formula, type: 'Formula' };
  if (value.date === null) return { ...look };
  const date = new Date(`${value.date.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return { ...look, value: escapeCell(guardFormula(value.date)), type: String };
  return { ...look, value: date, type: Date, format: DATE_FORMAT };
}

function headCell({ title }: SheetColumn): Cell {
  return {
    ...look,
    value: escapeCell(guardFormula(title)),
    type: String,
    fontWeight: 'bold',
    textColor: `#${WHITE}`,
    backgroundColor: `#${NAVY}`,
  };
}

/** Points of a line at the size of the font, and of the tallest row that Excel knows. */
const LINE_POINTS = 13.5;
const TALLEST_ROW_POINTS = 409;
/** Letters of a text on the width of one digit of the standard font. */
const LETTERS_PER_WIDTH = 1.08;

/** Height of a row in points: not every program fits rows to wrapped text when it opens a file. */
export function rowHeight(
  values: readonly SheetCell[],
  columns: readonly Pick<SheetColumn, 'width'>[],
  lettersPerWidth = LETTERS_PER_WIDTH,
): number {
  const lines = values.map((value, index) => {
    if (typeof value !== 'string') return 1;
    const letters = Math.max(1, Math.floor((columns[index]?.width ?? 10) * lettersPerWidth) - 1);
    return value.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / letters)), 0);
  });
  return Math.min(TALLEST_ROW_POINTS, Math.max(1, ...lines) * LINE_POINTS + 2);
}

function withHeight(cells: readonly Cell[], height: number): Row {
  return cells.map((one, index) => (index === 0 ? { ...(one as CellObject), height } : one));
}

/** Widest column, in characters, for the sake of its head. */
const WIDEST_HEAD = 24;
/** Width of a bold letter on that of a digit, and room for the button of the filter. */
const HEAD = { letter: 1.12, button: 2 } as const;

/** A table whose columns hold the longest word of their heads: a spreadsheet breaks a word anywhere, and without a hyphen. */
function withRoomForHeads(table: SheetTable): SheetTable {
  const columns = table.columns.map((column) => {
    const longest = Math.max(0, ...column.title.split(/[\s-]+/).map(({ length }) => length));
    const needed = Math.ceil(longest * HEAD.letter) + HEAD.button;
    return { ...column, width: Math.max(column.width, Math.min(WIDEST_HEAD, needed)) };
  });
  return { ...table, columns };
}

function sheetOf({ name, columns, rows, sticky }: SheetTable, { rightToLeft }: WorkbookLook): Sheet<Blob> {
  const body = rows.map((row) =>
    withHeight(
      columns.map((column, index) => bodyCell(row[index] ?? null, column)),
      rowHeight(row, columns),
    ),
  );
  const titles = columns.map(({ title }) => title);
  return {
    sheet: name,
    data: [withHeight(columns.map(headCell), rowHeight(titles, columns)), ...body],
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: sticky,
    orientation: 'landscape',
    ...(rightToLeft ? { rightToLeft: true } : {}),
  };
}

/** Values that formulas have now, by cell: without them a file that is not recalculated shows nothing. */
function cachedValues({ rows }: SheetTable): ReadonlyMap<string, string | number> {
  return new Map(
    rows.flatMap((row, line) =>
      row.flatMap((value, column) =>
        value !== null && typeof value === 'object' && 'formula' in value
          ? [[`${columnLetters(column)}${line + 2}`, value.cached] as const]
          : [],
      ),
    ),
  );
}

function withCachedValues(xml: string, cached: ReadonlyMap<string, string | number>): string {
  return xml.replaceAll(
    /<c r="([A-Z]+\d+)"([^>]*)><f>([\s\S]*?)<\/f><\/c>/g,
    (whole, place: string, rest: string, formula: string) => {
      const value = cached.get(place);
      if (value === undefined) return whole;
      const type = typeof value === 'string' ? ' t="str"' : '';
      return `<c r="${place}"${rest}${type}><f>${formula}</f><v>${escapeXml(String(value))}</v></c>`;
    },
  );
}

const printedColumns = ({ columns, printed = columns.length }: SheetTable) => columns.slice(0, printed);

/** Filter, one page wide on paper, head and foot: what the package does not write itself. */
function finishSheets(tables: readonly SheetTable[], { head }: WorkbookLook): Feature<Blob> {
  const headText = escapeXml(printableText(head).replaceAll('&', '&&').slice(0, 200));
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transform: (xml) => {
            const names = tables.map((table, index) => {
              const sheet = `'${table.name.replaceAll("'", "''")}'`;
              const last = `$${columnLetters(printedColumns(table).length - 1)}$${table.rows.length + 1}`;
              const defined = (name: string, range: string) =>
                `<definedName name="_xlnm.${name}" localSheetId="${index}">${escapeXml(range)}</definedName>`;
              return (
                defined('Print_Area', `${sheet}!$A$1:${last}`) +
                defined('Print_Titles', `${sheet}!$A:$${columnLetters(table.sticky - 1)},${sheet}!$1:$1`)
              );
            });
            return xml.replace('<definedNames/>', `<definedNames>${names.join('')}</definedNames>`);
          },
        },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const table = tables[sheetIndex];
            if (table === undefined) return xml;
            const width = printedColumns(table).reduce((sum, column) => sum + column.width, 0);
            const pagesWide = Math.max(1, Math.round(width / PAGE_CHARACTERS));
            const last = `${columnLetters(table.columns.length - 1)}${table.rows.length + 1}`;
            return withCachedValues(xml, cachedValues(table))
              .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
              .replace('</sheetData>', `</sheetData><autoFilter ref="A1:${last}"/>`)
              .replace(
                /<pageSetup [^>]*\/>/,
                `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${pagesWide}" fitToHeight="0"/><headerFooter><oddHeader>&amp;C${headText}</oddHeader><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>`,
              );
          },
        },
      },
    },
  };
}

/**
 * Sheets as an Excel workbook: text guarded against being run as a formula, numbers as numbers, dates as dates, the
 * head row and the first columns in sight, a filter, and formulas with the value they have now.
 */
export async function writeSheets(given: readonly SheetTable[], look: WorkbookLook): Promise<Uint8Array> {
  const tables = given.map(withRoomForHeads);
  const sheets = tables.map((table) => sheetOf(table, look));
  const file = await writeXlsxFile(sheets, {
    fontFamily: FONT,
    fontSize: FONT_SIZE,
    features: [finishSheets(tables, look), ...(look.rightToLeft ? [readingFromRight] : [])],
  });
  const { head: title, language, author = '', now = '' } = look;
  return packOfficeFile(new Uint8Array(await (await file.toBlob()).arrayBuffer()), { title, author, language, now });
}
