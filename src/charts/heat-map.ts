import type { Scale } from '../domain/framework/framework-schema.ts';
import type { LevelMark } from '../domain/profile/level-marks.ts';
import { marksOf } from '../domain/profile/level-marks.ts';
import type { Report, ReportIndicator } from '../report/report.ts';
import type { LevelTone } from './level-tone.ts';
import { levelTone } from './level-tone.ts';

/** One indicator in the map. `level` and `tone` are null where no level stands. */
export interface HeatCell {
  readonly id: string;
  readonly status: Exclude<ReportIndicator['status'], 'out-of-scope'>;
  readonly scale: string;
  readonly level: string | null;
  readonly tone: LevelTone | null;
  readonly marks: readonly LevelMark[];
}

export interface HeatRow {
  readonly domain: string;
  readonly cells: readonly HeatCell[];
}

function heatCell(indicator: ReportIndicator, scale: Scale | undefined): HeatCell[] {
  const { id, status, scale: scaleId, level, position } = indicator;
  if (status === 'out-of-scope') return [];
  if (level === null || position === null || scale === undefined) {
    return [{ id, status, scale: scaleId, level: null, tone: null, marks: [] }];
  }
  const tone = levelTone(position, scale.levels.length);
  return [{ id, status, scale: scaleId, level, tone, marks: marksOf(indicator) }];
}

/**
 * Every indicator in scope, one row a domain, both in the framework's order: an indicator keeps its place from round to
 * round. Domains with nothing in scope are left out.
 */
export function heatMap(
  report: Pick<Report, 'domains' | 'indicators'>,
  scales: Readonly<Record<string, Scale>>,
): HeatRow[] {
  return report.domains
    .map(({ id }) => ({
      domain: id,
      cells: report.indicators
        .filter(({ domain }) => domain === id)
        .flatMap((indicator) => heatCell(indicator, scales[indicator.scale])),
    }))
    .filter(({ cells }) => cells.length > 0);
}
