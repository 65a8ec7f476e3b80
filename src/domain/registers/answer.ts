/**
 * The state of one answer. Nothing at all (unanswered) is the absence of an answer: `undefined` in a map.
 * Never encoded in numbers.
 */
export type Answer =
  | { readonly state: 'level'; readonly level: string }
  | { readonly state: 'not-applicable'; readonly reason: string }
  | { readonly state: 'unknown' };

/** Answers by indicator id; an indicator that is not in the map is unanswered. */
export type Answers = ReadonlyMap<string, Answer>;
