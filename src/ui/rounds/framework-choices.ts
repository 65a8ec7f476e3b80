import type { Framework } from '../../domain/framework/framework.ts';
import { isEarlier } from '../../domain/framework/is-earlier.ts';
import { compareFrameworks } from '../../domain/framework/frameworks-match.ts';

export interface FrameworkChoice {
  readonly framework: Framework;
  readonly isSame: boolean;
  /** Scores of the two rounds may be subtracted. */
  readonly comparable: boolean;
}

/** What the next round can stand on: the framework of the last one, and newer versions of it that are at hand. */
export function frameworkChoices(last: Framework, offered: readonly Framework[]): FrameworkChoice[] {
  const newer = offered.filter(({ id, version }) => id === last.id && isEarlier(last.version, version));
  return [last, ...newer].map((framework) => ({
    framework,
    isSame: framework === last,
    comparable: compareFrameworks(framework, last).every(({ severity }) => severity !== 'error'),
  }));
}
