import type { Scale } from '../framework/framework-schema.ts';
import type { Framework } from '../framework/framework.ts';
import type { Gap } from '../gaps/find-gaps.ts';
import type { Engine } from '../scoring/engine.ts';
import { PRESENT_ENGINE } from '../scoring/engine.ts';
import type { Standing } from './standing.ts';
import { thresholdPosition } from './standing.ts';

/** Greater first; what is not known comes last. */
function falling(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return b - a;
}

function isStrength(standing: Standing, scale: Scale | undefined): boolean {
  return (
    scale !== undefined && standing.position !== null && standing.position >= thresholdPosition(scale.levels.length)
  );
}

/**
 * Ids of indicators rated at the threshold level or above: highest score first, documented before undocumented, then as
 * given (the framework's order). docs/methodology.md section 7.
 */
export function listStrengths(framework: Framework, standings: readonly Standing[]): string[] {
  return standings
    .filter((standing) => isStrength(standing, framework.structure.scales[standing.scale]))
    .sort((a, b) => falling(a.score, b.score) || Number(b.documented) - Number(a.documented))
    .map(({ id }) => id);
}

/**
 * Ids of indicators rated below the threshold with something left to their target: the greatest impact first (by engine 1
 * the greatest need; without an impact after those with one), then the wider gap, the lower score, and as given (the
 * framework's order). docs/methodology.md section 7.
 */
export function listDevelopmentAreas(
  framework: Framework,
  standings: readonly Standing[],
  gaps: readonly Gap[],
  engine: Engine = PRESENT_ENGINE,
): string[] {
  const gapOf = new Map(gaps.map((gap) => [gap.id, gap]));
  return standings
    .flatMap((standing) => {
      const gap = gapOf.get(standing.id);
      const open = gap !== undefined && gap.gap !== null && gap.gap > 0;
      if (!open || isStrength(standing, framework.structure.scales[standing.scale])) return [];
      const first = engine === 1 ? gap.need : gap.impact;
      return [{ id: standing.id, score: standing.score, first, gap: gap.gap }];
    })
    .sort((a, b) => falling(a.first, b.first) || falling(a.gap, b.gap) || falling(b.score, a.score))
    .map(({ id }) => id);
}
