import readXlsxFile from 'read-excel-file/universal';
import { MAXIMUM_SHEET_BYTES } from '../domain/limits.ts';
import type { WorkbookSheet } from '../domain/plan/plan-sheet.ts';
import type { Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { tidyWorkbook } from './tidy-workbook.ts';

/** What a workbook is read for: its problems say what to choose instead. */
export type WorkbookUse = 'plan' | 'workbook';

const EMPTY_ROW: WorkbookSheet['rows'][number] = [];

/** The empty rows between, one and the same: a sheet of a million rows costs what its filled ones do. */
function atTheirPlace(rows: WorkbookSheet['rows'], numbers: readonly number[]): WorkbookSheet['rows'] {
  const placed = Array.from({ length: numbers.at(-1) ?? 0 }, () => EMPTY_ROW);
  rows.forEach((row, index) => (placed[(numbers[index] ?? 1) - 1] = row));
  return placed;
}

/**
 * The cells of every sheet of an Excel workbook; of a formula its value. What it would unfold to is looked at first.
 * Codes, after the use: `plan.tooBig`, `plan.notWorkbook`, `workbook.tooBig`, `workbook.notWorkbook`; and those of
 * `tidyWorkbook`.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  use: WorkbookUse = 'plan',
): Promise<Result<readonly WorkbookSheet[]>> {
  if (bytes.length > MAXIMUM_SHEET_BYTES) {
    return { ok: false, problems: [problem(`${use}.tooBig`, '', [], { maximum: MAXIMUM_SHEET_BYTES })] };
  }
  const notWorkbook = { ok: false, problems: [problem(`${use}.notWorkbook`, '', [])] } as const;
  const tidy = tidyWorkbook(bytes);
  if (tidy.kind === 'notWorkbook') return notWorkbook;
  if (tidy.kind === 'refused') return { ok: false, problems: tidy.problems };
  try {
    const own = new Uint8Array(tidy.bytes);
    const sheets = await readXlsxFile(own.buffer, { trim: false });
    return {
      ok: true,
      value: sheets.map(({ sheet, data }, index) => ({
        name: sheet,
        rows: atTheirPlace(data as WorkbookSheet['rows'], tidy.rowNumbers[index] ?? []),
      })),
      advice: [],
    };
  } catch {
    // The package tells apart what people cannot: a file that is no workbook, and one that is damaged.
    return notWorkbook;
  }
}
