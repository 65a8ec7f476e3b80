import { evidenceSchema } from '../registers/evidence.ts';
import { spelledChoice } from '../intake/spellings.ts';
import { isUnreadable } from '../intake/cells.ts';
import type { WorkbookEvidence } from './answer-workbook.ts';
import { EVIDENCE_COLUMNS } from './answer-workbook.ts';
import { rowId } from './make-answer-workbook.ts';
import type { Table, TableRow } from './read-workbook-cells.ts';
import type { WorkbookReading } from './workbook-reading.ts';
import { choiceAt, indicatorAt, isEmptyRow, textAt } from './workbook-reading.ts';
import { linksOf } from './workbook-values.ts';

const ACCESS = evidenceSchema.shape.access.def.innerType.options;

/** The codes that a cell lists; undefined where one of them stays open. */
function indicatorsAt(row: TableRow, reading: WorkbookReading): { ids: string[]; isWhole: boolean } {
  const text = textAt(row, 'indicators', reading);
  const codes = [...new Set((text ?? '').split(/[;,؛،/\s]+/).filter((code) => code !== ''))];
  const found = codes.map((code) => indicatorAt(code, row, 'indicators', reading)?.id);
  const ids = [...new Set(found.filter((id) => id !== undefined))];
  return { ids, isWhole: text !== undefined && row.has('indicators') && !found.includes(undefined) };
}

/** A year or "n. d." is a date of a document too, so that text stands as it is. */
function dateAt(row: TableRow, reading: WorkbookReading): string | undefined {
  const cell = row.cell('date');
  if (isUnreadable(cell)) return textAt(row, 'date', reading);
  const read = reading.open.readDate(row.place('date'), cell);
  return 'date' in read ? read.date : textAt(row, 'date', reading);
}

/** A row as a document; what could not be read of it is undefined. */
function evidenceAt(row: TableRow, reading: WorkbookReading) {
  const fields = {
    title: textAt(row, 'title', reading),
    kind: textAt(row, 'kind', reading),
    holder: textAt(row, 'holder', reading),
    date: dateAt(row, reading),
    reference: textAt(row, 'reference', reading),
  };
  const access = choiceAt(row, 'access', 'access.', ACCESS, (text) => spelledChoice('access', text), reading);
  return { fields, access, indicators: indicatorsAt(row, reading) };
}

/**
 * The documents that are named. Of a document that was there before, a cell that cannot be read leaves the whole as it
 * was; a new one is taken in with what can be read, as long as it has a title.
 */
export function readEvidenceRows({ rows }: Table, reading: WorkbookReading): WorkbookEvidence[] {
  const { key, open, unread } = reading;
  const taken = new Set<string>();
  return rows.flatMap((row): WorkbookEvidence[] => {
    if (isEmptyRow(row, EVIDENCE_COLUMNS)) return [];
    const { fields, access, indicators } = evidenceAt(row, reading);
    const texts = { title: '', kind: '', holder: '', date: '', reference: '' };
    for (const [name, text] of Object.entries(fields)) if (text !== undefined) Object.assign(texts, { [name]: text });
    const given = row.text('id');
    // A copied row brings the id of the one it was copied from: it is another document.
    const isOwn = given !== '' && !taken.has(given) && /^[\w.-]{1,64}$/.test(given);
    const id = isOwn ? given : rowId(key.origin, JSON.stringify(texts));
    taken.add(id);
    const register = `evidence/${id}`;
    const isFilled = Object.values(texts).some((text) => text !== '');
    const isEmpty = !isFilled && indicators.ids.length === 0;
    if (!isEmpty && fields.title === '') {
      open.leave(row.place('title'), 'workbook.titleMissing', {}, { entry: 'text' });
    }
    const isWhole = access !== undefined && Object.values(fields).every((text) => text !== undefined);
    const hasAll = EVIDENCE_COLUMNS.every((column) => row.has(column));
    const isKnown = key.base.has(register);
    if ((isKnown && !(isWhole && hasAll)) || (texts.title === '' && !isEmpty)) unread.add(register);
    const isUntitledNew = !isKnown && texts.title === '';
    // What a cell that is not whole does not name stays linked as it was.
    const links = linksOf(key, id, indicators.ids);
    if (isUntitledNew) links.named.forEach((link) => unread.add(link));
    if (!indicators.isWhole) links.others.forEach((link) => unread.add(link));
    if (!isEmpty && indicators.isWhole && indicators.ids.length === 0) {
      open.advise(row.place('indicators'), 'workbook.evidenceUnlinked');
    }
    const shown = access ?? (isFilled && !isKnown ? 'internal' : null);
    return [{ id, indicators: indicators.ids, fields: texts, access: shown }];
  });
}
