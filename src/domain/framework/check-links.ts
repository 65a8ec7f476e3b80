import type { Problem } from '../problem.ts';
import { problem } from '../problem.ts';
import { locateIndicators } from './check-structure.ts';
import type { FrameworkStructure } from './framework-schema.ts';

/** The codes of each crosswalk by its key; null for one that is there and could not be read. */
export type CrosswalkCodes = ReadonlyMap<string, ReadonlySet<string> | null>;

/**
 * Links of indicators that lead nowhere: `framework.unknownCrosswalk` (id, key), `framework.unknownCode` (id, key,
 * code), both in framework.json. docs/framework-authors.md.
 */
export function checkLinks(structure: FrameworkStructure, crosswalks: CrosswalkCodes): Problem[] {
  return locateIndicators(structure).flatMap(({ item, path }) =>
    Object.entries(item.links ?? {}).flatMap(([key, codes]) => {
      const own = [...path, 'links', key];
      const known = crosswalks.get(key);
      if (known === undefined)
        return [problem('framework.unknownCrosswalk', 'framework.json', own, { id: item.id, key })];
      return codes.flatMap((code, index) =>
        known === null || known.has(code)
          ? []
          : [problem('framework.unknownCode', 'framework.json', [...own, index], { id: item.id, key, code })],
      );
    }),
  );
}
