import { MAXIMUM_GRID_CELLS, MAXIMUM_SHEETS, MAXIMUM_WORKBOOK_PART_BYTES } from '../domain/limits.ts';
import type { CellNote, WorkbookCell, WorkbookSheet } from '../domain/intake/cells.ts';
import { columnLetters, struckOut } from '../domain/intake/cells.ts';
import { problem } from '../domain/problem.ts';
import type { ReadSheets } from './read-xlsx.ts';
import { NOT_WORKBOOK, refuseParts, refuseSheets, textOfPart, WORKBOOK_SETTINGS } from './read-xlsx.ts';
import { readZip } from './read-zip.ts';
import { SheetGrid } from './sheet-grid.ts';
import { decodeUtf8 } from './text-bytes.ts';
import { readXml, textOfXml } from './xml-tokens.ts';

const KIND_PART = 'mimetype';
const CONTENT_PART = 'content.xml';
/** Where the styles stand that a person gave a name, and that those of cells follow. */
const STYLES_PART = 'styles.xml';
const SPREADSHEET = 'application/vnd.oasis.opendocument.spreadsheet';
const MAXIMUM_KIND_BYTES = 1000;

/** What an OpenDocument file says it is (`application/vnd.oasis.opendocument.text`); null for any other file. */
export function openDocumentKind(bytes: Uint8Array): string | null {
  const read = readZip(bytes, { limitOf: () => MAXIMUM_KIND_BYTES, isWanted: (name) => name === KIND_PART });
  const kind = read.ok ? read.value.get(KIND_PART) : undefined;
  const text = kind === undefined ? null : decodeUtf8(kind);
  return text !== null && text.startsWith('application/vnd.oasis.opendocument.') ? text.trim() : null;
}

/** Whether a file is an OpenDocument spreadsheet (or a template of one), whatever its name. */
export function isOpenDocument(bytes: Uint8Array): boolean {
  return openDocumentKind(bytes)?.startsWith(SPREADSHEET) === true;
}

const timesOf = (text: string | undefined) => (/^\d{1,7}$/.test(text ?? '') ? Math.max(1, Number(text)) : 1);

/** What stands before each address of a range; a name with a space in it stands in apostrophes. */
const SHEET_NAME = /(?<![^\s:])\$?(?:'(?:[^']|'')*'|[^\s:.']+)\./g;

/** What stands in a cell around its lines. */
const HOLDS_TEXT = new Set(['p', 'h', 'list', 'list-header', 'list-item', 'section']);

interface OpenCell {
  readonly attributes: ReadonlyMap<string, string>;
  readonly isCovered: boolean;
  readonly times: number;
  isStruck: boolean;
  paragraphs: string[];
}

