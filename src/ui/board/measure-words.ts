import type { ListedMeasure } from '../../domain/measures/list-measures.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import type { FrameworkWords } from '../../words/framework-words.ts';

/** What a measure is called: its own title, else the short title of its first indicator. */
export function measureTitle(
  { title, indicators }: ListedMeasure,
  words: FrameworkWords,
  localiser: Localiser,
): string {
  const [first] = indicators;
  if (title !== null) return localiser.text(title);
  return first === undefined ? localiser.t('board.measureUnnamed') : words.shortIndicator(first);
}
