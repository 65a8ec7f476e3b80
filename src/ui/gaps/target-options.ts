import type { Scale } from '../../domain/framework/framework-schema.ts';
import type { ReportIndicator } from '../../report/report.ts';
import type { FrameworkWords } from '../../words/framework-words.ts';

export interface TargetOption {
  readonly level: string;
  readonly label: string;
}

/** Levels that can be aimed at: each above the one held, each above the first while nothing is rated; and the one set. */
export function targetOptions(
  { scale: scaleId, position, target, targetIsDefault }: ReportIndicator,
  scale: Scale,
  words: FrameworkWords,
): TargetOption[] {
  const held = position ?? 1;
  return scale.levels
    .filter(({ id }, index) => index + 1 > held || (id === target && !targetIsDefault))
    .map(({ id }) => ({ level: id, label: words.level(scaleId, id) }));
}