function valueOf({ attributes, paragraphs, isCovered }: OpenCell): WorkbookCell {
  const at = (name: string) => textOfXml(attributes.get(name) ?? '');
  const text = paragraphs.length === 0 ? at('string-value') : paragraphs.join('\n');
  if (isCovered) return { unreadable: 'merged', shown: text };
  if (at('value-type') === 'error') return { unreadable: 'error', shown: text };
  const formula = at('formula');
  switch (at('value-type')) {
    case 'float':
    case 'percentage':
    case 'currency': {
      const value = Number(at('value'));
      return at('value') === '' || Number.isNaN(value) ? text : value;
    }
    case 'date': {
      const time = Date.parse(at('date-value').includes('T') ? `${at('date-value')}Z` : at('date-value'));
      return Number.isNaN(time) ? text : new Date(time);
    }
    case 'boolean':
      return at('boolean-value') === 'true';
    default:
      if (formula === '') return text;
      // Errors of programs that do not mark them as such.
      if (/^(#[A-ZÀ-Ý/0]+[!?]?|Err:\d+)$/.test(text)) return { unreadable: 'error', shown: text };
      return text.trim() === '' ? { unreadable: 'formula', shown: formula } : text;
  }
}

/** Goes through the content and gives each sheet; null where it is no XML, or repeats more than is held. */
class ContentReader {
  readonly sheets: { readonly name: string; readonly grid: SheetGrid; readonly notes: CellNote[] }[] = [];
  tooMany = false;
  /** The day from which numbers count, where the document says it. */
  dayZero: string | null = null;
  #row = 0;
  #rowTimes = 1;
  #column = 0;
  #cells: { readonly column: number; readonly times: number; readonly value: WorkbookCell }[] = [];
  #cell: OpenCell | null = null;
  #note: string[] | null = null;
  /** Tables within cells, notes and drawings are no part of a cell. */
  #aside = 0;
  #inText = 0;
  #left = MAXIMUM_GRID_CELLS;
  /** Names of the styles that cross out; the one that is being read. */
  readonly #struckStyles = new Set<string>();
  #style = '';
  /** Of the rule that is being read. */
  #ranges = '';

  onopen = (name: string, attributes: () => ReadonlyMap<string, string>) => {
    if (this.#aside > 0 || name === 'annotation' || name === 'shapes' || name === 'tracked-changes') {
      if (name === 'annotation') this.#note = [];
      else if (name === 'p') this.#note?.push('');
      this.#aside += 1;
      return;
    }
    if (this.#cell !== null) {
      // Tables, pictures and shapes that stand on a cell are none of its text.
      if (this.#inText === 0 && !HOLDS_TEXT.has(name)) this.#aside += 1;
      else this.#openInCell(this.#cell, name, attributes);
      return;
    }
    if (name === 'table') {
      this.sheets.push({ name: textOfXml(attributes().get('name') ?? ''), grid: new SheetGrid(), notes: [] });
      this.#row = 0;
    } else if (name === 'style' || name === 'text-properties') {
      this.#openStyle(name, attributes);
    } else if (name === 'null-date') {
      const said = attributes().get('date-value') ?? '';
      if (/^\d{4}-\d\d-\d\d$/.test(said)) this.dayZero = said;
    } else if (name === 'conditional-format') {
      this.#ranges = textOfXml(attributes().get('target-range-address') ?? '').replaceAll(SHEET_NAME, '');
    } else if (name === 'condition' && this.#struckStyles.has(attributes().get('apply-style-name') ?? '')) {
      this.sheets.at(-1)?.grid.ruleOut(this.#ranges);
    } else if (name === 'table-row') {
      [this.#column, this.#cells] = [0, []];
      this.#rowTimes = timesOf(attributes().get('number-rows-repeated'));
    } else if (name === 'table-cell' || name === 'covered-table-cell') {
      const found = attributes();
      const times = timesOf(found.get('number-columns-repeated'));
      const isStruck = this.#struckStyles.has(found.get('style-name') ?? '');
      this.#cell = { attributes: found, isCovered: name === 'covered-table-cell', times, isStruck, paragraphs: [] };
    }
  };

  #openStyle = (name: string, attributes: () => ReadonlyMap<string, string>): void => {
    if (name === 'style') {
      const found = attributes();
      this.#style = found.get('name') ?? '';
      if (this.#struckStyles.has(found.get('parent-style-name') ?? '')) this.#struckStyles.add(this.#style);
    } else if (name === 'text-properties') {
      const line = attributes().get('text-line-through-style') ?? attributes().get('text-line-through-type');
      if (line === 'none') this.#struckStyles.delete(this.#style);
      else if (line !== undefined) this.#struckStyles.add(this.#style);
    }
  };

  /** The part of named styles, in which nothing else counts. */
  readonly ofStyles = { onopen: this.#openStyle, onclose: () => {}, ontext: () => {} };

  #openInCell(cell: OpenCell, name: string, attributes: () => ReadonlyMap<string, string>): void {
    const { paragraphs } = cell;
    const write = (text: string) => void (paragraphs[paragraphs.length - 1] += text);
    if (name === 'p' || name === 'h') {
      paragraphs.push('');
      this.#inText += 1;
    } else if (this.#inText === 0) return;
    else if (name === 'span') cell.isStruck ||= this.#struckStyles.has(attributes().get('style-name') ?? '');
    else if (name === 's') write(' '.repeat(Math.min(timesOf(attributes().get('c')), 1000)));
    else if (name === 'tab') write('\t');
    else if (name === 'line-break') write('\n');
  }

  onclose = (name: string) => {
    if (this.#aside > 0) {
      this.#aside -= 1;
      if (name === 'annotation') this.#closeNote();
    } else if (this.#cell !== null) {
      if (name === 'p' || name === 'h') this.#inText -= 1;
      else if (name === 'table-cell' || name === 'covered-table-cell') this.#closeCell(this.#cell);
    } else if (name === 'table-row') this.#closeRow();
  };

  ontext = (text: string) => {
    // Of a note the lines, without who wrote it and when.
    if (this.#aside > 0 && this.#note !== null && this.#note.length > 0)
      this.#note[this.#note.length - 1] += textOfXml(text).replaceAll(/\s+/g, ' ');
    if (this.#cell === null || this.#aside > 0 || this.#inText === 0) return;
    const { paragraphs } = this.#cell;
    paragraphs[paragraphs.length - 1] += textOfXml(text);
  };

  #closeNote(): void {
    const text = (this.#note ?? []).join('\n').trim();
    const line = this.#row + 1;
    this.#note = null;
    if (text !== '') this.sheets.at(-1)?.notes.push({ cell: `${columnLetters(this.#column)}${line}`, line, text });
  }

  #closeCell(cell: OpenCell): void {
    const found = valueOf(cell);
    const value = cell.isStruck ? struckOut(found) : found;
    if (value !== null && value !== '') this.#cells.push({ column: this.#column + 1, times: cell.times, value });
    this.#column += cell.times;
    [this.#cell, this.#inText] = [null, 0];
  }

  #closeRow(): void {
    const grid = this.sheets.at(-1)?.grid;
    const isFilled = this.#cells.length > 0 && grid !== undefined;
    for (let row = 1; isFilled && row <= this.#rowTimes && !this.tooMany; row += 1) {
      for (const { column, times, value } of this.#cells) {
        for (let one = 0; one < times && !this.tooMany; one += 1) {
          this.#left -= 1;
          this.tooMany = this.#left < 0;
          grid.add(this.#row + row, column + one, value);
        }
      }
    }
    this.#row += this.#rowTimes;
  }
}

/**
 * The cells of every sheet of an OpenDocument spreadsheet, under the limits of a workbook. Codes: those of `readZip`,
 * `workbook.tooManySheets`, `workbook.farCell`.
 */
export function readOds(bytes: Uint8Array): ReadSheets {
  const partOf = (part: string) =>
    readZip(bytes, {
      ...WORKBOOK_SETTINGS,
      limitOf: () => MAXIMUM_WORKBOOK_PART_BYTES,
      isWanted: (name) => name === part,
    });
  const read = partOf(CONTENT_PART);
  if (!read.ok) return refuseParts(read.problems);
  const xml = textOfPart(read.value, CONTENT_PART);
  const reader = new ContentReader();
  // What cannot be read of the styles, or had of them, refuses nothing.
  const styles = partOf(STYLES_PART);
  if (styles.ok) readXml(textOfPart(styles.value, STYLES_PART) ?? '', reader.ofStyles);
  if (xml === null || !readXml(xml, reader)) return NOT_WORKBOOK;
  if (reader.sheets.length > MAXIMUM_SHEETS) {
    return refuseSheets(problem('workbook.tooManySheets', '', [], { maximum: MAXIMUM_SHEETS }));
  }
  const budget = { cells: 0 };
  const sheets: WorkbookSheet[] = [];
  for (const { name, grid, notes } of reader.sheets) {
    if (reader.tooMany) budget.cells = MAXIMUM_GRID_CELLS;
    const far = grid.checkSize(name, budget);
    if (far !== null) return refuseSheets(far);
    const rules = grid.struckByRule();
    sheets.push({
      ...(rules.length === 0 ? {} : { struckByRule: rules }),
      name,
      rows: grid.rows(),
      ...(notes.length === 0 ? {} : { notes }),
      ...(reader.dayZero === null ? {} : { dayZero: reader.dayZero }),
    });
  }
  return sheets.length === 0 ? NOT_WORKBOOK : { kind: 'sheets', sheets };
}
