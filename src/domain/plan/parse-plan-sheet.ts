import type { Framework } from '../framework/framework.ts';
import type { CellPlace, OpenCell, Settlements } from '../intake/open-cells.ts';
import { NOTHING_SETTLED, OpenCells } from '../intake/open-cells.ts';
import { columnOfHead } from '../intake/spelled-heads.ts';
import { spelledChoice } from '../intake/spellings.ts';
import type { AskedColumns } from '../intake/table-head.ts';
import { findTableHead, isHeadOfTable, placeColumns } from '../intake/table-head.ts';
import { entryIdSchema } from '../journal/entry-schema.ts';
import type { JsonValue } from '../journal/entry-schema.ts';
import { MAXIMUM_PLAN_ROWS, MAXIMUM_TEXT_LENGTH } from '../limits.ts';
import type { Problem, Result } from '../problem.ts';
import { problem } from '../problem.ts';
import { foldWords } from '../fold-words.ts';
import { asReadBack } from '../workbook/cell-text.ts';
import { readingsOf } from '../institutions/institution-name.ts';
import type { NamesInPlan } from './institutions-in-cell.ts';
import { institutionsOf } from './institutions-in-cell.ts';
import type { PlanSheetColumn, PlanSheetField, PlanSheetKey } from './plan-sheet.ts';
import type { WorkbookCell, WorkbookSheet } from '../intake/cells.ts';
import { findPlanSheetKey, PLAN_SHEET_FIELDS, PLAN_SHEET_VERSION } from './plan-sheet.ts';
import { isUnreadable, textOfCell } from '../intake/cells.ts';
import { ACTION_STATUSES } from './planned-action.ts';

/** One row of a workbook that came back. */
export interface PlanSheetRow {
  /** Of the sheet, from 1. */
  readonly line: number;
  /** Of the action; `new:<line>` where the row is new. */
  readonly id: string;
  readonly isNew: boolean;
  /** What its cells say; null for an empty one. Fields that stay open, or whose column is not there, are absent. */
  readonly values: ReadonlyMap<PlanSheetField, JsonValue>;
}

export interface PlanSheet {
  readonly mark: string | null;
  /** Ids of institutions by the names that the workbook was made with; of two of one name none. */
  readonly idsByName: ReadonlyMap<string, string>;
  readonly rows: readonly PlanSheetRow[];
  /** What could not be read. */
  readonly open: readonly OpenCell[];
}

export interface PlanSheetInput extends Omit<NamesInPlan, 'key'> {
  readonly framework: Framework;
  /** Id of the assessment that the plan belongs to. */
  readonly assessment: string;
  /** What every action that was ever in the plan says that is done, by its id, removed ones too. */
  readonly actions: ReadonlyMap<string, string | undefined>;
}

interface Reading extends PlanSheetInput {
  readonly key: PlanSheetKey;
  readonly open: OpenCells;
  /** Ids by the number that stands in the first column. */
  readonly byNumber: ReadonlyMap<string, string>;
}

/** Undefined leaves a cell open. */
type Read<Value> = Value | undefined;

function partsOf(text: string, separator: RegExp): string[] {
  return [...new Set(text.split(separator).flatMap((part) => (part.trim() === '' ? [] : [part.trim()])))];
}

/** All of a list, or undefined where one of them stays open. */
function allOf(list: readonly Read<string>[]): Read<JsonValue> {
  const known = list.filter((one) => one !== undefined);
  if (known.length < list.length) return undefined;
  return known.length === 0 ? null : [...new Set(known)];
}

/** One a line, or with semicolons between, unless an institution is called so. */
function partnersOf(text: string, place: CellPlace, reading: Reading): Read<JsonValue> {
  const names = new Set(reading.key.institutions.map(([, name]) => foldWords(name)));
  const isName = (line: string) => readingsOf(line).some((said) => names.has(said));
  const lines = partsOf(text, /\n/).flatMap((line) => (isName(line) ? [line] : partsOf(line, /[;؛]/)));
  return allOf(institutionsOf(lines, place, reading.open, reading));
}

function indicatorsOf(text: string, place: CellPlace, { framework, open }: Reading): Read<JsonValue> {
  const byCode = new Map(framework.indicators.map(({ id }) => [foldWords(id), id]));
  return allOf(
    partsOf(text, /[;,؛،\s]+/).map((code) => {
      const id = byCode.get(foldWords(code));
      if (id === undefined) open.leave(place, 'plan.unknownIndicator', { indicator: code }, { entry: 'text' });
      return id;
    }),
  );
}

