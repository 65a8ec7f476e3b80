import type { Cell, Feature, Row, Sheet } from 'write-excel-file/universal';
import writeXlsxFile from 'write-excel-file/universal';
import { guardFormula } from '../../domain/formula-guard.ts';
import { cutToCell } from '../../domain/workbook/cell-text.ts';
import { escapeCell } from './escape-cell.ts';
import { escapeXml, printableText } from '../document/printable-text.ts';
import { INK_SOFT, LINE, LINE_SOFT, NAVY, SUNKEN, WHITE } from '../document/tone-colours.ts';
import { columnLetters } from '../../domain/intake/cells.ts';
import { readingFromRight } from './reading-order.ts';
import { FONT, FONT_SIZE, PAGE_CHARACTERS, rowHeight } from './write-sheets.ts';

/** What a cell is for: it decides the look. */
export type FormCellKind = 'code' | 'title' | 'head' | 'label' | 'section' | 'text' | 'input';
export interface FormCell {
  readonly text: string;
  readonly kind: FormCellKind;
}

/** Words to choose from, offered as a list: in which cells, and where the words stand. */
export interface FormChoice {
  /** Cells as spreadsheets write them: `C3 C5`. */
  readonly cells: string;
  readonly source: string;
  readonly title: string;
  readonly hint: string;
}

