import type { Problem } from '../../problem.ts';
import type { CrosswalkCodes } from '../check-links.ts';
import type { Framework } from '../framework.ts';
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
