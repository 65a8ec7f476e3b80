import { unguardFormula } from '../formula-guard.ts';

/**
 * A cell in which something stands that cannot be read, which is not the same as an empty one: a spreadsheet error, a
 * formula without a kept value, a cell that hides under another one it was merged with; or of which nobody can tell
 * whether it counts: what is crossed out, and letters that are lost.
 */
export interface UnreadableCell {
  readonly unreadable: 'error' | 'formula' | 'merged' | 'struck';
  /** What stands there: `#REF!`, the formula, the text that is hidden. */
  readonly shown: string;
}

/** What a cell holds when a workbook is read. */
export type WorkbookCell = string | number | boolean | Date | UnreadableCell | null;

/** Whether something stands in a cell that cannot be read. */
export function isUnreadable(cell: WorkbookCell | undefined): cell is UnreadableCell {
  return typeof cell === 'object' && cell !== null && 'unreadable' in cell;
}

/** What somebody attached to a cell, which is no part of what stands in it. */
export interface CellNote {
  /** Its address: C4. */
  readonly cell: string;
  /** Of the sheet, from 1. */
  readonly line: number;
  readonly text: string;
}

export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly WorkbookCell[])[];
  readonly notes?: readonly CellNote[];
  /** Ranges with filled cells (`D4:D112`) that a rule of the sheet crosses out under a condition. */
  readonly struckByRule?: readonly string[];
  /** The day from which its program counts days, ISO 8601; absent for 1899-12-30, as most do. */
  readonly dayZero?: string;
}

const SHEET_ERROR =
  /^(#(REF|NAME|NOM|VALUE|VALEUR|NUM|NOMBRE|NULL|NUL|SPILL|PROPAGATION|CALC)[!?]|#DIV\/0!|#N\/A|Err:\d{3})$/i;

/** Whether a text is what Excel and LibreOffice write for a cell that shows an error, in the languages of the app. */
export function isSheetError(text: string): boolean {
  return SHEET_ERROR.test(text);
}

/** How spreadsheets count days unless they say otherwise. */
export const USUAL_DAY_ZERO = '1899-12-30';

/** A cell as text: the guard of formulas taken off, line ends and outer space made alike; '' for an unreadable one. */
export function textOfCell(cell: WorkbookCell | undefined): string {
  if (cell === null || cell === undefined || isUnreadable(cell)) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return unguardFormula(String(cell).replaceAll(/\r\n?/g, '\n')).trim();
}

/** The same cell as crossed out; an empty or unreadable one stays as it is. */
export function struckOut(cell: WorkbookCell): WorkbookCell {
  const shown = textOfCell(cell);
  return shown === '' ? cell : { unreadable: 'struck', shown };
}

/** Letters of a column, from 0: A, B ... Z, AA. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${columnLetters(Math.floor(index / 26) - 1)}${letter}`;
}
