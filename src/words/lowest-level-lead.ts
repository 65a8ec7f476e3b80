import { requirementsOfLevel } from '../domain/assessment/requirements.ts';
import type { Framework, Indicator } from '../domain/framework/framework.ts';
import { scaleOf } from '../domain/framework/framework.ts';
import type { Localiser } from '../i18n/localiser.ts';
import { levelSign } from './framework-words.ts';

/**
 * What stands before the sentences of the lowest level: it is held where anything of the next is missing, so that its own
 * sentences are examples and may be untrue. Null for other levels, and where the next has a single requirement.
 */
export function lowestLevelLead(
  framework: Framework,
  indicator: Indicator,
  level: string,
  localiser: Localiser,
): string | null {
  const scale = scaleOf(framework, indicator);
  const [lowest, next] = scale.levels;
  if (level !== lowest?.id || next === undefined) return null;
  if (requirementsOfLevel(framework, indicator, next.id).length < 2) return null;
  return localiser.t('assess.lowest', { symbol: levelSign(scale, next.id, localiser) });
}
