import type { Scale } from '../framework/framework-schema.ts';

/** Below so many files nothing is shown at all. */
export const FEWEST_FILES = 5;
/** No group that is shown, or that can be computed from what is shown, has fewer. */
export const FEWEST_PARTICIPANTS = 3;

/** Neighbouring levels, shown as one where fewer than three participants would stand on one of them alone. */
export interface LevelGroup {
  /** Level ids, lowest first; none where it is only those without a level. */
  readonly levels: readonly string[];
  /** Whoever has no level (open, or not applicable) counts here. */
  readonly withoutLevel: boolean;
  readonly count: number;
  /** Of all participants, 0 to 1. */
  readonly share: number;
}

/**
 * How participants are spread over the levels of one indicator, their levels given in any order (null: none); null where
 * nothing may be shown. Whoever has no level stands below the lowest. Groups are closed from below as soon as three
 * participants are in them; what is left above goes to the last.
 *
 * Leaving out a small level would not do: the others and the total give it back, and whoever knows the rule by which others
 * are left out with it can often tell the rest. Merged, whatever is shown fits several ways of filling its levels, so that no
 * level or union of levels, and no other side of one, can be known to hold one or two. docs/methodology.md section 15.
 */
export function shareLevels(scale: Scale, levels: readonly (string | null)[]): readonly LevelGroup[] | null {
  const total = levels.length;
  if (total < FEWEST_FILES) return null;
  const places = [null, ...scale.levels.map(({ id }) => id)];
  const groups: { places: (string | null)[]; count: number }[] = [];
  let open: { places: (string | null)[]; count: number } = { places: [], count: 0 };
  for (const place of places) {
    open.places.push(place);
    open.count += levels.filter((level) => level === place).length;
    if (open.count < FEWEST_PARTICIPANTS) continue;
    groups.push(open);
    open = { places: [], count: 0 };
  }
  const last = groups.at(-1);
  if (last === undefined || groups.length < 2) return null;
  last.places.push(...open.places);
  last.count += open.count;
  return groups.map((group) => ({
    levels: group.places.filter((place) => place !== null),
    withoutLevel: group.places.includes(null),
    count: group.count,
    share: group.count / total,
  }));
}
