import { foldWords } from '../fold-words.ts';
import type { Framework, Indicator } from '../framework/framework.ts';

const lettersOf = (code: string) => foldWords(code).replaceAll(/[^\p{L}\p{N}]/gu, '');

/**
 * The indicator that a code names, whatever its case and what stands between its parts ("IC 01", "ic01"); undefined where
 * there is none, or more than one is written with the same letters.
 */
export function indicatorOfCode(code: string, { indicators }: Pick<Framework, 'indicators'>): Indicator | undefined {
  const exact = indicators.find(({ id }) => foldWords(id) === foldWords(code));
  if (exact !== undefined) return exact;
  const letters = lettersOf(code);
  const [found, ...others] = indicators.filter(({ id }) => lettersOf(id) === letters);
  return others.length === 0 ? found : undefined;
}
