import type { Framework, Indicator } from '../framework/framework.ts';
import { levelAt, levelPosition, scaleOf } from '../framework/framework.ts';
import type { Answers } from '../registers/answer.ts';

/** An assessment on another framework, as far as levels may be proposed from it. */
export interface StartingSource {
  readonly framework: Framework;
  readonly answers: Answers;
}

/** A level that may be a start, with what it comes from, the nearest first; positions from 1. */
export interface StartingLevel {
  readonly level: string;
  readonly position: number;
  readonly from: readonly { readonly indicator: string; readonly position: number }[];
}

/**
 * The level that an assessment on another framework proposes as a start for an indicator: the lowest of those that it has
 * for the indicators named in `proposedFrom`, by position, on scales with as many levels. Null where it has none. A
 * proposal is no answer: nothing counts it.
 */
export function startingLevel(
  framework: Framework,
  indicator: Indicator,
  { framework: other, answers }: StartingSource,
): StartingLevel | null {
  const scale = scaleOf(framework, indicator);
  const from = (indicator.proposedFrom?.[other.id] ?? []).flatMap((id) => {
    const [linked, answer] = [other.indicatorById.get(id), answers.get(id)];
    if (linked === undefined || answer?.state !== 'level') return [];
    const theirs = scaleOf(other, linked);
    const position = theirs.levels.length === scale.levels.length ? levelPosition(theirs, answer.level) : null;
    return position === null ? [] : [{ indicator: id, position }];
  });
  const lowest = Math.min(...from.map(({ position }) => position));
  const level = from.length === 0 ? undefined : levelAt(scale, lowest);
  return level === undefined ? null : { level: level.id, position: lowest, from };
}
