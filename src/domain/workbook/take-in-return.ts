import type { SettledCell } from '../intake/open-cells.ts';
import { settlementsOf } from '../intake/open-cells.ts';
import type { MergeSide } from '../journal/preview-merge.ts';
import type { WorkbookSheet } from '../plan/plan-sheet.ts';
import type { Result } from '../problem.ts';
import type { FileFacts } from '../returns/returned-form.ts';
import { returnedWorkbook } from '../returns/returned-form.ts';
import type { WorkbookSide, WorkbookTarget } from './take-in-workbook.ts';
import { takeInWorkbook } from './take-in-workbook.ts';

/** A workbook that came back, as `takeInWorkbook` reads it, as the return of its institution. */
export function takeInReturn(
  sheets: readonly WorkbookSheet[],
  target: WorkbookTarget,
  facts: FileFacts,
  settled: readonly SettledCell[],
): Result<WorkbookSide & Required<Pick<MergeSide, 'returned'>>> {
  const side = takeInWorkbook(sheets, target, settlementsOf(settled));
  return side.ok ? { ...side, value: { ...side.value, returned: returnedWorkbook(side.value, facts) } } : side;
}
