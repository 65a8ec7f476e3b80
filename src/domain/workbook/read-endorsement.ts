import type { Endorsement } from '../registers/institution.ts';
import { endorsementSchema } from '../registers/institution.ts';
import { spelledChoice } from '../intake/spellings.ts';
import type { WorkbookSheet } from '../intake/cells.ts';
import { foldWords } from '../fold-words.ts';
import { textOfCell } from '../intake/cells.ts';
import { buildRegister } from '../registers/register-address.ts';
import { ENDORSEMENT_FIELDS } from './answer-workbook.ts';
import type { TableRow } from './read-workbook-cells.ts';
import { idsByWord } from './workbook-key.ts';
import type { WorkbookReading } from './workbook-reading.ts';
import { choiceAt, isEmptyRow, textAt, wordsToChoose } from './workbook-reading.ts';

const STATES = endorsementSchema.shape.state.options;

/** The lines of one sheet by field: the label in one cell, what was entered in the next. */
function linesOf({ name, rows }: WorkbookSheet, { key, open }: WorkbookReading): ReadonlyMap<string, TableRow> {
  const fields = idsByWord(key.words, 'endorsement.');
  const found = new Map<string, TableRow>();
  rows.forEach((row, index) => {
    const labels = row.findIndex((cell) => textOfCell(cell) !== '');
    const field = labels === -1 ? undefined : fields.get(foldWords(textOfCell(row[labels])));
    if (field === undefined || found.has(field)) return;
    const place = () => ({ sheet: name, line: index + 1, column: field });
    const cell = () => open.cell(place(), row[labels + 1] ?? null);
    found.set(field, { line: index + 1, has: () => true, place, cell, text: () => textOfCell(cell()) });
  });
  return found;
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
  if (state === undefined || state === null || !role || !date || person === undefined) return undefined;
  return { state, function: role, date, ...(person === '' ? {} : { name: person }) };
}

/** Who stands behind the answers: null where its lines are empty, undefined where they are not there or stay open. */
export function readEndorsement(
  sheets: readonly WorkbookSheet[],
  reading: WorkbookReading,
): Endorsement | null | undefined {
  for (const sheet of sheets) {
    const lines = linesOf(sheet, reading);
    if (!ENDORSEMENT_FIELDS.every((field) => lines.has(field))) continue;
    if ([...lines.values()].every((row) => isEmptyRow(row, ['']))) return null;
    const found = endorsementOf(lines, reading);
    const { institution } = reading.key.origin;
    if (found === undefined) reading.unread.add(buildRegister({ kind: 'endorsement', institution }));
    return found;
  }
  return undefined;
}
