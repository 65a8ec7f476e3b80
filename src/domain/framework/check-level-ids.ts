import type { Problem, ProblemPath } from '../problem.ts';
import { problem } from '../problem.ts';
import type { Scale } from './framework-schema.ts';

/** Words that an answer sheet reads as something else than a level, in small letters. */
const RESERVED_LEVEL_IDS: readonly string[] = ['unknown', 'none', 'n/a', 'na'];

/** Codes of what format version 2 refuses, and version 1 let pass before it was released: whoever writes mends it. */
export const LEVEL_ID_CODES: ReadonlySet<string> = new Set(['framework.levelIdReserved', 'framework.levelIdsAlike']);

/**
 * Level ids that an answer sheet, which ignores case, cannot tell apart: `framework.levelIdsAlike` (id, first), and
 * those that mean something else there: `framework.levelIdReserved` (id). Advice in format version 1, of which every
 * framework stays readable.
 */
export function checkLevelIds({ levels }: Scale, path: ProblemPath, formatVersion: number): Problem[] {
  const severity = formatVersion === 1 ? 'advice' : 'error';
  const seen = new Map<string, string>();
  return levels.flatMap(({ id }, index) => {
    const place = [...path, index, 'id'];
    const small = id.toLowerCase();
    const first = seen.get(small);
    if (first === undefined) seen.set(small, id);
    return [
      ...(first !== undefined && first !== id
        ? [problem('framework.levelIdsAlike', 'framework.json', place, { id, first }, severity)]
        : []),
      ...(RESERVED_LEVEL_IDS.includes(small)
        ? [problem('framework.levelIdReserved', 'framework.json', place, { id }, severity)]
        : []),
    ];
  });
}