function dependenciesOf(text: string, place: CellPlace, { byNumber, open }: Reading): Read<JsonValue> {
  return allOf(
    partsOf(text, /[;,؛،\s]+/).map((number) => {
      const id = byNumber.get(number);
      if (id === undefined) open.leave(place, 'plan.unknownDependency', { number }, { entry: 'text' });
      return id;
    }),
  );
}

function statusOf(text: string, place: CellPlace, { key, open }: Reading): Read<JsonValue> {
  if (text === '') return null;
  const [, named] = key.statuses.find(([word]) => foldWords(word) === foldWords(text)) ?? [];
  const status = ACTION_STATUSES.find((one) => one === (named ?? spelledChoice('status', text) ?? foldWords(text)));
  if (status !== undefined) return status;
  const options = key.statuses.flatMap(([word, id]) => (ACTION_STATUSES.some((one) => one === id) ? [word] : []));
  if (named === undefined)
    open.leave(place, 'plan.unknownStatus', { value: text, allowed: options.join(', ') }, { options });
  else open.leave(place, 'plan.keyWord', { value: text, name: `status.${named}` }, { options });
  return undefined;
}

/** What a cell says; null for an empty one, undefined where it stays open: then nothing of it changes. */
function valueOf(field: PlanSheetField, place: CellPlace, found: WorkbookCell, reading: Reading): Read<JsonValue> {
  const { open } = reading;
  if (field === 'start' || field === 'end') {
    const date = open.date(place, found);
    return date === '' ? null : date;
  }
  const text = open.text(place, found, MAXIMUM_TEXT_LENGTH);
  if (text === undefined) return undefined;
  switch (field) {
    case 'indicators':
      return indicatorsOf(text, place, reading);
    case 'dependsOn':
      return dependenciesOf(text, place, reading);
    case 'partners':
      return partnersOf(text, place, reading);
    case 'lead':
      return text === '' ? null : institutionsOf([text], place, reading.open, reading)[0];
    case 'status':
      return statusOf(text, place, reading);
    default:
      return text === '' ? null : text;
  }
}

/** The columns of the sheet, by the words of its key or those of any language of the app. */
function columnsOf({ columns }: PlanSheetKey): AskedColumns {
  const titles = [...columns].map(([title, column]) => [column, title] as const);
  return {
    columnOf: columnOfHead('plan', columns),
    asked: new Map(titles.filter(([column]) => column !== 'number')),
    needed: ['id', 'activity'],
    atLeast: 3,
    isOther: () => false,
  };
}

function findTable(sheets: readonly WorkbookSheet[], key: PlanSheetKey, open: OpenCells) {
  const columns = columnsOf(key);
  const head = findTableHead(sheets, columns, open);
  return head === null ? null : { ...head, ...placeColumns(head, columns, open) };
}

function idsByName({ institutions }: PlanSheetKey): ReadonlyMap<string, string> {
  const names = institutions.map(([, name]) => name);
  const isAlone = (name: string) => names.indexOf(name) === names.lastIndexOf(name);
  return new Map(institutions.flatMap(([id, name]) => (isAlone(name) ? [[name, id] as const] : [])));
}

function refuse(code: string, params: Problem['params'] = {}): Result<PlanSheet> {
  return { ok: false, problems: [problem(code, '', [], params)] };
}

interface NamedRow {
  readonly line: number;
  readonly id: string;
  readonly isNew: boolean;
  readonly cellOf: (column: PlanSheetColumn) => WorkbookCell;
}

/** Actions by what they say that is done; those of which two say the same are told by their mark alone. */
function actionsByActivity({ actions }: PlanSheetInput): ReadonlyMap<string, string> {
  const words = [...actions].map(([id, activity = '']) => [foldWords(asReadBack(activity)), id] as const);
  const isAlone = (word: string) => word !== '' && words.filter(([other]) => other === word).length === 1;
  return new Map(words.filter(([word]) => isAlone(word)));
}

