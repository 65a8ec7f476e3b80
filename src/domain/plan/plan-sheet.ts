import type { WorkbookSheet } from '../intake/cells.ts';
import { textOfCell } from '../intake/cells.ts';
import type { ActionStatus } from './planned-action.ts';

/** The plan as a workbook that people fill in and give back: docs/file-formats.md section 9. */
const PLAN_SHEET_FORMAT = 'sextant-plan';
export const PLAN_SHEET_VERSION = 1;

/** Fields of an action that a workbook holds. */
export const PLAN_SHEET_FIELDS = [
  'activity',
  'indicators',
  'lead',
  'partners',
  'start',
  'end',
  'resourcesAvailable',
  'resourcesToFind',
  'successIndicator',
  'verification',
  'dependsOn',
  'status',
  'note',
] as const;
export type PlanSheetField = (typeof PLAN_SHEET_FIELDS)[number];

/** Columns in their order: the number of the row, the fields, and the id that finds the action again. */
export const PLAN_SHEET_COLUMNS = ['number', ...PLAN_SHEET_FIELDS, 'id'] as const;
export type PlanSheetColumn = (typeof PLAN_SHEET_COLUMNS)[number];

/** What the second sheet says, so that the first is read whatever language its words are in. */
export interface PlanSheetKey {
  readonly formatVersion: number;
  readonly assessment: string;
  /** The newest entry when the workbook was made. */
  readonly mark: string | null;
  /** By their titles. */
  readonly columns: ReadonlyMap<string, PlanSheetColumn>;
  readonly statuses: readonly (readonly [word: string, id: string])[];
  readonly institutions: readonly (readonly [id: string, name: string])[];
}

/** Rows of the key: what stands in the first column says what the second is. */
export function planSheetKeyRows(key: {
  readonly assessment: string;
  readonly mark: string | null;
  readonly columns: Readonly<Record<PlanSheetColumn, string>>;
  readonly statuses: Readonly<Record<ActionStatus, string>>;
  readonly institutions: ReadonlyMap<string, string>;
}): (readonly [string, string])[] {
  return [
    ['format', PLAN_SHEET_FORMAT],
    ['formatVersion', String(PLAN_SHEET_VERSION)],
    ['assessment', key.assessment],
    ['mark', key.mark ?? ''],
    ...Object.entries(key.columns).map(([column, title]) => [`column.${column}`, title] as const),
    ...Object.entries(key.statuses).map(([status, word]) => [`status.${status}`, word] as const),
    ...[...key.institutions].map(([id, name]) => [`institution.${id}`, name] as const),
  ];
}

const INSTITUTION = 'institution.';

/** The key among the sheets of a workbook; null where none of them is one. */
export function findPlanSheetKey(sheets: readonly WorkbookSheet[]): PlanSheetKey | null {
  for (const { rows } of sheets) {
    const values = new Map(rows.map((row) => [textOfCell(row[0]), textOfCell(row[1])]));
    if (values.get('format') !== PLAN_SHEET_FORMAT) continue;
    const under = (prefix: string) =>
      [...values].flatMap(([name, words]) =>
        name.startsWith(prefix) ? [[words, name.slice(prefix.length)] as const] : [],
      );
    const columns = under('column.').flatMap(([words, id]) => {
      const column = PLAN_SHEET_COLUMNS.find((one) => one === id);
      return column === undefined ? [] : [[words, column] as const];
    });
    const mark = values.get('mark') ?? '';
    return {
      formatVersion: Number(values.get('formatVersion')),
      assessment: values.get('assessment') ?? '',
      mark: mark === '' ? null : mark,
      columns: new Map(columns),
      statuses: under('status.'),
      institutions: [...values].flatMap(([name, words]) =>
        name.startsWith(INSTITUTION) ? [[name.slice(INSTITUTION.length), words] as const] : [],
      ),
    };
  }
  return null;
}
