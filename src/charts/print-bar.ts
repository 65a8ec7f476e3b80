import type { BarSegment, DistributionBar } from './distribution-bar.ts';

/** A stretch of a printed bar, in mm. */
export interface FittedSegment {
  readonly segment: BarSegment;
  readonly start: number;
  readonly width: number;
}

/**
 * The segments of a bar over a width in mm, none narrower than its figure needs: what is counted is always written in
 * it. Small segments take their room from the wide ones in proportion; segments of nothing are left out.
 */
export function fitSegments(bar: DistributionBar, width: number, narrowest: number): FittedSegment[] {
  const counted = bar.segments.filter(({ count }) => count > 0);
  if (counted.length === 0) return [];
  const pieces = counted.length;
  const least = Math.min(narrowest, width / pieces);
  const wide = new Set(counted);
  // Each pass takes out those that would fall under the least width; at most one pass a segment.
  for (let settled = false; !settled;) {
    settled = true;
    const room = width - (pieces - wide.size) * least;
    const shares = [...wide].reduce((sum, { share }) => sum + share, 0);
    for (const segment of wide) {
      if ((segment.share / shares) * room < least) {
        wide.delete(segment);
        settled = false;
      }
    }
  }
  const room = width - (pieces - wide.size) * least;
  const shares = [...wide].reduce((sum, { share }) => sum + share, 0);
  let start = 0;
  return counted.map((segment) => {
    const own = wide.has(segment) ? (segment.share / shares) * room : least;
    const fitted = { segment, start, width: own };
    start += own;
    return fitted;
  });
}

/** The middle of the stretch of a level on the printed bar, in mm; null where nothing stands at it. */
export function middleOf(fitted: readonly FittedSegment[], level: string): number | null {
  const own = fitted.find(({ segment }) => segment.level === level);
  return own === undefined ? null : own.start + own.width / 2;
}

/** Where a place 0-1 along the true bar lies on the printed one, in mm. */
export function placeOnFitted(fitted: readonly FittedSegment[], at: number): number {
  const under = fitted.find(({ segment }) => at <= segment.start + segment.share + 1e-9) ?? fitted.at(-1);
  if (under === undefined) return 0;
  const within = under.segment.share === 0 ? 0 : (at - under.segment.start) / under.segment.share;
  return under.start + Math.min(1, Math.max(0, within)) * under.width;
}
