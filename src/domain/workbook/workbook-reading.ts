import type { Framework, Indicator } from '../framework/framework.ts';
import type { OpenCells } from '../intake/open-cells.ts';
import { indicatorOfCode } from '../intake/spelled-code.ts';
import { bareWord } from '../intake/spellings.ts';
import { MAXIMUM_CELL_LENGTH } from '../limits.ts';
import { foldWords } from '../fold-words.ts';
import { isUnreadable } from '../intake/cells.ts';
import { isOlderVersion } from '../rounds/fits-newer.ts';
import type { TableRow } from './read-workbook-cells.ts';
import type { WorkbookKey } from './workbook-key.ts';
import { idsByWord } from './workbook-key.ts';

/** What the parts of a workbook are read with, and what they leave open. */
export interface WorkbookReading {
  readonly framework: Framework;
  readonly key: WorkbookKey;
  readonly open: OpenCells;
  /** Registers of which the workbook does not say what it says: what stood there before stays. */
  readonly unread: Set<string>;
}

/** The indicator that a code names; null, with an open cell, where there is none. */
export function indicatorAt(
  code: string,
  row: TableRow,
  column: string,
  { framework, open }: WorkbookReading,
): Indicator | null {
  const found = indicatorOfCode(code, framework);
  if (found === undefined)
    open.leave(row.place(column), 'workbook.unknownIndicator', { indicator: code }, { entry: 'text' });
  return found ?? null;
}

/** The text of a cell; undefined where it stays open. */
export function textAt(row: TableRow, column: string, { open }: WorkbookReading): string | undefined {
  return open.text(row.place(column), row.cell(column), MAXIMUM_CELL_LENGTH);
}

/** Words of the key that stand for something there is, to choose from. */
export function wordsToChoose({ words }: WorkbookKey, prefix: string, ids: readonly string[]): string[] {
  return words.flatMap(([name, word]) => (ids.some((id) => name === `${prefix}${id}`) ? [word] : []));
}

/**
 * One of a list of words, as one of `ids`; null for an empty cell; undefined, with an open cell, where it cannot be read,
 * is another word, or one of which the key says what there is not. `spelled` knows words beside those of the key.
 */
export function choiceAt<Id extends string>(
  row: TableRow,
  column: string,
  prefix: string,
  ids: readonly Id[],
  spelled: (text: string) => string | null,
  { key, open }: WorkbookReading,
): Id | null | undefined {
  const options = wordsToChoose(key, prefix, ids);
  if (!open.isReadable(row.place(column), row.cell(column), { options })) return undefined;
  const text = row.text(column);
  if (text === '') return null;
  const own = idsByWord(key.words, prefix);
  const named = own.get(foldWords(text)) ?? own.get(bareWord(text));
  const id = ids.find((one) => one === (named ?? spelled(text) ?? foldWords(text)));
  if (id !== undefined) return id;
  if (named === undefined)
    open.leave(row.place(column), 'workbook.unknownWord', { value: text, allowed: options.join(' / ') }, { options });
  else open.leave(row.place(column), 'workbook.keyWord', { value: text, name: `${prefix}${named}` }, { options });
  return undefined;
}

/** Whether a workbook asks what is asked here: one on an older version may list what is asked no more. */
export function isOnThisVersion({ framework, key }: WorkbookReading): boolean {
  return !isOlderVersion(key.origin.framework.version, framework);
}

/** Says that something stands where nothing is filled in, and was left out. */
export function adviseRemark(row: TableRow, shown: string, { open }: WorkbookReading): void {
  if (shown !== '') open.advise(row.place(''), 'intake.remark', { shown });
}

/** Whether nothing at all stands in the columns of a row, not even what cannot be read. */
export function isEmptyRow(row: TableRow, columns: readonly string[]): boolean {
  return columns.every((column) => {
    const cell = row.cell(column);
    return isUnreadable(cell) ? cell.unreadable === 'merged' && cell.shown === '' : row.text(column) === '';
  });
}
