import { canonicalJson } from '../canonical-json.ts';
import type { JsonValue } from './entry-schema.ts';

/** Requirements that are met or under way are a set: who ticked them in which order says nothing, and none is nothing. */
const HOLDS_A_SET = /^rating\/[^/]+\/[^/]+\/\d+\/(requirements|under-way)$/;

/** What a value says in its register, as text: equal for two values that say the same. */
export function textOfValue(register: string, value: JsonValue): string {
  const set = HOLDS_A_SET.test(register) && (value === null || Array.isArray(value)) ? (value ?? []) : null;
  return canonicalJson(set === null ? value : [...new Set(set.map((one) => canonicalJson(one)))].sort());
}

/** Whether two values of a register say the same. */
export function isSameValue(register: string, a: JsonValue, b: JsonValue): boolean {
  return textOfValue(register, a) === textOfValue(register, b);
}
