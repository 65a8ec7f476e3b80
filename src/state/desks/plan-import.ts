import type { SettledCell } from '../../domain/intake/open-cells.ts';
import { settlementsOf } from '../../domain/intake/open-cells.ts';
import { readAssessment } from '../../domain/assessment/read-assessment.ts';
import type { JsonValue } from '../../domain/journal/entry-schema.ts';
import { fold } from '../../domain/registers/fold.ts';
import { buildRegister } from '../../domain/registers/register-address.ts';
import type { PlanSheetChange, PlanSheetComparison } from '../../domain/plan/compare-plan-sheet.ts';
import { comparePlanSheet } from '../../domain/plan/compare-plan-sheet.ts';
import { freeNamesIn } from '../../domain/plan/institutions-in-cell.ts';
import { parsePlanSheet } from '../../domain/plan/parse-plan-sheet.ts';
import type { WorkbookSheet } from '../../domain/intake/cells.ts';
import type { Result } from '../../domain/problem.ts';
import type { SettledIntake } from '../../exchange/read-file.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';
import type { Change } from '../../domain/registers/make-changes.ts';
import type { Resettle } from '../library/preview-import.ts';
import { ReadingDesk } from '../library/reading-desk.svelte.ts';

type ImportSession = Pick<AssessmentSession, 'identity' | 'framework' | 'assessment' | 'entries' | 'newId'>;

/** What a workbook would change, what of it stays open, and the same with cells settled. */
export interface PlanPreview extends Resettle<Result<PlanPreview>> {
  readonly comparison: PlanSheetComparison;
  readonly intake: SettledIntake;
}

/** Reads a workbook that came back and says what it would change; writes nothing. `desk` shows how far that is. */
export async function previewPlanImport(
  file: File,
  session: ImportSession,
  desk = new ReadingDesk(),
): Promise<Result<PlanPreview>> {
  const { content } = await desk.readOne({ file, fileName: file.name, use: 'plan', passphrase: null });
  if (!content.ok) return content;
  return previewPlanSheets(content.value.kind === 'workbook' ? content.value.sheets : [], session);
}

function previewPlanSheets(
  sheets: readonly WorkbookSheet[],
  session: ImportSession,
  settled: readonly SettledCell[] = [],
): Result<PlanPreview> {
  const { identity, framework, assessment, entries } = session;
  const input = {
    framework,
    assessment: identity.id,
    actions: new Map([...assessment.actions].map(([id, { activity }]) => [id, activity])),
    institutions: new Set(assessment.institutions.keys()),
    freeNames: freeNamesIn(assessment.actions.values()),
  };
  const sheet = parsePlanSheet(sheets, input, settlementsOf(settled));
  if (!sheet.ok) return sheet;
  const { mark, open } = sheet.value;
  const before = entries.filter(({ id }) => mark !== null && id <= mark);
  const base = readAssessment(fold(before), framework).actions;
  const comparison = comparePlanSheet(sheet.value, base, assessment.actions);
  const intake = { taken: comparison.changes.length, open, settled };
  const resettle = (now: readonly SettledCell[]) => Promise.resolve(previewPlanSheets(sheets, session, now));
  return { ok: true, value: { comparison, intake, resettle }, advice: sheet.advice };
}

/** Names a change within one preview. */
export function keyOfChange({ action, field }: PlanSheetChange): string {
  return `${action}/${field}`;
}

/** Entries for the changes that are taken: new rows get ids and stand at the end of the plan. */
export function changesToWrite(
  comparison: PlanSheetComparison,
  taken: ReadonlySet<string>,
  session: Pick<ImportSession, 'assessment' | 'newId'>,
): Change[] {
  const wanted = comparison.changes.filter((change) => taken.has(keyOfChange(change)));
  const used = new Set(wanted.map(({ action }) => action));
  const added = comparison.newRows.filter((row) => used.has(row));
  const ids = new Map(added.map((row) => [row, session.newId()]));
  const idOf = (row: string) => ids.get(row) ?? row;
  /** A dependency on a new row that was not taken is left out. */
  const known = (id: JsonValue) => typeof id === 'string' && (!id.startsWith('new:') || ids.has(id));
  const register = (action: string, field: string) => buildRegister({ kind: 'action', action: idOf(action), field });
  const orders = [...session.assessment.actions.values()].flatMap(({ order }) => order ?? []);
  const last = Math.max(0, session.assessment.actions.size, ...orders);
  return [
    ...added.map((row, index) => ({ register: register(row, 'order'), value: last + index + 1 })),
    ...wanted.map(({ action, field, file }) => ({
      register: register(action, field),
      value: field === 'dependsOn' && Array.isArray(file) ? file.filter(known).map((id) => idOf(String(id))) : file,
    })),
  ];
}
