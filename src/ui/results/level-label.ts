import type { Framework } from '../../domain/framework/framework.ts';
import { levelPosition } from '../../domain/framework/framework.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import type { FrameworkWords } from './framework-words.ts';

/** A level inside a sentence: `level 3` where the symbol counts from 1, else its name in quotation marks. */
export function levelLabel(
  framework: Framework,
  words: FrameworkWords,
  localiser: Localiser,
  scaleId: string,
  level: string,
): string {
  const scale = framework.structure.scales[scaleId];
  const symbol = words.levelSymbol(scaleId, level);
  const counts = scale !== undefined && symbol === String(levelPosition(scale, level));
  return counts
    ? localiser.t('results.levelNumber', { symbol })
    : localiser.t('results.levelName', { name: words.levelName(scaleId, level) });
}

/** `at level 3 or above`; without "or above" where nothing stands above. */
export function atLevelLabel(
  framework: Framework,
  words: FrameworkWords,
  localiser: Localiser,
  scaleId: string,
  { level, position }: { readonly level: string; readonly position: number },
): string {
  const highest = framework.structure.scales[scaleId]?.levels.length === position;
  const label = levelLabel(framework, words, localiser, scaleId, level);
  return localiser.t(highest ? 'results.at' : 'results.atOrAbove', { level: label });
}
