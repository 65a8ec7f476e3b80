import type { Report } from '../report/report.ts';

/** One domain of the picture of intervals. */
export interface IntervalRow {
  readonly domain: string;
  /** 0-100 */
  readonly low: number;
  readonly high: number;
  readonly score: number;
}

/** The domains that have an interval under other weights, in the framework's order. */
export function intervalRows(
  { domains }: Pick<Report, 'domains'>,
  robustness: NonNullable<Report['robustness']>,
): IntervalRow[] {
  return domains.flatMap(({ id, score }) => {
    const found = robustness.domains.find((one) => one.id === id);
    if (score === null || found === undefined || found.low === null || found.high === null) return [];
    return [{ domain: id, low: found.low, high: found.high, score }];
  });
}
