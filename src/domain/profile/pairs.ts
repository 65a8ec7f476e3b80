import type { IndicatorKind } from '../framework/framework-schema.ts';
import type { Framework } from '../framework/framework.ts';
import type { Standing } from './standing.ts';

/** Law and practice of one topic, by indicator id. */
export interface Pair {
  readonly law: string;
  readonly practice: string;
  /** Position of law minus position of practice; null while one of them is not rated, or on different scales. */
  readonly difference: number | null;
}

export interface PairedTopics {
  /** Pairs of which both sides are rated. */
  readonly compared: number;
  readonly lawHigher: number;
  readonly practiceHigher: number;
}

/** What stands in a text, against what is done: the sides of a pair. */
const PRACTICE: readonly (IndicatorKind | undefined)[] = ['practice', 'data'];

/**
 * The paired topics of a framework in its order: the only ground for "law against practice", since levels of different
 * topics say nothing about it. Left out: pairs of two texts or two practices, and those with a side out of scope.
 * docs/methodology.md section 7.
 */
export function comparePairs(framework: Framework, standings: readonly Standing[]): Pair[] {
  const standingOf = new Map(standings.map((standing) => [standing.id, standing]));
  return framework.indicators.flatMap((indicator) => {
    const twin = indicator.pair === undefined ? undefined : framework.indicatorById.get(indicator.pair);
    if (twin === undefined || PRACTICE.includes(indicator.kind) || !PRACTICE.includes(twin.kind)) return [];
    const [law, practice] = [standingOf.get(indicator.id), standingOf.get(twin.id)];
    if (law === undefined || practice === undefined) return [];
    if (law.status === 'out-of-scope' || practice.status === 'out-of-scope') return [];
    const comparable = law.position !== null && practice.position !== null && law.scale === practice.scale;
    return [{ law: law.id, practice: practice.id, difference: comparable ? law.position - practice.position : null }];
  });
}

/** How many of the compared topics have the law, and how many the practice, at the higher level. */
export function summarisePairs(pairs: readonly Pair[]): PairedTopics {
  const differences = pairs.flatMap(({ difference }) => difference ?? []);
  return {
    compared: differences.length,
    lawHigher: differences.filter((difference) => difference > 0).length,
    practiceHigher: differences.filter((difference) => difference < 0).length,
  };
}
