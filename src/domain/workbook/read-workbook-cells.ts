import type { Framework, Indicator } from '../framework/framework.ts';
import { scaleOf } from '../framework/framework.ts';
import type { CellPlace, OpenCells } from '../intake/open-cells.ts';
import { levelsOfText } from '../intake/read-level.ts';
import { bareWord, spelledAnswer } from '../intake/spellings.ts';
import type { WorkbookCell, WorkbookSheet } from '../intake/cells.ts';
import { foldWords } from '../fold-words.ts';
import { textOfCell } from '../intake/cells.ts';
import type { WorkbookKey } from './workbook-key.ts';
import { idsByWord } from './workbook-key.ts';

/** Rows above the table: the code, what the sheet is for, the head. People may put some in between. */
const ROWS_TO_LOOK_AT = 30;

/** One line of a table, by column; columns that were taken out are absent. */
export interface TableRow {
  /** Of the sheet, from 1. */
  readonly line: number;
  readonly has: (column: string) => boolean;
  readonly place: (column: string) => CellPlace;
  /** What counts in it: what a person entered in its place, else what stands there. */
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
  open: OpenCells,
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
        const line = head + index + 2;
        const place = (column: string) => ({ sheet: name, line, column });
        const found = (at: number | undefined) => (at === undefined ? null : (row[at] ?? null));
        const cell = (column: string) => open.cell(place(column), found(places.get(column)));
        const has = (column: string) => places.has(column);
        return [{ line, has, place, cell, text: (column) => textOfCell(cell(column)) }];
      });
      return { sheet: name, rows: below };
    }
  }
  return null;
}

const LEVEL = 'level:';

/** The level that the name of an answer stands for; null for another answer, and for a level that the scale has not. */
export function levelOfName(name: string | null, framework: Framework, indicator: Indicator): string | null {
  const { levels } = scaleOf(framework, indicator);
  return levels.find(({ id }) => name === `${LEVEL}${id}`)?.id ?? null;
}

/** What a cell of the column of answers can stand for, by the names of `WorkbookWords`; none for a word it cannot be. */
export function answerNamesOf(
  text: string,
  framework: Framework,
  indicator: Indicator,
  key: WorkbookKey,
): readonly string[] {
  const prefix = `answer.${indicator.scale}.`;
  const own = idsByWord(key.words, prefix);
  const known = own.get(foldWords(text)) ?? own.get(bareWord(text));
  if (known !== undefined) return [known];
  const levels = levelsOfText(text, framework, indicator);
  if (levels.length > 0) return levels.map((id) => `${LEVEL}${id}`);
  const spelled = spelledAnswer(text);
  return spelled === null ? [] : [spelled];
}
