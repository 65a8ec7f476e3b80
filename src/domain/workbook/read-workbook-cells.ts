import type { Framework, Indicator } from '../framework/framework.ts';
import { levelSymbol, scaleOf } from '../framework/framework.ts';
import type { WorkbookCell, WorkbookSheet } from '../plan/plan-sheet.ts';
import { foldWords, textOfCell } from '../plan/plan-sheet.ts';
import type { Problem } from '../problem.ts';
import { problem } from '../problem.ts';
import type { WorkbookKey } from './workbook-key.ts';
import { idsByWord } from './workbook-key.ts';

/** Rows above the table: the code, what the sheet is for, the head. People may put some in between. */
const ROWS_TO_LOOK_AT = 30;

/** One line of a table, by column; columns that were taken out are absent. */
export interface TableRow {
  /** Of the sheet, from 1. */
  readonly line: number;
  readonly has: (column: string) => boolean;
  readonly cell: (column: string) => WorkbookCell;
  readonly text: (column: string) => string;
}

export interface Table {
  readonly sheet: string;
  /** Without those that hold nothing. */
  readonly rows: readonly TableRow[];
}

/** The sheet whose head has these columns, wherever it stands and in whatever order; null without one. */
export function findTable(
  sheets: readonly WorkbookSheet[],
  key: WorkbookKey,
  prefix: string,
  needed: readonly string[],
): Table | null {
  const columns = idsByWord(key.words, `${prefix}.`);
  for (const { name, rows } of sheets) {
    for (const [head, cells] of rows.slice(0, ROWS_TO_LOOK_AT).entries()) {
      const places = new Map<string, number>();
      cells.forEach((cell, index) => {
        const column = columns.get(foldWords(textOfCell(cell)));
        if (column !== undefined && !places.has(column)) places.set(column, index);
      });
      if (!needed.every((column) => places.has(column))) continue;
      const below = rows.slice(head + 1).flatMap((row, index): TableRow[] => {
        if (row.length === 0) return [];
        const cell = (column: string) => {
          const place = places.get(column);
          return place === undefined ? null : (row[place] ?? null);
        };
        const has = (column: string) => places.has(column);
        return [{ line: head + index + 2, has, cell, text: (column) => textOfCell(cell(column)) }];
      });
      return { sheet: name, rows: below };
    }
  }
  return null;
}

/** Gathers what is wrong, each with its sheet and row. */
export class WorkbookProblems {
  readonly found: Problem[] = [];

  tell(sheet: string, line: number, code: string, params: Problem['params'] = {}): void {
    this.found.push({ ...problem(code, sheet, [], params), line });
  }

  advise(sheet: string, line: number, code: string, params: Problem['params'] = {}): void {
    this.found.push({ ...problem(code, sheet, [], params, 'advice'), line });
  }

  /** Of a table that cannot be found. */
  missing(code: string, params: Problem['params'] = {}): void {
    this.found.push(problem(code, '', [], params));
  }
}

/** Serial numbers of days between 1954 and 2173, as spreadsheets count them. */
const SERIAL_DAYS = { from: 20_000, to: 100_000 };
const SERIAL_ZERO_MS = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** An ISO date; '' for an empty cell; null where it is no date that can be read one way only. */
export function dateOfCell(cell: WorkbookCell): string | null {
  if (typeof cell === 'number') {
    if (cell < SERIAL_DAYS.from || cell > SERIAL_DAYS.to) return null;
    return new Date(SERIAL_ZERO_MS + Math.floor(cell) * DAY_MS).toISOString().slice(0, 10);
  }
  const text = textOfCell(cell);
  if (text === '') return '';
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : null;
}

const LEVEL = 'level:';

/** The level that the name of an answer stands for; null for another answer, and for a level that the scale has not. */
export function levelOfName(name: string | null, framework: Framework, indicator: Indicator): string | null {
  const { levels } = scaleOf(framework, indicator);
  return levels.find(({ id }) => name === `${LEVEL}${id}`)?.id ?? null;
}

/** What a cell of the column of answers stands for, by the names of `WorkbookWords`; null for a word it cannot be. */
export function answerNameOf(
  text: string,
  framework: Framework,
  indicator: Indicator,
  key: WorkbookKey,
): string | null {
  const word = foldWords(text);
  const own = idsByWord(key.words, `answer.${indicator.scale}.`);
  const known = own.get(word);
  if (known !== undefined) return known;
  const scale = scaleOf(framework, indicator);
  for (const { id } of scale.levels) {
    const names = Object.values(framework.texts).map((texts) => texts.scales[indicator.scale]?.[id]);
    const symbol = foldWords(levelSymbol(scale, id));
    const spellings = [id, symbol, ...names, ...names.map((name) => `${symbol} ${name ?? ''}`)];
    if (spellings.some((one) => one !== undefined && foldWords(one) === word)) return `${LEVEL}${id}`;
  }
  if (word === '?' || word === 'unknown') return 'unknown';
  return word === 'n/a' ? 'not-applicable' : null;
}
