import type { Problem } from '../../problem.ts';
import type { CrosswalkCodes } from '../check-links.ts';
import type { Framework } from '../framework.ts';
import { locateIndicators } from '../locate-indicators.ts';
import { advise } from './writing-code.ts';

/** The crosswalk in which a gap is worth a word: whoever links to SDG indicator 10.7.2 means to report on all of it. */
const SUB_CATEGORIES = 'sdg1072';

/** Sub-categories of SDG indicator 10.7.2 that no indicator covers, where the framework links to any. */
export function findUncoveredSubCategories(framework: Framework, crosswalks: CrosswalkCodes): Problem[] {
  const linked = new Set(framework.indicators.flatMap(({ links }) => links?.[SUB_CATEGORIES] ?? []));
  if (linked.size === 0) return [];
  return [...(crosswalks.get(SUB_CATEGORIES) ?? [])]
    .filter((code) => !linked.has(code))
    .map((code) => advise('writing.uncoveredSubCategory', { file: 'framework.json', path: ['domains'] }, { code }));
}

/** The target that SDG indicator 10.7.2 measures, in the crosswalk of targets. */
const TARGETS = 'sdg';
const TARGET = '10.7';

/** Indicators that link to a sub-category of SDG indicator 10.7.2 and not to the target it measures, where that is known. */
export function findMissingTargets({ structure }: Framework, crosswalks: CrosswalkCodes): Problem[] {
  if (crosswalks.get(TARGETS)?.has(TARGET) !== true) return [];
  return locateIndicators(structure).flatMap(({ item: { id, links }, path }) => {
    const codes = links?.[SUB_CATEGORIES] ?? [];
    if (codes.length === 0 || links?.[TARGETS]?.includes(TARGET) === true) return [];
    const place = { file: 'framework.json', path: [...path, 'links'] };
    return [advise('writing.missingTarget', place, { id, code: codes.join(', '), target: TARGET })];
  });
}
