import Papa from 'papaparse';

/** More rows whose quotation marks do not match, and the text is no table. */
const MOST_UNREAD = 100;

/** Where only the first rows are asked for no more is looked at: a head has no quarter of a million letters. */
const HEAD_LETTERS = 1 << 18;
/** As many columns as a spreadsheet has. */
const MOST_CELLS = 16_384;

/**
 * The rows of a CSV text, each with the line on which it begins, and lines that cannot be told apart from what follows.
 */
export interface SheetLines {
  readonly rows: readonly { readonly cells: readonly string[]; readonly line: number }[];
  readonly unread: readonly { readonly line: number; readonly shown: string }[];
}

const linesIn = (cells: readonly string[]) => cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 1);

/** The cells of a row that some program took for one cell, and put into quotation marks as a whole. */
function unwrapped(cells: readonly string[], delimiter: string): readonly string[] {
  const [only = '', ...others] = cells;
  if (others.length > 0 || !only.includes(delimiter)) return cells;
  const [inside = cells, ...more] = Papa.parse<string[]>(only, { delimiter, newline: '\n', preview: 2 }).data;
  // A text of several lines is no row.
  return more.length === 0 ? inside : cells;
}

/** A row as it was parsed; where it ends in its text, and what is wrong with its quotation marks. */
interface ParsedRow {
  readonly cells: readonly string[];
  readonly end: number;
  readonly quotes: 'match' | 'missing' | 'wrong';
}

/** The rows of a text up to the first whose quotation marks do not match, `most` at most. */
function parseRows(text: string, delimiter: string, most: number): ParsedRow[] {
  const rows: ParsedRow[] = [];
  Papa.parse<string[]>(text, {
    ...{ delimiter, newline: '\n' },
    step({ data, errors, meta }, parser) {
      const codes = errors.filter(({ type }) => type === 'Quotes').map(({ code }) => code);
      const quotes = codes.length === 0 ? 'match' : codes.includes('InvalidQuotes') ? 'wrong' : 'missing';
      rows.push({ cells: data.slice(0, MOST_CELLS), end: meta.cursor, quotes });
      if (quotes !== 'match' || rows.length >= most) parser.abort();
    },
  });
  return rows;
}

/** Where the line ends in which a place of a text is. */
function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}

/**
 * The rows of a CSV text under one separator, `most` at most, and then of its beginning only; its first line is number
 * `first`. A row whose quotation marks do not match takes nothing but its own line with it. The text is gone through
 * piece by piece: where such marks stand in every line, each would be looked for to the end.
 */
export function readSheetLines(text: string, delimiter: string, first = 1, most = Infinity): SheetLines {
  const rows: { cells: readonly string[]; line: number }[] = [];
  const unread: { line: number; shown: string }[] = [];
  // Lines end in one way, whatever programs the text went through, in cells too: there the others mean the same.
  const whole = (most === Infinity ? text : text.slice(0, HEAD_LETTERS)).replaceAll(/\r\n?/g, '\n');
  let [at, line, piece, isDone] = [0, first, HEAD_LETTERS, false];
  while (!isDone && unread.length < MOST_UNREAD) {
    const start = at;
    // A piece ends with a line: cut within it, quotation marks might seem not to match.
    const to = endOfLine(whole, at + piece);
    const isLast = to === whole.length;
    const found = parseRows(whole.slice(at, to), delimiter, most - rows.length);
    for (const { cells, end, quotes } of found) {
      // What the piece cuts off is looked at again with what follows; behind its last line nothing stands.
      if (!isLast && (quotes === 'missing' || at === to)) break;
      if (quotes === 'match') {
        rows.push({ cells: unwrapped(cells, delimiter), line });
        [at, line] = [start + end, line + linesIn(cells)];
      } else {
        const next = endOfLine(whole, at);
        unread.push({ line, shown: whole.slice(at, next).trim() });
        [at, line] = [next, line + 1];
      }
    }
    isDone = rows.length >= most || at >= whole.length || (isLast && found.every(({ quotes }) => quotes === 'match'));
    piece = at === start ? piece * 4 : HEAD_LETTERS;
  }
  return { rows, unread };
}