/** The rows by the action they are about; what is about none, or about one that stands there already, stays open. */
function nameRows(
  table: NonNullable<ReturnType<typeof findTable>>,
  input: PlanSheetInput,
  open: OpenCells,
): NamedRow[] {
  const { actions } = input;
  const seen = new Map<string, number>();
  // Where the marks were taken out with their column, what is done tells the rows.
  const byActivity = table.places.has('id') ? null : actionsByActivity(input);
  return table.rows.flatMap((row, index): NamedRow[] => {
    const line = table.line + index + 1;
    const isEmpty = row.every((cell) => textOfCell(cell) === '' && !isUnreadable(cell));
    if (isEmpty) return [];
    const cellOf = (column: PlanSheetColumn): WorkbookCell => row[table.places.get(column) ?? -1] ?? null;
    const place = { sheet: table.sheet, line, column: 'id' };
    if (!open.isReadable(place, cellOf('id'))) return [];
    const activity = textOfCell(cellOf('activity'));
    const marked = byActivity === null ? cellOf('id') : (byActivity.get(foldWords(activity)) ?? null);
    const given = textOfCell(open.cell(place, marked));
    if (byActivity !== null && given === '' && !open.isSettled(place)) {
      open.leave(place, 'plan.rowWithoutMark', { activity }, { options: [''] });
      return [];
    }
    const id = given === '' ? `new:${line}` : given;
    const first = seen.get(id);
    if (given !== '' && !actions.has(id)) open.leave(place, 'plan.unknownRow', { id }, { options: [''] });
    else if (first !== undefined) open.leave(place, 'plan.duplicateRow', { first }, { options: [''] });
    else {
      seen.set(id, line);
      return [{ line, id, isNew: given === '', cellOf }];
    }
    return [];
  });
}

/**
 * The rows of a plan that was filled in elsewhere: every cell that can be read, and a list of what cannot, each with
 * its row, what stood there and what would be right. `settled` is what a person entered in its place. Words are those
 * of the workbook's own key and the usual spellings of every language of the app; columns may stand in another order,
 * and those that were taken out change nothing. Refused as a whole: `plan.noKey`, `plan.damagedKey`,
 * `plan.newerFormat`, `plan.otherAssessment`, `plan.missingColumn`, `plan.tooManyRows`. Left open: `intake.*`,
 * `plan.keyWord` (value, name), `plan.unknownRow`, `plan.duplicateRow`, `plan.rowWithoutMark` (activity),
 * `plan.unknownIndicator`, `plan.unknownDependency`, `plan.unknownStatus`, `plan.whichInstitution`,
 * `plan.alikeInstitution` (value, names). Advice: `intake.columnLeftOut`, `intake.sheetLeftOut`, `intake.noteLeftOut`.
 * docs/file-formats.md section 9.
 */
export function parsePlanSheet(
  sheets: readonly WorkbookSheet[],
  input: PlanSheetInput,
  settled: Settlements = NOTHING_SETTLED,
): Result<PlanSheet> {
  const key = findPlanSheetKey(sheets);
  if (key === null) return refuse('plan.noKey');
  if (key.formatVersion > PLAN_SHEET_VERSION) return refuse('plan.newerFormat', { supported: PLAN_SHEET_VERSION });
  const isVersion = Number.isInteger(key.formatVersion) && key.formatVersion > 0;
  if (!isVersion || (key.mark !== null && !entryIdSchema.safeParse(key.mark).success)) return refuse('plan.damagedKey');
  if (key.assessment !== input.assessment) return refuse('plan.otherAssessment');
  const open = new OpenCells(settled, sheets);
  const table = findTable(sheets, key, open);
  if (table === null || !['id', 'activity'].some((column) => table.places.has(column) || table.left.has(column)))
    return refuse('plan.missingColumn');
  // As long as nobody can tell what the rows are about none is read.
  const named = table.left.has('id') ? [] : nameRows(table, input, open);
  if (named.length > MAXIMUM_PLAN_ROWS) return refuse('plan.tooManyRows', { maximum: MAXIMUM_PLAN_ROWS });
  const byNumber = new Map(named.map(({ cellOf, id }) => [textOfCell(cellOf('number')), id]));
  byNumber.delete('');
  const reading: Reading = { ...input, key, open, byNumber };
  const rows = named.map(({ line, id, isNew, cellOf }): PlanSheetRow => {
    const values = new Map<PlanSheetField, JsonValue>();
    for (const field of PLAN_SHEET_FIELDS) {
      const place = { sheet: table.sheet, line, column: field };
      const value = table.places.has(field) ? valueOf(field, place, cellOf(field), reading) : undefined;
      if (value !== undefined) values.set(field, value);
    }
    return { line, id, isNew, values };
  });
  const columns = columnsOf(key);
  for (const sheet of sheets) {
    const isOurs = sheet.name === table.sheet || findPlanSheetKey([sheet]) !== null || isHeadOfTable(sheet, columns);
    if (!isOurs) open.adviseSheet(sheet);
  }
  open.adviseNotes(sheets);
  open.adviseRules(sheets);
  return { ok: true, value: { mark: key.mark, idsByName: idsByName(key), rows, open: open.list }, advice: open.advice };
}
