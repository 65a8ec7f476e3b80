import type { LevelMark } from '../domain/profile/level-marks.ts';
import type { Localiser } from '../i18n/localiser.ts';

/** The same in every language, and in every font that we print with. */
export const LEVEL_MARK_SIGNS: Readonly<Record<LevelMark, string>> = {
  undocumented: '*',
  provisional: '°',
  differing: '≠',
};

/** Signs as they stand beside a level: `*°`. */
export const markSigns = (marks: readonly LevelMark[]): string => marks.map((mark) => LEVEL_MARK_SIGNS[mark]).join('');

/** What the signs say, each with its word: `* undocumented · ≠ positions differ`. */
export function markLegend({ t }: Pick<Localiser, 't'>, marks: readonly LevelMark[]): string {
  return marks.map((mark) => `${LEVEL_MARK_SIGNS[mark]}\u00a0${t(`results.mark.${mark}`)}`).join(' · ');
}
