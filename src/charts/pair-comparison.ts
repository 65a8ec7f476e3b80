import type { Scale } from '../domain/framework/framework-schema.ts';
import type { Report, ReportIndicator } from '../report/report.ts';
import type { LevelTone } from './level-tone.ts';
import { levelTone } from './level-tone.ts';

export interface PairEnd {
  readonly id: string;
  /** Level id; null while it is not rated. */
  readonly level: string | null;
  readonly tone: LevelTone | null;
}

export interface PairRow {
  readonly law: PairEnd;
  readonly practice: PairEnd;
  /** Steps by which law stands above practice; negative below, null while one of them is not rated. */
  readonly difference: number | null;
}

export interface PairComparison {
  /** Pairs of which both are rated, counted by which stands higher. */
  readonly lawHigher: number;
  readonly same: number;
  readonly practiceHigher: number;
  readonly compared: number;
  /** Pairs that cannot be compared yet. */
  readonly open: number;
  /** Every pair, in the framework's order. */
  readonly rows: readonly PairRow[];
}

/** Law against practice on the paired topics; null where the framework pairs nothing that is in scope. */
export function comparePairs(
  report: Pick<Report, 'pairs' | 'pairedTopics' | 'indicators'>,
  scales: Readonly<Record<string, Scale>>,
): PairComparison | null {
  if (report.pairs.length === 0) return null;
  const byId = new Map<string, ReportIndicator>(report.indicators.map((indicator) => [indicator.id, indicator]));
  const end = (id: string): PairEnd => {
    const indicator = byId.get(id);
    const { level = null, position = null } = indicator ?? {};
    const levels = scales[indicator?.scale ?? '']?.levels.length;
    const tone = position === null || levels === undefined ? null : levelTone(position, levels);
    return { id, level, tone };
  };
  const { compared, lawHigher, practiceHigher } = report.pairedTopics;
  return {
    lawHigher,
    same: compared - lawHigher - practiceHigher,
    practiceHigher,
    compared,
    open: report.pairs.length - compared,
    rows: report.pairs.map(({ law, practice, difference }) => ({ law: end(law), practice: end(practice), difference })),
  };
}
