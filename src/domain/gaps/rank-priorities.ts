import type { Framework } from '../framework/framework.ts';
import { levelPosition, scaleOf } from '../framework/framework.ts';
import type { Gap } from './find-gaps.ts';

export interface Priority {
  /** From 1. */
  readonly rank: number;
  readonly gap: Gap;
  /** Why it was put first by hand; null where need decides. */
  readonly pinReason: string | null;
}

/**
 * Gaps in the order of need: pins with their reason first, then the greater need; ties by higher ease (none is last),
 * lower current level, framework order. Left out: what has nothing to close (gap 0 or no target), and without a pin
 * what has no need yet because nobody gave an impact. `pins` are reasons by indicator id. docs/methodology.md section 6.
 */
export function rankPriorities(
  framework: Framework,
  gaps: readonly Gap[],
  pins: ReadonlyMap<string, string> = new Map(),
): Priority[] {
  const order = new Map(framework.indicators.map(({ id }, index) => [id, index]));
  const positionOf = ({ id, level }: Gap): number => {
    const indicator = framework.indicatorById.get(id);
    if (indicator === undefined || level === null) return Infinity;
    return levelPosition(scaleOf(framework, indicator), level) ?? Infinity;
  };
  /** Greater first; what is not known comes last. */
  const falling = (a: number | null, b: number | null) => (b ?? -1) - (a ?? -1);
  const compare = (a: Gap, b: Gap) =>
    Number(pins.has(b.id)) - Number(pins.has(a.id)) ||
    falling(a.need, b.need) ||
    falling(a.ease, b.ease) ||
    positionOf(a) - positionOf(b) ||
    Number(order.get(a.id)) - Number(order.get(b.id));
  return gaps
    .filter(({ id, gap, need }) => gap !== null && gap > 0 && (need !== null || pins.has(id)))
    .sort(compare)
    .map((gap, index) => ({ rank: index + 1, gap, pinReason: pins.get(gap.id) ?? null }));
}
