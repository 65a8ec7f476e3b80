import { foldWords } from '../../domain/fold-words.ts';
import type { Quadrant } from '../../domain/gaps/quadrant.ts';
import type { ReportIndicator } from '../../report/report.ts';
import type { FrameworkWords } from '../../words/framework-words.ts';

export interface GapFilter {
  search: string;
  onlyWithGap: boolean;
  quadrant: Quadrant | 'all';
  /** Domain id, or all. */
  domain: string;
}

export const ALL = 'all';
export const NO_FILTER: GapFilter = { search: '', onlyWithGap: false, quadrant: ALL, domain: ALL };

/** A gap that is known and not closed: an indicator of which none can be said has none here. */
export function hasGap({ gap }: ReportIndicator): boolean {
  return gap !== null && gap > 0;
}

/** Indicators in scope under the filters, in the framework's order; the search reads code, title and what is missing. */
export function filterGaps(
  indicators: readonly ReportIndicator[],
  words: FrameworkWords,
  { search, onlyWithGap, quadrant, domain }: GapFilter,
): ReportIndicator[] {
  const wanted = foldWords(search).split(/\s+/).filter(Boolean);
  return indicators.filter((indicator) => {
    if (indicator.status === 'out-of-scope') return false;
    if (domain !== ALL && indicator.domain !== domain) return false;
    if (onlyWithGap && !hasGap(indicator)) return false;
    if (quadrant !== ALL && indicator.quadrant !== quadrant) return false;
    if (wanted.length === 0) return true;
    const missing = indicator.missingRequirements.map(words.requirement);
    const content = foldWords([indicator.id, words.indicator(indicator.id), ...missing].join(' '));
    return wanted.every((word) => content.includes(word));
  });
}
