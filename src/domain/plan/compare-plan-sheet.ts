import type { Action } from '../registers/assessment-state.ts';
import { asReadBack } from '../workbook/cell-text.ts';
import type { JsonValue } from '../journal/entry-schema.ts';
import type { PlanSheet } from './parse-plan-sheet.ts';
import type { PlanSheetField } from './plan-sheet.ts';

/** One cell that a person changed in the workbook. */
export interface PlanSheetChange {
  /** Of the action; `new:<line>` for a row that is new. */
  readonly action: string;
  /** Of the sheet, from 1. */
  readonly line: number;
  readonly field: PlanSheetField;
  /** What stands in the plan now, and what the workbook says; null for nothing. */
  readonly here: JsonValue;
  readonly file: JsonValue;
  /** The plan itself was changed there since the workbook was made, to something else. */
  readonly conflict: boolean;
}

export interface PlanSheetComparison {
  readonly changes: readonly PlanSheetChange[];
  /** `new:<line>`, in the order of the sheet. */
  readonly newRows: readonly string[];
  /** Ids of actions of the plan that the workbook has no row for. They stay. */
  readonly missing: readonly string[];
  /** Ids of actions that were removed here since the workbook was made. Their rows are left out. */
  readonly removedHere: readonly string[];
}

/** A value as it comes back from a workbook that nobody touched. */
function asInSheet(value: JsonValue | undefined, field: PlanSheetField): JsonValue {
  if (typeof value === 'string') {
    const text = asReadBack(value);
    return text === '' || (field === 'status' && text === 'not-started') ? null : text;
  }
  return value === undefined || (Array.isArray(value) && value.length === 0) ? null : value;
}

const same = (a: JsonValue, b: JsonValue) => JSON.stringify(a) === JSON.stringify(b);

/** The institutions of a field by their ids: a plan may call one by its name, which the workbook knows it by. */
function byId(value: JsonValue, field: PlanSheetField, idsByName: ReadonlyMap<string, string>): JsonValue {
  if (field !== 'lead' && field !== 'partners') return value;
  const idOf = (one: JsonValue) => (typeof one === 'string' ? (idsByName.get(one) ?? one) : one);
  return Array.isArray(value) ? value.map(idOf) : idOf(value);
}

function fieldOf(action: Action | undefined, field: PlanSheetField): JsonValue {
  return asInSheet((action as Readonly<Record<string, JsonValue | undefined>> | undefined)?.[field], field);
}

/**
 * What people changed in a workbook: three ways, so that a cell nobody touched never puts back what the plan has since
 * become. `idsByName` are the institutions that the workbook names; `base` are the actions as they were when the workbook was made, `here` as they are now (removed ones too).
 * docs/file-formats.md section 9.
 */
export function comparePlanSheet(
  { rows, idsByName }: Pick<PlanSheet, 'rows' | 'idsByName'>,
  base: ReadonlyMap<string, Action>,
  here: ReadonlyMap<string, Action>,
): PlanSheetComparison {
  const removedHere: string[] = [];
  const changes = rows.flatMap(({ id, isNew, line, values }): PlanSheetChange[] => {
    const [before, now] = [base.get(id), here.get(id)];
    if (!isNew && now?.removed === true) {
      removedHere.push(id);
      return [];
    }
    return [...values].flatMap(([field, value]) => {
      const file = asInSheet(value, field);
      const [was, is] = [fieldOf(before, field), fieldOf(now, field)];
      const isSame = (value: JsonValue) => same(file, byId(value, field, idsByName));
      if (isSame(was) || isSame(is)) return [];
      return [{ action: id, line, field, here: is, file, conflict: !same(was, is) }];
    });
  });
  const inFile = new Set(rows.map(({ id }) => id));
  return {
    changes,
    newRows: rows.filter(({ isNew }) => isNew).map(({ id }) => id),
    missing: [...here.values()].filter(({ id, removed }) => removed !== true && !inFile.has(id)).map(({ id }) => id),
    removedHere,
  };
}
