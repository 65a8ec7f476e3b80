import type { Framework } from '../../domain/framework/framework.ts';
import { compareFrameworks } from '../../domain/framework/frameworks-match.ts';

export interface FrameworkChoice {
  readonly framework: Framework;
  readonly isSame: boolean;
  /** Scores of the two rounds may be subtracted. */
  readonly comparable: boolean;
}

const numbersOf = (version: string) => version.split('.').map(Number);

function isNewer(version: string, than: string): boolean {
  const [mine, theirs] = [numbersOf(version), numbersOf(than)];
  const place = mine.findIndex((number, index) => number !== theirs[index]);
  return place !== -1 && Number(mine[place]) > Number(theirs[place] ?? 0);
}

/** What the next round can stand on: the framework of the last one, and newer versions of it that are at hand. */
export function frameworkChoices(last: Framework, offered: readonly Framework[]): FrameworkChoice[] {
  const newer = offered.filter(({ id, version }) => id === last.id && isNewer(version, last.version));
  return [last, ...newer].map((framework) => ({
    framework,
    isSame: framework === last,
    comparable: compareFrameworks(framework, last).every(({ severity }) => severity !== 'error'),
  }));
}
