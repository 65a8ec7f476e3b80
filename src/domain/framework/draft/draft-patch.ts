import { isRecord } from '../../is-record.ts';
import type { ProblemPath } from '../../problem.ts';
import { setAt } from './at-path.ts';
import type { FrameworkDraft } from './framework-draft.ts';

/** One value of a draft that is another now; without `value` it is gone. */
export interface DraftChange {
  readonly path: ProblemPath;
  readonly value?: unknown;
}

/** What makes one draft of another, as plain data: small where little changed. */
export type DraftPatch = readonly DraftChange[];

function differ(before: unknown, after: unknown, path: ProblemPath): DraftChange[] {
  if (before === after) return [];
  if (isRecord(before) && isRecord(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => {
      if (!Object.hasOwn(after, key)) return [{ path: [...path, key] }];
      return differ(Object.hasOwn(before, key) ? before[key] : undefined, after[key], [...path, key]);
    });
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return after.flatMap((one, index) => differ(before[index], one, [...path, index]));
  }
  return [{ path, value: after }];
}

/** What makes `after` of `before`; parts that both share are not looked into. */
export function patchBetween(before: FrameworkDraft, after: FrameworkDraft): DraftPatch {
  return differ(before, after, []);
}

/** The draft with a patch applied. */
export function applyPatch(draft: FrameworkDraft, patch: DraftPatch): FrameworkDraft {
  return patch.reduce((whole, { path, value }) => setAt(whole, path, value), draft);
}

/** Whether two patches say something of the same place, so that one would undo the other. */
export function patchesMeet(a: DraftPatch, b: DraftPatch): boolean {
  const begins = (path: ProblemPath, other: ProblemPath) => path.every((key, index) => key === other[index]);
  return a.some((one) => b.some((other) => begins(one.path, other.path) || begins(other.path, one.path)));
}
