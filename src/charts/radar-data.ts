import type { Report } from '../report/report.ts';

/** A radar needs three axes to have an area at all. */
const FEWEST_AXES = 3;

export interface RadarAxis {
  readonly domain: string;
  /** 0-100; null where the domain cannot be scored: a gap in the line, never a point at the centre. */
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface RadarData {
  readonly axes: readonly RadarAxis[];
  /** Something is open: the range is worth drawing. */
  readonly hasRange: boolean;
}

/** One axis a domain in the framework's order; null with fewer than three scored domains. */
export function radarData({ domains }: Pick<Report, 'domains'>): RadarData | null {
  if (domains.filter(({ score }) => score !== null).length < FEWEST_AXES) return null;
  return {
    axes: domains.map(({ id, score, low, high }) => ({ domain: id, score, low, high })),
    hasRange: domains.some(({ low, high }) => low !== high),
  };
}
