import readXlsxFile from 'read-excel-file/universal';
import type { WorkbookSheet } from '../domain/plan/plan-sheet.ts';
import type { Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { MAXIMUM_SHEET_BYTES } from './file-limits.ts';
import { readZip } from './read-zip.ts';

/** A part of a workbook may unpack to so much: far above any plan or answers. */
const MAXIMUM_PART_BYTES = 4 * MAXIMUM_SHEET_BYTES;

/** What a workbook is read for: its problems say what to choose instead. */
export type WorkbookUse = 'plan' | 'workbook';

/**
 * The cells of every sheet of an Excel workbook; of a formula its value. What it would unpack to is checked first.
 * Codes, after the use: `plan.tooBig`, `plan.notWorkbook`, `workbook.tooBig`, `workbook.notWorkbook`.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  use: WorkbookUse = 'plan',
): Promise<Result<readonly WorkbookSheet[]>> {
  if (bytes.length > MAXIMUM_SHEET_BYTES) {
    return { ok: false, problems: [problem(`${use}.tooBig`, '', [], { maximum: MAXIMUM_SHEET_BYTES })] };
  }
  const notWorkbook = { ok: false, problems: [problem(`${use}.notWorkbook`, '', [])] } as const;
  if (!readZip(bytes, () => MAXIMUM_PART_BYTES).ok) return notWorkbook;
  try {
    const own = new Uint8Array(bytes);
    const sheets = await readXlsxFile(own.buffer, { trim: false });
    return {
      ok: true,
      value: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as WorkbookSheet['rows'] })),
      advice: [],
    };
  } catch {
    // The package tells apart what people cannot: a file that is no workbook, and one that is damaged.
    return notWorkbook;
  }
}
