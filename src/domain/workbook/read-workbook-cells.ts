import type { Framework, Indicator } from '../framework/framework.ts';
import { scaleOf } from '../framework/framework.ts';
import type { CellPlace, OpenCells } from '../intake/open-cells.ts';
import { isNumberedLevel, levelsOfText } from '../intake/read-level.ts';
import { columnOfHead, headWord } from '../intake/spelled-heads.ts';
import { bareWord, spelledAnswer } from '../intake/spellings.ts';
import type { WorkbookCell, WorkbookSheet } from '../intake/cells.ts';
import { foldWords } from '../fold-words.ts';
import { isUnreadable, textOfCell } from '../intake/cells.ts';
import type { AskedColumns } from '../intake/table-head.ts';
import { findTableHead, isHeadOfTable, placeColumns } from '../intake/table-head.ts';
import { EVIDENCE_COLUMNS } from './answer-workbook.ts';
import type { WorkbookKey } from './workbook-key.ts';
import { idsByWord } from './workbook-key.ts';

/** One line of a table, by column; columns that were taken out are absent. */
export interface TableRow {
  /** Of the sheet, from 1. */
  readonly line: number;
  readonly has: (column: string) => boolean;
  readonly place: (column: string) => CellPlace;
  /** What counts in it: what a person entered in its place, else what stands there. */
  readonly cell: (column: string) => WorkbookCell;
  readonly text: (column: string) => string;
  /** What stands in the columns of levels, by title. */
  readonly levels: readonly { readonly title: string; readonly text: string; readonly isStruck: boolean }[];
  /** What stands first in the row, in whatever column of the table; '' where nothing does. */
  readonly shown: string;
}

export interface Table {
  readonly sheet: string;
  /** Columns that stay open. */
  readonly left: ReadonlySet<string>;
  /** Without those that hold nothing; none where a column stays open that says what they are about. */
  readonly rows: readonly TableRow[];
}

const TABLES = ['answers', 'requirements', 'evidence'] as const;
type TableName = (typeof TABLES)[number];

interface TableKind {
  /** Columns that are filled in. */
  readonly asked: readonly string[];
  /** Without one of these, and with nothing that could be it, there is no table. */
  readonly needed: readonly string[];
  /** Without one of these its rows are about nothing. */
  readonly about: readonly string[];
  readonly atLeast: number;
}

function kindOf(table: TableName, { origin }: WorkbookKey): TableKind {
  if (table === 'evidence') return { asked: EVIDENCE_COLUMNS, needed: ['title'], about: ['title', 'id'], atLeast: 3 };
  if (table === 'requirements') {
    return { asked: ['code', 'met'], needed: ['code', 'met'], about: ['code', 'met'], atLeast: 3 };
  }
  const asked = origin.mode === 'comment' ? ['code', 'comment'] : ['code', 'answer', 'reason', 'confidence', 'comment'];
  return { asked, needed: asked.slice(0, 2), about: ['code'], atLeast: 2 };
}

/** Titles of the columns of levels: what they say is ours. */
function levelTitles({ words }: WorkbookKey): (title: string) => boolean {
  const own = new Set(words.flatMap(([name, word]) => (name.includes('.level:') ? [headWord(word)] : [])));
  return (title) => own.has(headWord(title)) || isNumberedLevel(title);
}

function columnsOf(table: TableName, key: WorkbookKey): AskedColumns {
  const { asked, needed, atLeast } = kindOf(table, key);
  const titleOf = (column: string) => key.words.find(([name]) => name === `${table}.${column}`)?.[1] ?? column;
  return {
    columnOf: columnOfHead(table, idsByWord(key.words, `${table}.`)),
    asked: new Map(asked.map((column) => [column, titleOf(column)])),
    needed,
    atLeast,
    isOther: levelTitles(key),
  };
}

/** Whether a sheet has, as far as one can tell, the head of any table. */
export function hasHead(sheet: WorkbookSheet, key: WorkbookKey): boolean {
  return TABLES.some((table) => isHeadOfTable(sheet, columnsOf(table, key)));
}

/**
 * The sheet whose head has the columns of a table, wherever it stands and in whatever order; null without one. A column whose
 * title was changed is left open, and so is another sheet that says something else: see `placeColumns`, `findTableHead`.
 * A table of whose rows nobody could tell what they are about has none.
 */
export function findTable(
  sheets: readonly WorkbookSheet[],
  key: WorkbookKey,
  table: TableName,
  open: OpenCells,
): Table | null {
  const { asked, needed, about } = kindOf(table, key);
  const columns = columnsOf(table, key);
  const head = findTableHead(sheets, columns, open);
  if (head === null) return null;
  const { sheet } = head;
  const { places, left, isStray, others } = placeColumns(head, columns, open);
  const isHeadAgain = (row: readonly WorkbookCell[]) =>
    [...places].filter(([column, at]) => columns.columnOf(textOfCell(row[at])) === column).length > 1;
  const rows = head.rows.flatMap((row, index): TableRow[] => {
    if (row.length === 0 || isHeadAgain(row)) return [];
    const line = head.line + index + 1;
    const place = (column: string) => ({ sheet, line, column });
    const found = (at: number | undefined) => (at === undefined ? null : (row[at] ?? null));
    const cell = (column: string) => open.cell(place(column), found(places.get(column)));
    const has = (column: string) => places.has(column);
    const levels = [...others].map(([at, title]) => {
      const own = row[at] ?? null;
      const isStruck = isUnreadable(own) && own.unreadable === 'struck';
      return { title, text: isStruck ? own.shown : textOfCell(own), isStruck };
    });
    const shown = row.map(textOfCell).find((text, at) => text !== '' && !isStray(at)) ?? '';
    return [{ line, has, place, cell, text: (column) => textOfCell(cell(column)), levels, shown }];
  });
  const isGone = (column: string) => !places.has(column) && !left.has(column);
  const gone = needed.find(isGone);
  if (gone !== undefined) {
    const isSaid = rows.some((row) =>
      asked.some((column) => !['code', 'id'].includes(column) && row.text(column) !== ''),
    );
    const column = columns.asked.get(gone) ?? gone;
    if (isSaid) open.leave({ ...head, column: gone }, 'intake.columnMissing', { column });
    return null;
  }
  return { sheet, left, rows: about.some((column) => left.has(column)) ? [] : rows };
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
