import type { Target } from '../../domain/gaps/find-gaps.ts';
import type { Framework } from '../../domain/framework/framework.ts';
import { levelPosition } from '../../domain/framework/framework.ts';
import type { Report } from '../../report/report.ts';

/** Indicators that are decided on together: a domain, or a code of a lens. */
export interface BulkGroup {
  readonly key: string;
  readonly title: string;
  readonly indicators: readonly string[];
}

/** Groups under a common title: the domains, or one lens. */
export interface BulkGroups {
  readonly title: string;
  readonly groups: readonly BulkGroup[];
}

/**
 * Ids of those in a group that a target makes sense for: in scope and applicable; for a level, those whose scale has it and
 * that stand below it. The others keep what they have.
 */
export function targetedInBulk(
  report: Report,
  framework: Framework,
  ids: readonly string[],
  target: Target | null,
): string[] {
  return report.indicators
    .filter(({ id, scale, status, position }) => {
      if (!ids.includes(id) || status === 'out-of-scope' || status === 'not-applicable') return false;
      if (target?.state !== 'level') return true;
      const known = framework.structure.scales[scale];
      const wanted = known === undefined ? null : levelPosition(known, target.level);
      return wanted !== null && (position === null || position < wanted);
    })
    .map(({ id }) => id);
}
