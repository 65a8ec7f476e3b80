import type { TableColumn, TableRow, Text } from './document.ts';
import { plainText } from './plain-text.ts';

const isBlank = (text: Text) => plainText(text).trim() === '';

/** A table without the columns in which no row says anything; the others share its width. The first column stays. */
export function withoutEmptyColumns(
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
): { columns: readonly TableColumn[]; rows: readonly TableRow[] } {
  const isUsed = columns.map(
    (_, index) => index === 0 || rows.some((row) => 'cells' in row && !(row.cells[index] ?? []).every(isBlank)),
  );
  if (!isUsed.includes(false)) return { columns, rows };
  const used = columns.filter((_, index) => isUsed[index]);
  const whole = used.reduce((sum, { share }) => sum + share, 0);
  return {
    columns: used.map((column) => ({ ...column, share: (column.share * 100) / whole })),
    rows: rows.map((row) => ('cells' in row ? { ...row, cells: row.cells.filter((_, index) => isUsed[index]) } : row)),
  };
}
