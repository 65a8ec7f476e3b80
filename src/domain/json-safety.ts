import { MAXIMUM_JSON_DEPTH } from './limits.ts';

export type JsonDanger = 'tooDeep' | 'unsafeKey';

/**
 * What makes a parsed JSON value dangerous to trust, or null: nested deeper than `MAXIMUM_JSON_DEPTH`, or a member
 * named `__proto__`, which copying code would turn into a prototype. Iterative, so that depth cannot hurt it.
 */
export function findJsonDanger(value: unknown): JsonDanger | null {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.value === null || typeof next.value !== 'object') continue;
    if (next.depth >= MAXIMUM_JSON_DEPTH) return 'tooDeep';
    if (Object.hasOwn(next.value, '__proto__')) return 'unsafeKey';
    for (const member of Object.values(next.value)) open.push({ value: member, depth: next.depth + 1 });
  }
  return null;
}
