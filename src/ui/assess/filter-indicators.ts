import { foldWords } from '../../domain/fold-words.ts';
import type { Indicator } from '../../domain/framework/framework.ts';
import type { AssessmentSession } from '../../state/session/assessment-session.svelte.ts';

export interface IndicatorFilter {
  search: string;
  onlyUnanswered: boolean;
  onlyCore: boolean;
}

/** Indicators in scope whose code, title or question holds every word of the search, under the filters. */
export function filterIndicators(
  session: AssessmentSession,
  language: string,
  { search, onlyUnanswered, onlyCore }: IndicatorFilter,
): readonly Indicator[] {
  const words = foldWords(search).split(/\s+/).filter(Boolean);
  const texts = session.textsIn(language);
  return session.indicatorsInScope.filter((indicator) => {
    if (onlyUnanswered && session.answerOf(indicator.id) !== undefined) return false;
    if (onlyCore && indicator.core !== true) return false;
    const own = texts.indicators[indicator.id];
    const content = foldWords(`${indicator.id} ${own?.title ?? ''} ${own?.question ?? ''}`);
    return words.every((word) => content.includes(word));
  });
}
