import type { Framework } from '../framework/framework.ts';
import type { AtOrAboveOverall, Distribution } from './distribution.ts';
import { atOrAboveOverall, distributionsOf } from './distribution.ts';
import type { Standing } from './standing.ts';

/** The indicators that are related to one code of another system. */
export interface LensCode {
  readonly code: string;
  /** Ids of indicators in scope, in the framework's order. */
  readonly indicators: readonly string[];
  /** One a scale. */
  readonly distributions: readonly Distribution[];
  /** "n of N at the threshold or above" over all scales; level and position null where they differ. */
  readonly atOrAbove: AtOrAboveOverall;
}

/** The assessment seen by another system: Global Compact objectives, SDG targets, the migration cycle ... */
export interface Lens {
  /** Key of the crosswalk. */
  readonly key: string;
  /** In the order in which the framework first names them; without those of which nothing is in scope. */
  readonly codes: readonly LensCode[];
  /** Indicators in scope without a link in this lens. */
  readonly unlinked: number;
}

function describeCode(framework: Framework, code: string, standings: readonly Standing[]): LensCode[] {
  const distributions = distributionsOf(framework, standings);
  const atOrAbove = atOrAboveOverall(distributions);
  if (atOrAbove === null) return [];
  return [
    {
      code,
      indicators: standings.map(({ id }) => id),
      distributions,
      atOrAbove,
    },
  ];
}

function describeLens(framework: Framework, key: string, standings: readonly Standing[]): Lens {
  const byCode = new Map<string, Standing[]>();
  let unlinked = 0;
  for (const standing of standings) {
    const codes = new Set(framework.indicatorById.get(standing.id)?.links?.[key] ?? []);
    if (codes.size === 0) unlinked += 1;
    for (const code of codes) byCode.set(code, [...(byCode.get(code) ?? []), standing]);
  }
  const codes = [...byCode].flatMap(([code, own]) => describeCode(framework, code, own));
  return { key, codes, unlinked };
}

/**
 * How the indicators related to each code of each crosswalk stand, from the links of the framework: counts and medians,
 * never a score, because a link says "related to" and not "complies with". An indicator may stand under several codes, so
 * counts of codes do not add up. docs/methodology.md section 7.
 */
export function viewByLens(framework: Framework, standings: readonly Standing[]): Lens[] {
  const keys = new Set(framework.indicators.flatMap(({ links }) => Object.keys(links ?? {})));
  const inScope = standings.filter(({ status }) => status !== 'out-of-scope');
  return [...keys].map((key) => describeLens(framework, key, inScope));
}
