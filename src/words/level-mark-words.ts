import type { LevelMark } from '../domain/profile/level-marks.ts';
import type { Language } from '../i18n/languages.ts';
import type { Localiser } from '../i18n/localiser.ts';

/** The same in every language, and in every font that we print with. */
export const LEVEL_MARK_SIGNS: Readonly<Record<LevelMark, string>> = {
  undocumented: '*',
  provisional: '°',
  differing: '≠',
};

const RIGHT_TO_LEFT_MARK = '\u200f';

/**
 * Signs as they stand beside a level: `*°`. Where one reads from the right, all of them after its digit: a degree sign
 * alone would go with the digit, to its other side (Unicode Bidirectional Algorithm, W5).
 */
export function markSigns({ direction }: Pick<Language, 'direction'>, marks: readonly LevelMark[]): string {
  const signs = marks.map((mark) => LEVEL_MARK_SIGNS[mark]).join('');
  return signs === '' || direction === 'ltr' ? signs : `${RIGHT_TO_LEFT_MARK}${signs}`;
}

/** What the signs say, each with its word: `* undocumented · ≠ positions differ`. */
export function markLegend({ t }: Pick<Localiser, 't'>, marks: readonly LevelMark[]): string {
  return marks.map((mark) => `${LEVEL_MARK_SIGNS[mark]}\u00a0${t(`results.mark.${mark}`)}`).join(' · ');
}
