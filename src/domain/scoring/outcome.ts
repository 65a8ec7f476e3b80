/** What a node or leaf comes to on one basis (as answered, or every open leaf at its lowest, or at its highest level). */
export interface Outcome {
  /** 0-100, rounded as the method says; null where there is none. */
  readonly value: number | null;
  /** The same before rounding. */
  readonly unrounded: number | null;
  /** Points as the scale, table or sum gives them; null where the aggregate knows no points. */
  readonly points: number | null;
  /** Result id of a `table`; null elsewhere. */
  readonly result: string | null;
}

/** No score: nothing below could be counted, or the method does not define one. */
export const NO_OUTCOME: Outcome = { value: null, unrounded: null, points: null, result: null };

/** The three bases every node is computed on, by the same rules and the same rounding. */
export type Basis = 'score' | 'low' | 'high';
