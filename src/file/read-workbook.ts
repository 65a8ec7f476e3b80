import { MAXIMUM_SHEET_BYTES } from '../domain/limits.ts';
import type { WorkbookSheet } from '../domain/intake/cells.ts';
import type { Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { isOpenDocument, readOds } from './read-ods.ts';
import { readXlsx } from './read-xlsx.ts';

/** What a workbook is read for: its problems say what to choose instead. */
export type WorkbookUse = 'plan' | 'workbook';

/**
 * The cells of every sheet of an Excel workbook or an OpenDocument spreadsheet; of a formula its value, and of a cell that
 * cannot be read what stands there. What it would unfold to is looked at first. Codes, after the use: `plan.tooBig`,
 * `plan.notWorkbook`, `workbook.tooBig`, `workbook.notWorkbook`; and those of `readXlsx` and `readOds`.
 */
export function readWorkbook(bytes: Uint8Array, use: WorkbookUse = 'plan'): Promise<Result<readonly WorkbookSheet[]>> {
  if (bytes.length > MAXIMUM_SHEET_BYTES) {
    const problems = [problem(`${use}.tooBig`, '', [], { maximum: MAXIMUM_SHEET_BYTES })];
    return Promise.resolve({ ok: false, problems });
  }
  const read = isOpenDocument(bytes) ? readOds(bytes) : readXlsx(bytes);
  if (read.kind === 'sheets') return Promise.resolve({ ok: true, value: read.sheets, advice: [] });
  const problems = read.kind === 'refused' ? read.problems : [problem(`${use}.notWorkbook`, '', [])];
  return Promise.resolve({ ok: false, problems });
}
