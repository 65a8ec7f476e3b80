import { groupsOf } from '../groups-of.ts';

/** A level by its id, and its place on the scale from 1. */
interface Placed {
  readonly level: string | null;
  readonly position: number | null;
  readonly target: string | null;
  readonly targetPosition: number | null;
}

/** Level ids, equal where all stand at the same. */
export interface LevelRange {
  readonly lowest: string;
  readonly highest: string;
}

/** Where gaps on one scale begin and where they end. */
export interface GapSpan {
  readonly scale: string;
  readonly from: LevelRange;
  readonly to: LevelRange;
}

type Place = readonly [level: string, position: number];

function rangeOf(places: readonly Place[]): LevelRange | null {
  const rising = [...places].sort(([, one], [, other]) => one - other);
  const [lowest, highest] = [rising.at(0), rising.at(-1)];
  return lowest === undefined || highest === undefined ? null : { lowest: lowest[0], highest: highest[0] };
}

const placed = (level: string | null, position: number | null): Place[] =>
  level === null || position === null ? [] : [[level, position]];

/**
 * From which levels to which targets the gaps of one or more indicators lead, a span a scale, in the order in which scales
 * come up; what has no level or no target is not counted.
 */
export function spansOfGaps(indicators: readonly (Placed & { readonly scale: string })[]): GapSpan[] {
  const counted = indicators.filter(({ level, target }) => level !== null && target !== null);
  return [...groupsOf(counted, ({ scale }) => scale)].flatMap(([scale, own]) => {
    const from = rangeOf(own.flatMap(({ level, position }) => placed(level, position)));
    const to = rangeOf(own.flatMap(({ target, targetPosition }) => placed(target, targetPosition)));
    return from === null || to === null ? [] : [{ scale, from, to }];
  });
}
