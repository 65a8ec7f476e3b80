/** How much of an agreement two ratings are that stand so many of so many steps apart: 1 the same, 0 the two ends. */
export type AgreementWeight = (distance: number, steps: number) => number;

const QUADRATIC: AgreementWeight = (distance, steps) => 1 - (distance / steps) ** 2;
export const LINEAR: AgreementWeight = (distance, steps) => 1 - distance / steps;
export const EXACT: AgreementWeight = (distance) => (distance === 0 ? 1 : 0);

export interface WeightedKappa {
  /** Pairs of ratings. */
  readonly n: number;
  /** Share of pairs that are the same, 0 to 1; null without pairs. */
  readonly agreement: number | null;
  /** -1 to 1: 1 perfect, 0 what chance would give; null where chance alone would give perfect agreement. */
  readonly kappa: number | null;
  /** Asymptotic standard error; null with kappa. */
  readonly standardError: number | null;
  /** 95 % interval, kept between -1 and 1; null with kappa. */
  readonly low: number | null;
  readonly high: number | null;
}

/** Two-sided 95 % of the normal distribution. */
const Z_95 = 1.959964;
const TOLERANCE = 1e-12;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const between = (value: number) => Math.min(1, Math.max(-1, value));

/**
 * Weighted kappa of a square table of counts: rows are the levels of one team from the lowest, columns those of the
 * other, two levels or more. Kappa: Cohen 1968 (doi 10.1037/h0026256); its standard error: Fleiss, Cohen and Everitt
 * 1969 (doi 10.1037/h0028106). With few pairs the interval is a rough guide. docs/reliability.md.
 */
export function weightedKappa(
  table: readonly (readonly number[])[],
  weight: AgreementWeight = QUADRATIC,
): WeightedKappa {
  const n = sum(table.map(sum));
  const levels = table.map((_, level) => level);
  const nothing = { kappa: null, standardError: null, low: null, high: null };
  if (n === 0) return { n, agreement: null, ...nothing };
  const share = (row: number, column: number) => (table[row]?.[column] ?? 0) / n;
  const rows = levels.map((row) => sum(levels.map((column) => share(row, column))));
  const columns = levels.map((column) => sum(levels.map((row) => share(row, column))));
  const weightOf = (row: number, column: number) => weight(Math.abs(row - column), levels.length - 1);
  const overCells = (value: (row: number, column: number) => number) =>
    sum(levels.flatMap((row) => levels.map((column) => value(row, column))));
  const agreement = sum(levels.map((level) => share(level, level)));
  const observed = overCells((row, column) => weightOf(row, column) * share(row, column));
  const expected = overCells((row, column) => weightOf(row, column) * (rows[row] ?? 0) * (columns[column] ?? 0));
  if (1 - expected < TOLERANCE) return { n, agreement, ...nothing };
  const kappa = (observed - expected) / (1 - expected);
  const rowMean = levels.map((row) => sum(levels.map((column) => weightOf(row, column) * (columns[column] ?? 0))));
  const columnMean = levels.map((column) => sum(levels.map((row) => weightOf(row, column) * (rows[row] ?? 0))));
  const spread = overCells((row, column) => {
    const means = (rowMean[row] ?? 0) + (columnMean[column] ?? 0);
    return share(row, column) * (weightOf(row, column) - means * (1 - kappa)) ** 2;
  });
  const variance = (spread - (kappa - expected * (1 - kappa)) ** 2) / (n * (1 - expected) ** 2);
  const standardError = Math.sqrt(Math.max(0, variance));
  const margin = Z_95 * standardError;
  return { n, agreement, kappa, standardError, low: between(kappa - margin), high: between(kappa + margin) };
}
