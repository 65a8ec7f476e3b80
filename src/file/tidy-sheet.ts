import { readXml } from './xml-tokens.ts';

/** A sheet with nothing in it but cells that hold something, each with its place. */
export interface TidySheet {
  readonly xml: string;
  /** The number of each row in `xml`, from 1: there they stand without the empty ones between them. */
  readonly rowNumbers: readonly number[];
  /** Up to the last filled cell, from 1; 0 for an empty sheet. */
  readonly rows: number;
  readonly columns: number;
  /** Addresses of a filled cell in the last row, and in the last column. */
  readonly lowest: string;
  readonly outermost: string;
}

/** What stands in a cell and is kept: value, text in it with its runs, and what is read aloud, to be left out later. */
const INSIDE = new Set(['v', 'is', 't', 'r', 'rPh']);
const ADDRESS = /^([A-Z]{1,4})(\d{1,9})$/;
const FIRST_LETTER = 64;
const LETTERS = 26;

/** The number of a column, from 1: `A`, `Z`, `AA`. */
function columnOf(letters: string): number {
  return [...letters].reduce((number, letter) => number * LETTERS + letter.charCodeAt(0) - FIRST_LETTER, 0);
}

/** The letters of a column, from 1. */
function lettersOf(column: number): string {
  const before = Math.floor((column - 1) / LETTERS);
  const last = String.fromCharCode(FIRST_LETTER + column - before * LETTERS);
  return before === 0 ? last : `${lettersOf(before)}${last}`;
}

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: string;
  /** As XML. */
  inside: string;
  text: string;
}

/** Writes what `tidySheet` keeps. */
class SheetWriter {
  readonly #blank: ReadonlySet<number>;
  readonly #pieces: string[] = [];
  readonly #rowNumbers: number[] = [];
  #openRow = 0;
  #rows = 0;
  #columns = 0;
  #lowest = '';
  #outermost = '';

  constructor(blank: ReadonlySet<number>) {
    this.#blank = blank;
  }

  /** An error is no value, and nor is white space: such cells stand where somebody once touched a sheet. */
  #isEmpty({ type, text }: Cell): boolean {
    if (type === 'e' || text.trim() === '') return true;
    return type === 's' && this.#blank.has(Number(text));
  }

  add(cell: Cell): void {
    if (this.#isEmpty(cell)) return;
    const { row, column, type, style, inside } = cell;
    const letters = lettersOf(column);
    if (row !== this.#openRow) {
      this.#pieces.push(this.#openRow === 0 ? '' : '</row>', `<row r="${this.#rowNumbers.push(row)}">`);
    }
    this.#openRow = row;
    const address = `${letters}${this.#rowNumbers.length}`;
    this.#pieces.push(`<c r="${address}"${type === '' ? '' : ` t="${type}"`}${style}>${inside}</c>`);
    if (row >= this.#rows) [this.#rows, this.#lowest] = [row, `${letters}${row}`];
    if (column >= this.#columns) [this.#columns, this.#outermost] = [column, `${letters}${row}`];
  }

  end(): TidySheet {
    const data = `${this.#pieces.join('')}${this.#openRow === 0 ? '' : '</row>'}`;
    const xml = `<worksheet><sheetData>${data}</sheetData></worksheet>`;
    return {
      xml,
      rowNumbers: this.#rowNumbers,
      rows: this.#rows,
      columns: this.#columns,
      lowest: this.#lowest,
      outermost: this.#outermost,
    };
  }
}

const numberIn = (text: string | undefined) => (text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null);

/**
 * The filled cells of a sheet of a workbook, written anew, so that whoever makes a table of them meets no empty cell at
 * the far end and no row that nobody counted. Rows and cells without a place follow the one before, as the format has
 * it. `blank` are the shared strings without a text. Null where it is no XML.
 */
export function tidySheet(xml: string, blank: ReadonlySet<number>): TidySheet | null {
  const writer = new SheetWriter(blank);
  let [row, column] = [0, 0];
  let cell: Cell | null = null;
  let depth = 0;
  const isXml = readXml(xml, {
    onopen(name, attributes) {
      if (cell === null && name === 'row') {
        [row, column] = [numberIn(attributes().get('r')) ?? row + 1, 0];
      } else if (cell === null && name === 'c') {
        const found = attributes();
        const [, letters, digits] = ADDRESS.exec(found.get('r') ?? '') ?? [];
        [row, column] = [numberIn(digits) ?? row, letters === undefined ? column + 1 : columnOf(letters)];
        const type = /^[a-zA-Z]{1,10}$/.exec(found.get('t') ?? '')?.[0] ?? '';
        const style = numberIn(found.get('s'));
        cell = { row, column, type, style: style === null ? '' : ` s="${style}"`, inside: '', text: '' };
      } else if (cell !== null && INSIDE.has(name)) {
        cell.inside += `<${name}>`;
        depth += 1;
      }
    },
    onclose(name) {
      if (cell === null) return;
      if (name === 'c') {
        writer.add(cell);
        [cell, depth] = [null, 0];
      } else if (INSIDE.has(name)) {
        cell.inside += `</${name}>`;
        depth -= 1;
      }
    },
    ontext(text) {
      if (cell === null || depth === 0) return;
      cell.inside += text;
      cell.text += text;
    },
  });
  return isXml ? writer.end() : null;
}
