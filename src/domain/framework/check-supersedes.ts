import type { Problem } from '../problem.ts';
import { problem } from '../problem.ts';
import type { FrameworkStructure } from './framework-schema.ts';
import { listIndicators } from './framework.ts';
import { isRequirementAddress, supersededBy } from './supersedes.ts';

const report = (code: string, old: string, params: Problem['params']) =>
  problem(code, 'framework.json', ['supersedes', old], params);

/** The circle that a name runs into, each member once; null where its ways all end. */
function findCycle(supersedes: FrameworkStructure['supersedes'], name: string): readonly string[] | null {
  const trail: string[] = [];
  const follow = (at: string): readonly string[] | null => {
    if (trail.includes(at)) return trail.slice(trail.indexOf(at));
    trail.push(at);
    for (const next of supersededBy(supersedes, at) ?? []) {
      const cycle = follow(next);
      if (cycle !== null) return cycle;
    }
    trail.pop();
    return null;
  };
  return follow(name);
}

/**
 * What `supersedes` says that cannot be: `framework.supersededStillUsed` and `framework.supersedesUnknown` (old, next),
 * `framework.supersedesCycle` (cycle), `framework.supersedesKind` (old, next: an indicator becomes indicators, a
 * requirement one requirement or nothing). What became of requirements: `checkRequirements`.
 */
export function checkSupersedes(structure: FrameworkStructure): Problem[] {
  const { supersedes = {} } = structure;
  const current = new Set(listIndicators(structure).map(({ id }) => id));
  return Object.entries(supersedes).flatMap(([old, value]) => {
    const nexts = supersededBy(supersedes, old) ?? [];
    const next = nexts.join(', ');
    const isAddress = isRequirementAddress(old);
    const isOfKind = isAddress ? !Array.isArray(value) : nexts.length > 0;
    if (!isOfKind || nexts.some((one) => isRequirementAddress(one) !== isAddress)) {
      return [report('framework.supersedesKind', old, { old, next: value === null ? 'null' : next })];
    }
    if (!isAddress && current.has(old)) return [report('framework.supersededStillUsed', old, { old, next })];
    const cycle = findCycle(supersedes, old);
    // Said once, at the first of its members; those that lead into it are mended with it.
    if (cycle !== null) {
      const isFirst = cycle.includes(old) && cycle.every((id) => old <= id);
      return isFirst ? [report('framework.supersedesCycle', old, { cycle: [...cycle, old].join(' > ') })] : [];
    }
    const lost = isAddress ? [] : nexts.filter((one) => !Object.hasOwn(supersedes, one) && !current.has(one));
    return lost.map((one) => report('framework.supersedesUnknown', old, { old, next: one }));
  });
}