/** A sheet that people fill in: rows of cells, lists to choose from, and no formula anywhere. */
export interface FormSheet {
  /** At most 31 characters, without []:*?/\ */
  readonly name: string;
  readonly hidden?: boolean;
  /** On paper the whole sheet on one page. */
  readonly onePage?: boolean;
  /** Characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (FormCell | null)[])[];
  readonly stickyRows: number;
  readonly stickyColumns: number;
  readonly choices: readonly FormChoice[];
}

/** brass-soft of src/styles/tokens.css: where to write. */
const INPUT_FILL = 'F6ECD6';
/** Sentences take less room than the codes and numbers of other sheets. */
const LETTERS_PER_WIDTH = 1.22;
/** Letters of Arabic come from whatever font a computer has for them, often a wide one. */
const ARABIC_LETTERS_PER_WIDTH = 1.05;
const MAXIMUM_HINT = 250;
const MAXIMUM_HINT_TITLE = 32;

const LOOKS: Readonly<Record<FormCellKind, object>> = {
  code: { fontSize: 7, textColor: `#${INK_SOFT}` },
  title: { fontSize: 16, fontWeight: 'bold', textColor: `#${NAVY}` },
  head: {
    fontWeight: 'bold',
    textColor: `#${WHITE}`,
    backgroundColor: `#${NAVY}`,
    borderColor: `#${LINE_SOFT}`,
    borderStyle: 'thin',
    wrap: true,
  },
  label: { fontWeight: 'bold', wrap: true },
  section: { fontWeight: 'bold', backgroundColor: `#${SUNKEN}` },
  text: { wrap: true, borderColor: `#${LINE_SOFT}`, borderStyle: 'thin' },
  input: { wrap: true, backgroundColor: `#${INPUT_FILL}`, borderColor: `#${LINE}`, borderStyle: 'thin' },
};

/** What a cell will hold: guarded against being run as a formula, and no longer than a cell can be. */
function cellText(text: string): string {
  return escapeCell(guardFormula(cutToCell(text)));
}

function cellOf(cell: FormCell | null): Cell {
  if (cell === null) return null;
  const style = { ...LOOKS[cell.kind], alignVertical: 'top' as const };
  // An empty cell has no text form: a date that is typed there becomes one.
  return cell.text === '' ? style : { ...style, value: cellText(cell.text), type: String };
}

/** Titles and codes run on over the empty cells beside them. */
const runsOn = ({ kind }: FormCell) => kind === 'code' || kind === 'title' || kind === 'section';

function heightOf(row: readonly (FormCell | null)[], widths: readonly number[], lettersPerWidth: number): number {
  if (row.some((cell) => cell?.kind === 'title')) return 26;
  const texts = row.map((cell) => (cell === null || runsOn(cell) ? '' : cell.text));
  return rowHeight(
    texts,
    widths.map((width) => ({ width })),
    lettersPerWidth,
  );
}

function sheetOf(sheet: FormSheet, rightToLeft: boolean): Sheet<Blob> {
  const data = sheet.rows.map((row): Row => {
    const height = heightOf(row, sheet.widths, rightToLeft ? ARABIC_LETTERS_PER_WIDTH : LETTERS_PER_WIDTH);
    return row.map((cell, index) => {
      const one = cellOf(cell);
      return index === 0 ? { ...(one as object), height } : one;
    }) as Row;
  });
  return {
    sheet: sheet.name,
    data,
    columns: sheet.widths.map((width) => ({ width })),
    ...(sheet.stickyRows > 0 ? { stickyRowsCount: sheet.stickyRows } : {}),
    ...(sheet.stickyColumns > 0 ? { stickyColumnsCount: sheet.stickyColumns } : {}),
    orientation: 'landscape',
    showGridLines: false,
    ...(rightToLeft ? { rightToLeft: true } : {}),
  };
}

const short = (text: string, length: number) =>
  escapeXml(text.length > length ? `${text.slice(0, length - 1)}…` : text);

function choiceXml({ cells, source, title, hint }: FormChoice): string {
  const shown = `promptTitle="${short(title, MAXIMUM_HINT_TITLE)}" prompt="${short(hint, MAXIMUM_HINT)}"`;
  const refused = `errorStyle="stop" errorTitle="${short(title, MAXIMUM_HINT_TITLE)}" error="${short(hint, MAXIMUM_HINT)}"`;
  return `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" ${refused} ${shown} sqref="${cells}"><formula1>${escapeXml(source)}</formula1></dataValidation>`;
}

/** Where the list of words to choose from stands. */
export function rangeOf(sheet: string, column: number, from: number, to: number): string {
  const letters = columnLetters(column);
  return `'${sheet.replaceAll("'", "''")}'!$${letters}$${from}:$${letters}$${to}`;
}

/** Lists, hidden sheets, heads on every printed page: what the package does not write itself. */
function finishForms(sheets: readonly FormSheet[], head: string): Feature<Blob> {
  const headText = escapeXml(printableText(head).replaceAll('&', '&&').slice(0, 200));
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transform: (xml) => {
            const titles = sheets.flatMap(({ name, stickyRows, stickyColumns }, index) => {
              if (stickyRows === 0) return [];
              const sheet = `'${name.replaceAll("'", "''")}'`;
              const columns = stickyColumns === 0 ? '' : `${sheet}!$A:$${columnLetters(stickyColumns - 1)},`;
              return [
                `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeXml(`${columns}${sheet}!$${stickyRows}:$${stickyRows}`)}</definedName>`,
              ];
            });
            const hidden = sheets.reduce(
              (text, { name, hidden: isHidden }) =>
                isHidden === true
                  ? text.replace(`name="${escapeXml(name)}"/>`, `name="${escapeXml(name)}" state="hidden"/>`)
                  : text,
              xml,
            );
            return hidden.replace(
              '<definedNames/>',
              titles.length === 0 ? '' : `<definedNames>${titles.join('')}</definedNames>`,
            );
          },
        },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const sheet = sheets[sheetIndex];
            if (sheet === undefined) return xml;
            const width = sheet.widths.reduce((sum, one) => sum + one, 0);
            const pagesWide = Math.max(1, Math.round(width / PAGE_CHARACTERS));
            const lists = sheet.choices.map(choiceXml);
            const validations =
              lists.length === 0 ? '' : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
            return xml
              .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
              .replace('</sheetData>', `</sheetData>${validations}`)
              .replace(
                /<pageSetup [^>]*\/>/,
                `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${pagesWide}" fitToHeight="${sheet.onePage === true ? 1 : 0}"/><headerFooter><oddHeader>&amp;C${headText}</oddHeader><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>`,
              );
          },
        },
      },
    },
  };
}

/** Sheets to fill in as an Excel workbook; every text guarded against being run as a formula. */
export async function writeFormSheets(
  sheets: readonly FormSheet[],
  { rightToLeft, head }: { readonly rightToLeft: boolean; readonly head: string },
): Promise<Uint8Array> {
  const file = await writeXlsxFile(
    sheets.map((sheet) => sheetOf(sheet, rightToLeft)),
    {
      fontFamily: FONT,
      fontSize: FONT_SIZE,
      features: [finishForms(sheets, head), ...(rightToLeft ? [readingFromRight] : [])],
    },
  );
  return new Uint8Array(await (await file.toBlob()).arrayBuffer());
}
