import type { WorkbookCell, WorkbookSheet } from './cells.ts';
import { isUnreadable, textOfCell } from './cells.ts';
import type { Problem } from '../problem.ts';
import { problem } from '../problem.ts';
import type { ReadDate } from './read-date.ts';
import { readDate } from './read-date.ts';

/** One thing that could not be taken in from a sheet; everything else is. */
export interface OpenCell {
  /** Names the cell: the same when the file is read again. */
  readonly id: string;
  /** What stood there and what would be right, with sheet (as file) and row. */
  readonly problem: Problem;
  /** What it could be: words of the sheet, or ISO dates. */
  readonly options: readonly string[];
  /** What else could be entered in its place; null where it has to be put right in the sheet. */
  readonly entry: 'text' | 'date' | null;
}

/** What a person entered in the place of open cells, by their id. */
export type Settlements = ReadonlyMap<string, string>;
export const NOTHING_SETTLED: Settlements = new Map();

/** An open cell and what a person entered in its place. */
export interface SettledCell {
  readonly cell: OpenCell;
  readonly value: string;
}

/** With a cell settled, or left open again where `value` is null. */
export function settleCell(before: readonly SettledCell[], cell: OpenCell, value: string | null): SettledCell[] {
  const others = before.filter((one) => one.cell.id !== cell.id);
  return value === null ? others : [...others, { cell, value }];
}

export function settlementsOf(settled: readonly SettledCell[]): Settlements {
  return new Map(settled.map(({ cell, value }) => [cell.id, value]));
}

/** What a file brings and what of it stays open. */
export interface Intake {
  /** How many indicators, documents, endorsements or fields of a plan it brings something of. */
  readonly taken: number;
  readonly open: readonly OpenCell[];
}

/** One cell of a table, wherever its table stands. */
export interface CellPlace {
  readonly sheet: string;
  /** Of the sheet, from 1. */
  readonly line: number;
  readonly column: string;
}

/** The name of a cell, by which it is settled. */
export function cellId({ sheet, line, column }: CellPlace): string {
  return JSON.stringify([sheet, line, column]);
}

/** What a cell can hold instead: see `OpenCell`. */
export type Remedy = Partial<Pick<OpenCell, 'options' | 'entry'>>;

/** Who reads more of them reads the file itself. */
const MOST_NOTES = 50;

const UNREADABLE = {
  error: 'intake.cellError',
  formula: 'intake.cellFormula',
  merged: 'intake.cellMerged',
  struck: 'intake.cellStruck',
} as const;

/** Where rules of sheets can cross out cells: as advice, as only the program of the sheet knows whether they do. */
export function adviceOfRules(sheets: readonly WorkbookSheet[]): readonly Problem[] {
  return sheets.flatMap(({ name, struckByRule: ranges = [] }) =>
    ranges.length === 0 ? [] : [problem('intake.struckByRule', name, [], { cells: ranges.join(', ') }, 'advice')],
  );
}

/** Gathers what stays open in a file, and what is said beside, each with its sheet and row. */
export class OpenCells {
  readonly #open = new Map<string, OpenCell>();
  readonly advice: Problem[] = [];
  readonly #settled: Settlements;
  readonly #dayZeros: ReadonlyMap<string, string | undefined>;

  /** `sheets`: of the file, for what they say of all their cells. */
  constructor(settled: Settlements = NOTHING_SETTLED, sheets: readonly WorkbookSheet[] = []) {
    this.#settled = settled;
    this.#dayZeros = new Map(sheets.map(({ name, dayZero }) => [name, dayZero]));
  }

  get list(): readonly OpenCell[] {
    return [...this.#open.values()];
  }

  /** What counts in a cell: what a person entered in its place, else what stands there. */
  cell(place: CellPlace, found: WorkbookCell): WorkbookCell {
    return this.#settled.get(cellId(place)) ?? found;
  }

  /** Whether a person entered something in the place of a cell. */
  isSettled(place: CellPlace): boolean {
    return this.#settled.has(cellId(place));
  }

  /** Of a cell, what comes first. */
  leave(
    place: CellPlace,
    code: string,
    params: Problem['params'] = {},
    { options = [], entry = null }: Remedy = {},
  ): void {
    const id = cellId(place);
    if (this.#open.has(id)) return;
    const found = { ...problem(code, place.sheet, [], params), line: place.line };
    this.#open.set(id, { id, problem: found, options, entry });
  }

  advise({ sheet, line }: Omit<CellPlace, 'column'>, code: string, params: Problem['params'] = {}): void {
    this.advice.push({ ...problem(code, sheet, [], params, 'advice'), line });
  }

  /** Says what people attached to cells, which nobody reads: `intake.noteLeftOut` (cell, shown). */
  adviseNotes(sheets: readonly WorkbookSheet[]): void {
    const notes = sheets.flatMap(({ name, notes: own = [] }) => own.map((note) => ({ sheet: name, ...note })));
    for (const { sheet, line, cell, text } of notes.slice(0, MOST_NOTES))
      this.advise({ sheet, line }, 'intake.noteLeftOut', { cell, shown: text });
  }

  /** Says where rules can cross out cells, which nobody works out here: `intake.struckByRule` (cells). */
  adviseRules(sheets: readonly WorkbookSheet[]): void {
    this.advice.push(...adviceOfRules(sheets));
  }

  /** Says that something stands on a sheet that is none of the workbook's own: `intake.sheetLeftOut` (shown). */
  adviseSheet({ name, rows }: WorkbookSheet): void {
    const at = rows.findIndex((row) => row.some((cell) => textOfCell(cell) !== ''));
    const shown = rows[at]?.map(textOfCell).find((text) => text !== '');
    if (shown !== undefined) this.advise({ sheet: name, line: at + 1 }, 'intake.sheetLeftOut', { shown });
  }

  /** Whether a cell can be read; otherwise it stays open. */
  isReadable(place: CellPlace, found: WorkbookCell, remedy: Remedy = { entry: 'text' }): boolean {
    const cell = this.cell(place, found);
    if (!isUnreadable(cell)) return true;
    this.leave(place, UNREADABLE[cell.unreadable], { shown: cell.shown === '' ? 'none' : cell.shown }, remedy);
    return false;
  }

  /** The text of a cell; undefined where it stays open: it cannot be read, or is longer than `maximum` characters. */
  text(place: CellPlace, found: WorkbookCell, maximum: number): string | undefined {
    if (!this.isReadable(place, found)) return undefined;
    const text = textOfCell(this.cell(place, found));
    if (text.length <= maximum) return text;
    this.leave(place, 'intake.tooLong', { maximum });
    return undefined;
  }

  /** What counts in a cell, as a date. */
  readDate({ sheet }: CellPlace, cell: WorkbookCell): ReadDate {
    return readDate(cell, this.#dayZeros.get(sheet));
  }

  /** A date, ISO 8601; '' for an empty cell, undefined where it stays open. */
  date(place: CellPlace, found: WorkbookCell): string | undefined {
    if (!this.isReadable(place, found, { entry: 'date' })) return undefined;
    const cell = this.cell(place, found);
    const read = this.readDate(place, cell);
    if ('date' in read) return read.date;
    const options = read.couldBe;
    this.leave(
      place,
      options.length === 0 ? 'intake.noDate' : 'intake.whichDate',
      { value: textOfCell(cell) },
      {
        options,
        entry: 'date',
      },
    );
    return undefined;
  }
}
