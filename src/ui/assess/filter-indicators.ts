import { foldWords } from '../../domain/fold-words.ts';
import type { FrameworkTexts } from '../../domain/framework/framework-schema.ts';
import type { Indicator } from '../../domain/framework/framework.ts';
import type { AssessmentSession } from '../../state/session/assessment-session.svelte.ts';

export interface IndicatorFilter {
  search: string;
  onlyUnanswered: boolean;
  onlyCore: boolean;
}

/** What a search looks into, by the texts that it is made of: it is folded once for each indicator. */
const searched = new WeakMap<FrameworkTexts, Map<string, string>>();

function contentOf(texts: FrameworkTexts, { id }: Indicator): string {
  const ofTexts = searched.get(texts) ?? new Map<string, string>();
  searched.set(texts, ofTexts);
  const known = ofTexts.get(id);
  if (known !== undefined) return known;
  const own = texts.indicators[id];
  const content = foldWords(`${id} ${own?.title ?? ''} ${own?.question ?? ''}`);
  ofTexts.set(id, content);
  return content;
}

/** Indicators in scope whose code, title or question holds every word of the search, under the filters. */
export function filterIndicators(
  session: AssessmentSession,
  language: string,
  { search, onlyUnanswered, onlyCore }: IndicatorFilter,
): readonly Indicator[] {
  const words = foldWords(search).split(/\s+/).filter(Boolean);
  // Without a filter the list is the one that answers leave as it is.
  if (words.length === 0 && !onlyUnanswered && !onlyCore) return session.indicatorsInScope;
  const texts = session.textsIn(language);
  return session.indicatorsInScope.filter((indicator) => {
    if (onlyUnanswered && session.answerOf(indicator.id) !== undefined) return false;
    if (onlyCore && indicator.core !== true) return false;
    return words.length === 0 || words.every((word) => contentOf(texts, indicator).includes(word));
  });
}
