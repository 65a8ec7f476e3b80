import { lowerMedian } from '../consensus/opinion.ts';
import type { Scale } from '../framework/framework-schema.ts';
import type { Framework } from '../framework/framework.ts';
import { levelAt } from '../framework/framework.ts';
import type { Standing } from './standing.ts';
import { thresholdPosition } from './standing.ts';

/** "count of `of` at level `level` or above": `of` are the applicable indicators. */
export interface AtOrAbove {
  readonly level: string;
  /** From 1. */
  readonly position: number;
  readonly count: number;
  readonly of: number;
}

/** How many indicators stand at each level of one scale, in the scale's order, with what is open beside. */
export interface Distribution {
  /** A group of several scales has one distribution a scale. */
  readonly scale: string;
  readonly counts: readonly { readonly level: string; readonly count: number }[];
  readonly unknown: number;
  readonly unanswered: number;
  readonly notApplicable: number;
  /** Median level of the rated indicators (lower of two middle ones); null when none is rated. */
  readonly median: string | null;
  /** Median of the target levels (lower of two middle ones); null when there is none. */
  readonly medianTarget: string | null;
  readonly atOrAbove: AtOrAbove;
}

function medianLevel(scale: Scale, positions: readonly (number | null)[]): string | null {
  const rising = positions.filter((position) => position !== null).sort((a, b) => a - b);
  const middle = lowerMedian(rising);
  return middle === undefined ? null : (levelAt(scale, middle)?.id ?? null);
}

function distribute(id: string, scale: Scale, standings: readonly Standing[]): Distribution {
  const count = (status: Standing['status']) => standings.filter((one) => one.status === status).length;
  const positions = standings.map(({ position }) => position);
  const threshold = thresholdPosition(scale.levels.length);
  const notApplicable = count('not-applicable');
  return {
    scale: id,
    counts: scale.levels.map(({ id: level }, index) => ({
      level,
      count: positions.filter((position) => position === index + 1).length,
    })),
    unknown: count('unknown'),
    unanswered: count('unanswered'),
    notApplicable,
    median: medianLevel(scale, positions),
    medianTarget: medianLevel(
      scale,
      standings.map(({ targetPosition }) => targetPosition),
    ),
    atOrAbove: {
      level: levelAt(scale, threshold)?.id ?? '',
      position: threshold,
      count: positions.filter((position) => position !== null && position >= threshold).length,
      of: standings.length - notApplicable,
    },
  };
}

/**
 * One distribution for each scale that the indicators in scope use, in the framework's order of scales. Nothing is
 * averaged over scales. docs/methodology.md section 7.
 */
export function distributionsOf(framework: Framework, standings: readonly Standing[]): Distribution[] {
  const inScope = standings.filter(({ status }) => status !== 'out-of-scope');
  return Object.entries(framework.structure.scales).flatMap(([id, scale]) => {
    const own = inScope.filter((standing) => standing.scale === id);
    return own.length === 0 ? [] : [distribute(id, scale, own)];
  });
}

/** The same over several scales; null where they call the level differently, or it stands at different positions. */
export interface AtOrAboveOverall {
  readonly level: string | null;
  readonly position: number | null;
  readonly count: number;
  readonly of: number;
}

/**
 * "n of N at the threshold or above" over all scales of a group; `level` is null where the scales call it differently.
 * Null without any indicator in scope.
 */
export function atOrAboveOverall(distributions: readonly Distribution[]): AtOrAboveOverall | null {
  const first = distributions[0]?.atOrAbove;
  if (first === undefined) return null;
  const parts = distributions.map(({ atOrAbove }) => atOrAbove);
  const sum = (key: 'count' | 'of') => parts.reduce((total, part) => total + part[key], 0);
  return {
    level: parts.every(({ level }) => level === first.level) ? first.level : null,
    position: parts.every(({ position }) => position === first.position) ? first.position : null,
    count: sum('count'),
    of: sum('of'),
  };
}
