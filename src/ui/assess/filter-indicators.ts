import type { Indicator } from '../../domain/framework/framework.ts';
import type { AssessmentSession } from '../../state/assessment-session.svelte.ts';

export interface IndicatorFilter {
  search: string;
  onlyUnanswered: boolean;
  onlyCore: boolean;
}

/** Folds case and accents, so that « securite » finds « Sécurité ». */
function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** Indicators in scope whose code, title or question holds every word of the search, under the filters. */
export function filterIndicators(
  session: AssessmentSession,
  language: string,
  { search, onlyUnanswered, onlyCore }: IndicatorFilter,
): readonly Indicator[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  const texts = session.textsIn(language);
  return session.indicatorsInScope.filter((indicator) => {
    if (onlyUnanswered && session.answerOf(indicator.id) !== undefined) return false;
    if (onlyCore && indicator.core !== true) return false;
    const own = texts.indicators[indicator.id];
    const content = fold(`${indicator.id} ${own?.title ?? ''} ${own?.question ?? ''}`);
    return words.every((word) => content.includes(word));
  });
}
