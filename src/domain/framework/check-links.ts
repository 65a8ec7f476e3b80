import type { Crosswalk } from './crosswalk-schema.ts';
import type { Problem, ProblemPath } from '../problem.ts';
import { problem } from '../problem.ts';
import type { FrameworkStructure, IndicatorStructure } from './framework-schema.ts';
import { locateIndicators } from './locate-indicators.ts';

/** The codes of each crosswalk by its key; null for one that is there and could not be read. */
export type CrosswalkCodes = ReadonlyMap<string, ReadonlySet<string> | null>;

/** The codes of crosswalks, by key. */
export const codesOf = (crosswalks: ReadonlyMap<string, Crosswalk>): CrosswalkCodes =>
  new Map([...crosswalks].map(([key, { codes }]) => [key, new Set(codes.map(({ code }) => code))]));

const FILE = 'framework.json';

/** The crosswalk that the articles of `basis` are from. */
const INSTRUMENTS = 'instruments';

function checkBasis({ id, basis }: IndicatorStructure, path: ProblemPath, crosswalks: CrosswalkCodes): Problem[] {
  const known = crosswalks.get(INSTRUMENTS);
  return Object.entries(basis ?? {}).flatMap(([requirement, articles]) =>
    articles.flatMap((article, index) => {
      const [code = ''] = article.split('#');
      if (known === null || known?.has(code) === true) return [];
      const place = [...path, 'basis', requirement, index];
      return [problem('framework.unknownInstrument', FILE, place, { id, code, requirement })];
    }),
  );
}

/**
 * Links of indicators that lead nowhere: `framework.unknownCrosswalk` (id, key), `framework.unknownCode` (id, key,
 * code), `framework.unknownInstrument` (id, code, requirement), all in framework.json. docs/framework-authors.md.
 */
export function checkLinks(structure: FrameworkStructure, crosswalks: CrosswalkCodes): Problem[] {
  return locateIndicators(structure).flatMap(({ item, path }) => [
    ...Object.entries(item.links ?? {}).flatMap(([key, codes]) => {
      const own = [...path, 'links', key];
      const known = crosswalks.get(key);
      if (known === undefined) return [problem('framework.unknownCrosswalk', FILE, own, { id: item.id, key })];
      return codes.flatMap((code, index) =>
        known === null || known.has(code)
          ? []
          : [problem('framework.unknownCode', FILE, [...own, index], { id: item.id, key, code })],
      );
    }),
    ...checkBasis(item, path, crosswalks),
  ]);
}
