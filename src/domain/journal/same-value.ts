import { canonicalJson } from '../canonical-json.ts';
import type { JsonValue } from './fold.ts';

/** Requirements that are met or under way are a set: who ticked them in which order says nothing. */
const HOLDS_A_SET = /^rating\/[^/]+\/[^/]+\/\d+\/(requirements|under-way)$/;

/** What a value says in its register, as text: equal for two values that say the same. */
export function textOfValue(register: string, value: JsonValue): string {
  const isSet = HOLDS_A_SET.test(register) && Array.isArray(value);
  return canonicalJson(isSet ? [...new Set(value.map((one) => canonicalJson(one)))].sort() : value);
}

/** Whether two values of a register say the same. */
export function isSameValue(register: string, a: JsonValue, b: JsonValue): boolean {
  return textOfValue(register, a) === textOfValue(register, b);
}
