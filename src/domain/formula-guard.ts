/**
 * Cells that a spreadsheet would run as a formula, also in the full width of East Asian text, get an apostrophe in front
 * (OWASP, "CSV Injection"); one more where apostrophes stand there already, so that reading gives back what was written.
 */
export const FORMULA = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** The text of a cell that no spreadsheet runs: an apostrophe in front where it begins as a formula does. */
export function guardFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text of a guarded cell. */
export function unguardFormula(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
