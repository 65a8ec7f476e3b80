import type { Framework } from '../domain/framework/framework.ts';
import { SEXTANT_FORMAT_VERSION } from './sextant-file.ts';

/** The first version of the app: what it reads, every copy in the field reads. */
export const FIRST_APP = '0.1.0';

/** By version of a format, the first version of the app that reads it. A new format is a line here, with its release. */
export const READ_SINCE: Readonly<Record<'assessment' | 'framework', Readonly<Record<number, string>>>> = {
  assessment: { 1: FIRST_APP },
  framework: { 1: FIRST_APP, 2: FIRST_APP },
};

/** Which of two versions `major.minor.patch` is older: below 0 the first, 0 none, above 0 the second. */
export function compareVersions(first: string, second: string): number {
  const [a, b] = [first, second].map((version) => version.split('.').map(Number)) as [number[], number[]];
  const at = a.findIndex((part, index) => part !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/**
 * The oldest app that reads an assessment file on this framework, as `major.minor.patch`: of its formats the one that is read
 * last. No file says so itself: older apps refuse a manifest with more members than they know.
 */
export function oldestApp({ structure }: Pick<Framework, 'structure'>, since = READ_SINCE): string {
  const versions = [since.assessment[SEXTANT_FORMAT_VERSION], since.framework[structure.formatVersion]];
  return (
    versions
      .flatMap((version) => version ?? [])
      .sort(compareVersions)
      .at(-1) ?? FIRST_APP
  );
}
