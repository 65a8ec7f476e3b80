/** One of the four tones of the ladder: plain, dots, hatch, solid. */
export type LevelTone = 1 | 2 | 3 | 4;

/**
 * The tone of a level: lowest is 1, highest 4, the rest evenly between, so that scales of two to eleven levels share
 * one look. `position` from 1, `levels` the number of levels on the scale.
 */
export function levelTone(position: number, levels: number): LevelTone {
  if (levels <= 1) return 4;
  const tone = 1 + Math.round(((position - 1) / (levels - 1)) * 3);
  return Math.min(4, Math.max(1, tone)) as LevelTone;
}
