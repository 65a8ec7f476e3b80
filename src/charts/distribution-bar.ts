import type { Scale } from '../domain/framework/framework-schema.ts';
import { levelPosition } from '../domain/framework/framework.ts';
import type { Distribution } from '../report/report.ts';
import type { LevelTone } from './level-tone.ts';
import { levelTone } from './level-tone.ts';

/** One stretch of a bar: the indicators at one level, or those that are open. */
export interface BarSegment {
  readonly kind: 'level' | 'unknown' | 'unanswered';
  /** Level id; null for what is open. */
  readonly level: string | null;
  readonly tone: LevelTone | null;
  readonly count: number;
  /** Where it begins and how much of the bar it takes, 0-1; 0 wide where nothing is counted. */
  readonly start: number;
  readonly share: number;
}

/** A mark across a bar, for a level. */
export interface BarMark {
  readonly level: string;
  /** 0-1 along the bar. */
  readonly at: number;
}

/** A stacked bar of counts: drawn on screen and in print, and read out as a table row. */
export interface DistributionBar {
  readonly scale: string;
  /** Indicators in the bar: the applicable ones. */
  readonly total: number;
  readonly rated: number;
  readonly notApplicable: number;
  /** Every level of the scale in order, then don't know, then unanswered; counts may be 0. */
  readonly segments: readonly BarSegment[];
  /** Stands where half of the rated indicators lie before it; null while none is rated. */
  readonly median: BarMark | null;
  /** Stands where the levels at or above the median target begin; null without targets. */
  readonly target: BarMark | null;
  readonly atOrAbove: Distribution['atOrAbove'];
}

/**
 * The stacked bar of one distribution: shares 0-1 of the applicable indicators, in the order of the scale. A bar
 * without applicable indicators has segments of no width and no marks. docs/methodology.md section 7.
 */
export function distributionBar(distribution: Distribution, scale: Scale): DistributionBar {
  const { counts, unknown, unanswered, notApplicable, median, medianTarget, atOrAbove } = distribution;
  const rated = counts.reduce((sum, { count }) => sum + count, 0);
  const total = rated + unknown + unanswered;
  const shareOf = (count: number) => (total === 0 ? 0 : count / total);
  let before = 0;
  const segment = (kind: BarSegment['kind'], level: string | null, count: number): BarSegment => {
    const position = level === null ? null : levelPosition(scale, level);
    const start = shareOf(before);
    before += count;
    return {
      kind,
      level,
      tone: position === null ? null : levelTone(position, scale.levels.length),
      count,
      start,
      share: shareOf(count),
    };
  };
  const segments = [
    ...counts.map(({ level, count }) => segment('level', level, count)),
    segment('unknown', null, unknown),
    segment('unanswered', null, unanswered),
  ];
  const startOf = (level: string) => segments.find((one) => one.level === level)?.start;
  const mark = (level: string | null, at: number | undefined): BarMark | null =>
    level === null || at === undefined || total === 0 ? null : { level, at };
  return {
    scale: distribution.scale,
    total,
    rated,
    notApplicable,
    segments,
    median: mark(median, shareOf(rated / 2)),
    target: mark(medianTarget, medianTarget === null ? undefined : startOf(medianTarget)),
    atOrAbove,
  };
}

/** One bar for each scale that the indicators of a node are on; scales that the framework lacks are left out. */
export function distributionBars(
  distributions: readonly Distribution[],
  scales: Readonly<Record<string, Scale>>,
): DistributionBar[] {
  return distributions.flatMap((distribution) => {
    const scale = scales[distribution.scale];
    return scale === undefined ? [] : [distributionBar(distribution, scale)];
  });
}
