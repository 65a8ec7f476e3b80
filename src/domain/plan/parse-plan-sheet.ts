import type { Framework } from '../framework/framework.ts';
import { entryIdSchema } from '../journal/entry-schema.ts';
import type { JsonValue } from '../journal/fold.ts';
import { MAXIMUM_PLAN_ROWS, MAXIMUM_TEXT_LENGTH } from '../limits.ts';
import type { Problem, Result } from '../problem.ts';
import { problem } from '../problem.ts';
import type { PlanSheetColumn, PlanSheetField, PlanSheetKey, WorkbookCell, WorkbookSheet } from './plan-sheet.ts';
import { findPlanSheetKey, foldWords, PLAN_SHEET_FIELDS, PLAN_SHEET_VERSION, textOfCell } from './plan-sheet.ts';
import { ACTION_STATUSES } from './planned-action.ts';

/** One row of a workbook that came back. */
export interface PlanSheetRow {
  /** Of the sheet, from 1. */
  readonly line: number;
  /** Of the action; `new:<line>` where the row is new. */
  readonly id: string;
  readonly isNew: boolean;
  /** What its cells say; null for an empty one. Fields whose column is not there are absent. */
  readonly values: ReadonlyMap<PlanSheetField, JsonValue>;
}

export interface PlanSheet {
  readonly mark: string | null;
  readonly rows: readonly PlanSheetRow[];
}

export interface PlanSheetInput {
  readonly framework: Framework;
  /** Id of the assessment that the plan belongs to. */
  readonly assessment: string;
  /** Ids of every action that was ever in the plan, removed ones too. */
  readonly actions: ReadonlySet<string>;
  /** Ids of every institution that was ever in the assessment, removed ones too. */
  readonly institutions: ReadonlySet<string>;
}

/** Serial numbers of days between 1954 and 2173, as spreadsheets count them. */
const SERIAL_DAYS = { from: 20_000, to: 100_000 };
const SERIAL_ZERO_MS = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

type Tell = (code: string, params: Problem['params']) => void;
interface Reading extends PlanSheetInput {
  readonly key: PlanSheetKey;
  /** Ids by the number that stands in the first column. */
  readonly byNumber: ReadonlyMap<string, string>;
}

function dateOf(cell: WorkbookCell | undefined, column: string, tell: Tell): string | null {
  if (typeof cell === 'number' && cell >= SERIAL_DAYS.from && cell <= SERIAL_DAYS.to) {
    return new Date(SERIAL_ZERO_MS + Math.floor(cell) * DAY_MS).toISOString().slice(0, 10);
  }
  const text = textOfCell(cell);
  if (text === '') return null;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(text)) return text;
  tell('plan.badDate', { column, value: text });
  return null;
}

function partsOf(text: string, separator: RegExp): string[] {
  return [...new Set(text.split(separator).flatMap((part) => (part.trim() === '' ? [] : [part.trim()])))];
}

/** A name that the key gives to an institution that is not here is no name that anybody wrote. */
function institutionOf(name: string, { key, institutions }: Reading, tell: Tell): string {
  const id = key.institutions.get(foldWords(name));
  if (id !== undefined && !institutions.has(id)) tell('plan.keyWord', { value: name, name: `institution.${id}` });
  return id ?? name;
}

function indicatorsOf(text: string, { framework }: Reading, tell: Tell): string[] {
  const byCode = new Map(framework.indicators.map(({ id }) => [id.toLowerCase(), id]));
  return partsOf(text, /[;,\s]+/).flatMap((code) => {
    const id = byCode.get(code.toLowerCase());
    if (id === undefined) tell('plan.unknownIndicator', { indicator: code });
    return id ?? [];
  });
}

function dependenciesOf(text: string, { byNumber }: Reading, tell: Tell): string[] {
  return partsOf(text, /[;,\s]+/).flatMap((number) => {
    const id = byNumber.get(number);
    if (id === undefined) tell('plan.unknownDependency', { number });
    return id ?? [];
  });
}

function statusOf(text: string, { key }: Reading, tell: Tell): JsonValue {
  if (text === '') return null;
  const named = key.statuses.get(foldWords(text)) ?? foldWords(text);
  const status = ACTION_STATUSES.find((one) => one === named);
  if (status !== undefined) return status;
  if (key.statuses.has(foldWords(text))) {
    tell('plan.keyWord', { value: text, name: `status.${named}` });
    return null;
  }
  tell('plan.unknownStatus', { value: text, allowed: [...key.statuses.keys()].join(', ') });
  return null;
}

function orNull(list: string[]): JsonValue {
  return list.length === 0 ? null : list;
}

