import type { Endorsement } from '../registers/institution.ts';
import { endorsementSchema } from '../registers/institution.ts';
import { spelledChoice } from '../intake/spellings.ts';
import type { WorkbookCell, WorkbookSheet } from '../intake/cells.ts';
import { isUnreadable, textOfCell } from '../intake/cells.ts';
import type { CellPlace, OpenCells, Remedy } from '../intake/open-cells.ts';
import { cellId } from '../intake/open-cells.ts';
import { columnOfHead } from '../intake/spelled-heads.ts';
import { buildRegister } from '../registers/register-address.ts';
import { ENDORSEMENT_FIELDS } from './answer-workbook.ts';
import type { TableRow } from './read-workbook-cells.ts';
import { idsByWord } from './workbook-key.ts';
import type { WorkbookReading } from './workbook-reading.ts';
import { choiceAt, isEmptyRow, textAt, wordsToChoose } from './workbook-reading.ts';

const STATES = endorsementSchema.shape.state.options;

type Lines = ReadonlyMap<string, TableRow>;

/** What one sheet says of who stands behind the answers. */
interface Found {
  readonly sheet: string;
  readonly lines: Lines;
  /** Lines with another label, in whose place a field could stand that is not there, and what was entered in them. */
  readonly strays: readonly { readonly line: number; readonly entered: string }[];
}

/** Fewer lines with a label of ours are something else. */
const LINES_TO_KNOW_IT_BY = 2;

/** Hidden by the cell that it was merged with, a cell holds nothing. */
const isFilled = (cell: WorkbookCell) =>
  isUnreadable(cell) ? cell.unreadable !== 'merged' || cell.shown !== '' : textOfCell(cell) !== '';

function lineOf(place: CellPlace, entered: WorkbookCell, open: OpenCells): TableRow {
  const cell = () => open.cell(place, entered);
  return {
    line: place.line,
    has: () => true,
    place: () => place,
    cell,
    text: () => textOfCell(cell()),
    levels: [],
    shown: '',
  };
}

/** The lines of one sheet by field: the label in one cell, what was entered in the next that holds something. */
function linesOf({ name: sheet, rows }: WorkbookSheet, { key, open }: WorkbookReading): Found {
  const fieldOf = columnOfHead('endorsement', idsByWord(key.words, 'endorsement.'));
  const lines = new Map<string, TableRow>();
  const others: { line: number; entered: string }[] = [];
  rows.forEach((row, index) => {
    const line = index + 1;
    const label = row.findIndex((cell) => textOfCell(cell) !== '');
    if (label === -1) return;
    const entered = row.slice(label + 1).find(isFilled) ?? null;
    const field = fieldOf(textOfCell(row[label]));
    if (field !== undefined && !lines.has(field))
      lines.set(field, lineOf({ sheet, line, column: field }, entered, open));
    else if (textOfCell(entered) !== '') others.push({ line, entered: textOfCell(entered) });
  });
  const known = [...lines.values()].map(({ line }) => line);
  const missing = ENDORSEMENT_FIELDS.length - lines.size;
  const [from, to] = [Math.min(...known) - missing, Math.max(...known) + missing];
  return { sheet, lines, strays: missing === 0 ? [] : others.filter(({ line }) => line >= from && line <= to) };
}

/** Whether a sheet has the labels of who stands behind the answers, as far as one can tell. */
export function hasEndorsement(sheet: WorkbookSheet, reading: WorkbookReading): boolean {
  return linesOf(sheet, reading).lines.size >= LINES_TO_KNOW_IT_BY;
}

/** With an empty line, left open, for each field whose label is not there any more; a name is only missed where one may stand. */
function withMissing({ sheet, lines, strays }: Found, { key, open }: WorkbookReading): Lines {
  const all = new Map(lines);
  const [first] = lines.values();
  const line = strays[0]?.line ?? first?.line ?? 1;
  for (const field of ENDORSEMENT_FIELDS) {
    if (lines.has(field)) continue;
    const place = { sheet, line, column: field };
    all.set(field, lineOf(place, null, open));
    if (open.isSettled(place) || (field === 'name' && strays.length === 0)) continue;
    const label = key.words.find(([name]) => name === `endorsement.${field}`)?.[1] ?? field;
    const remedies: Readonly<Record<typeof field, Remedy>> = {
      state: { options: wordsToChoose(key, 'state.', STATES) },
      function: { options: [...new Set(strays.map(({ entered }) => entered))], entry: 'text' },
      name: { options: [...new Set(strays.map(({ entered }) => entered))], entry: 'text' },
      date: { entry: 'date' },
    };
    open.leave(place, 'workbook.endorsementLabel', { label }, remedies[field]);
  }
  return all;
}

/** Undefined where it stays open: what is missing is named, line by line. */
function endorsementOf(lines: ReadonlyMap<string, TableRow>, reading: WorkbookReading): Endorsement | undefined {
  const { open, key } = reading;
  const row = (field: string): TableRow => {
    const found = lines.get(field);
    if (found === undefined) throw new RangeError(`no line for ${field}`);
    return found;
  };
  const state = choiceAt(row('state'), '', 'state.', STATES, (text) => spelledChoice('state', text), reading);
  const role = textAt(row('function'), '', reading);
  const person = textAt(row('name'), '', reading);
  const date = open.date(row('date').place(''), row('date').cell(''));
  const options = wordsToChoose(key, 'state.', STATES);
  const missing = (field: string, remedy: Parameters<typeof open.leave>[3]) =>
    open.leave(row(field).place(''), 'workbook.endorsementIncomplete', {}, remedy);
  if (state === null) missing('state', { options });
  if (role === '') missing('function', { entry: 'text' });
  if (date === '') missing('date', { entry: 'date' });
  const isNameOpen = open.list.some(({ id }) => id === cellId(row('name').place('')));
  if (!state || !role || !date || person === undefined || isNameOpen) return undefined;
  return { state, function: role, date, ...(person === '' ? {} : { name: person }) };
}

/** Who stands behind the answers: null where its lines are empty, undefined where they are not there or stay open. */
export function readEndorsement(
  sheets: readonly WorkbookSheet[],
  reading: WorkbookReading,
): Endorsement | null | undefined {
  const all = sheets.map((sheet) => linesOf(sheet, reading)).sort((a, b) => b.lines.size - a.lines.size);
  const [first, ...others] = all.filter(({ lines }) => lines.size >= LINES_TO_KNOW_IT_BY);
  if (first === undefined) return undefined;
  const isWhole = ({ lines }: Found) => lines.size === ENDORSEMENT_FIELDS.length;
  for (const { sheet, lines } of others.filter(isWhole)) {
    const isOther = [...lines].some(
      ([field, line]) => line.text('') !== '' && line.text('') !== first.lines.get(field)?.text(''),
    );
    const line = lines.get('state')?.line ?? 1;
    if (isOther) reading.open.leave({ sheet, line, column: 'sheet' }, 'intake.sheetTwice', { read: first.sheet });
  }
  const isEmpty = [...first.lines.values()].every((row) => isEmptyRow(row, ['']));
  if (isEmpty && first.strays.length === 0) return isWhole(first) ? null : undefined;
  const found = endorsementOf(withMissing(first, reading), reading);
  const { institution } = reading.key.origin;
  if (found === undefined) reading.unread.add(buildRegister({ kind: 'endorsement', institution }));
  return found;
}
