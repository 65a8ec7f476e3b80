import type { ProblemPath } from '../problem.ts';
import type { FrameworkStructure, IndicatorStructure } from './framework-schema.ts';

/** A part of framework.json with its place in it. */
export interface Located<Item> {
  readonly item: Item;
  readonly path: ProblemPath;
}

/** Every indicator with its place in the file. */
export function locateIndicators(structure: FrameworkStructure): Located<IndicatorStructure>[] {
  return structure.domains.flatMap((domain, d) => [
    ...(domain.indicators ?? []).map((item, i) => ({ item, path: ['domains', d, 'indicators', i] })),
    ...(domain.subdomains ?? []).flatMap((subdomain, s) =>
      subdomain.indicators.map((item, i) => ({ item, path: ['domains', d, 'subdomains', s, 'indicators', i] })),
    ),
  ]);
}
