import Papa from 'papaparse';

/** More rows whose quotation marks do not match, and the text is no table. */
const MOST_UNREAD = 100;

/** The rows of a CSV text, each with the line on which it begins, and lines that cannot be told apart from what follows. */
export interface SheetLines {
  readonly rows: readonly { readonly cells: readonly string[]; readonly line: number }[];
  readonly unread: readonly { readonly line: number; readonly shown: string }[];
}

const LINE_END = /\r\n|\r|\n/g;
const linesIn = (cells: readonly string[]) => cells.reduce((sum, cell) => sum + (cell.match(LINE_END)?.length ?? 0), 1);

/** A text from its `skip`th line on, from 0; '' behind the last. */
function fromLine(text: string, skip: number): string {
  const ends = text.matchAll(LINE_END);
  let at = 0;
  for (let line = 0; line < skip; line += 1) {
    const end = ends.next().value;
    if (end === undefined) return '';
    at = end.index + end[0].length;
  }
  return text.slice(at);
}

/**
 * The rows of a CSV text under one separator, `most` at most; its first line is number `first`. A row whose quotation marks do
 * not match takes nothing but its own line with it.
 */
export function readSheetLines(text: string, delimiter: string, first = 1, most = Infinity): SheetLines {
  const rows: { cells: string[]; line: number }[] = [];
  const unread: { line: number; shown: string }[] = [];
  let [rest, line, isWhole] = [text, first, false];
  while (!isWhole && unread.length < MOST_UNREAD) {
    const from = line;
    isWhole = true;
    Papa.parse<string[]>(rest, {
      delimiter,
      step({ data, errors }, parser) {
        isWhole = errors.every(({ type }) => type !== 'Quotes');
        if (isWhole) {
          rows.push({ cells: data, line });
          line += linesIn(data);
        }
        if (!isWhole || rows.length >= most) parser.abort();
      },
    });
    if (isWhole) break;
    rest = fromLine(rest, line - from);
    unread.push({ line, shown: rest.split(LINE_END, 1)[0]?.trim() ?? '' });
    rest = fromLine(rest, 1);
    line += 1;
  }
  return { rows, unread };
}