function valueOf(field: PlanSheetField, cell: WorkbookCell | undefined, reading: Reading, tell: Tell): JsonValue {
  const text = textOfCell(cell);
  if (text.length > MAXIMUM_TEXT_LENGTH) tell('plan.tooLong', { column: field, maximum: MAXIMUM_TEXT_LENGTH });
  switch (field) {
    case 'start':
    case 'end':
      return dateOf(cell, field, tell);
    case 'indicators':
      return orNull(indicatorsOf(text, reading, tell));
    case 'dependsOn':
      return orNull(dependenciesOf(text, reading, tell));
    case 'partners':
      return orNull(partsOf(text, /[;\n]/).map((name) => institutionOf(name, reading, tell)));
    case 'lead':
      return text === '' ? null : institutionOf(text, reading, tell);
    case 'status':
      return statusOf(text, reading, tell);
    default:
      return text === '' ? null : text;
  }
}

/** Where each known column stands in a head row; an unknown title is left out. */
function placesOf(head: readonly WorkbookCell[], key: PlanSheetKey): ReadonlyMap<PlanSheetColumn, number> {
  const places = new Map<PlanSheetColumn, number>();
  head.forEach((cell, index) => {
    const column = key.columns.get(foldWords(textOfCell(cell)));
    if (column !== undefined && !places.has(column)) places.set(column, index);
  });
  return places;
}

function findTable(sheets: readonly WorkbookSheet[], key: PlanSheetKey) {
  for (const { rows } of sheets) {
    const places = placesOf(rows[0] ?? [], key);
    const [id, activity] = [places.get('id'), places.get('activity')];
    if (id !== undefined && activity !== undefined) return { rows, places, id };
  }
  return null;
}

function refuse(code: string, params: Problem['params'] = {}): Result<PlanSheet> {
  return { ok: false, problems: [problem(code, '', [], params)] };
}

/**
 * The rows of a plan that was filled in elsewhere, whole or not at all. Words are those of the workbook's own key, so it
 * is read in whatever language it was made; columns may stand in another order, and those that were taken out change
 * nothing. Codes, each with its line: `plan.noKey`, `plan.damagedKey`, `plan.keyWord` (value, name), `plan.newerFormat`, `plan.otherAssessment`, `plan.missingColumn`,
 * `plan.tooManyRows`, `plan.unknownRow`, `plan.duplicateRow`, `plan.unknownIndicator`, `plan.unknownDependency`,
 * `plan.unknownStatus`, `plan.badDate`, `plan.tooLong`. docs/file-formats.md section 9.
 */
export function parsePlanSheet(sheets: readonly WorkbookSheet[], input: PlanSheetInput): Result<PlanSheet> {
  const key = findPlanSheetKey(sheets);
  if (key === null) return refuse('plan.noKey');
  if (key.formatVersion > PLAN_SHEET_VERSION) return refuse('plan.newerFormat', { supported: PLAN_SHEET_VERSION });
  const isVersion = Number.isInteger(key.formatVersion) && key.formatVersion > 0;
  if (!isVersion || (key.mark !== null && !entryIdSchema.safeParse(key.mark).success)) return refuse('plan.damagedKey');
  if (key.assessment !== input.assessment) return refuse('plan.otherAssessment');
  const table = findTable(sheets, key);
  if (table === null) return refuse('plan.missingColumn');
  const { rows, places } = table;
  const cellOf = (row: readonly WorkbookCell[], column: PlanSheetColumn) => {
    const place = places.get(column);
    return place === undefined ? undefined : (row[place] ?? null);
  };
  const filled = rows
    .map((row, index) => ({ row, line: index + 1 }))
    .slice(1)
    .filter(({ row }) => row.some((cell) => textOfCell(cell) !== ''));
  if (filled.length > MAXIMUM_PLAN_ROWS) return refuse('plan.tooManyRows', { maximum: MAXIMUM_PLAN_ROWS });

  const problems: Problem[] = [];
  const tellAt =
    (line: number): Tell =>
    (code, params) =>
      problems.push({ ...problem(code, '', [], params), line });
  const seen = new Map<string, number>();
  const named = filled.map(({ row, line }) => {
    const given = textOfCell(cellOf(row, 'id'));
    const isNew = given === '';
    const id = isNew ? `new:${line}` : given;
    if (!isNew && !input.actions.has(id)) tellAt(line)('plan.unknownRow', { id });
    const first = seen.get(id);
    if (first !== undefined) tellAt(line)('plan.duplicateRow', { first });
    seen.set(id, first ?? line);
    return { row, line, id, isNew };
  });
  const byNumber = new Map(named.map(({ row, id }) => [textOfCell(cellOf(row, 'number')), id]));
  byNumber.delete('');
  const reading: Reading = { ...input, key, byNumber };
  const read = named.map(({ row, line, id, isNew }): PlanSheetRow => {
    const values = new Map<PlanSheetField, JsonValue>();
    for (const field of PLAN_SHEET_FIELDS) {
      if (places.has(field)) values.set(field, valueOf(field, cellOf(row, field), reading, tellAt(line)));
    }
    return { line, id, isNew, values };
  });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { mark: key.mark, rows: read }, advice: [] };
}
