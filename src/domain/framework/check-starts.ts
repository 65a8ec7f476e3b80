import type { Problem } from '../problem.ts';
import { problem } from '../problem.ts';
import type { FrameworkStructure } from './framework-schema.ts';
import { listIndicators } from './framework.ts';
import { locateIndicators } from './locate-indicators.ts';

/** How many levels each indicator of other frameworks has: by id of the framework, then of the indicator. */
export type Ladders = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** The ladders of frameworks; of several versions of one an indicator has that of the first. */
export function laddersOf(structures: readonly FrameworkStructure[]): Ladders {
  const ladders = new Map<string, Map<string, number>>();
  for (const structure of structures) {
    const own = ladders.get(structure.id) ?? new Map<string, number>();
    for (const { id, scale } of listIndicators(structure)) {
      if (own.has(id)) continue;
      own.set(id, Object.hasOwn(structure.scales, scale) ? (structure.scales[scale]?.levels.length ?? 0) : 0);
    }
    ladders.set(structure.id, own);
  }
  return ladders;
}

/**
 * Starts that are proposed from nowhere, as far as the other framework is known, in framework.json: `framework.unknownStart`
 * (id, framework, code), and `framework.otherLadder` (id, framework, code, found, expected), whose levels are never proposed.
 */
export function checkStarts(structure: FrameworkStructure, ladders: Ladders): Problem[] {
  return locateIndicators(structure).flatMap(({ item, path }) =>
    Object.entries(item.proposedFrom ?? {}).flatMap(([framework, codes]) => {
      const known = ladders.get(framework);
      if (known === undefined || framework === structure.id) return [];
      const expected = structure.scales[item.scale]?.levels.length ?? 0;
      return codes.flatMap((code, index) => {
        const found = known.get(code);
        if (found === expected) return [];
        const params = { id: item.id, framework, code };
        const [name, more] =
          found === undefined ? (['unknownStart', {}] as const) : (['otherLadder', { found, expected }] as const);
        const place = [...path, 'proposedFrom', framework, index];
        return [problem(`framework.${name}`, 'framework.json', place, { ...params, ...more }, 'advice')];
      });
    }),
  );
}
