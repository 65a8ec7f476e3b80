import type { FrameworkStructure } from './framework-schema.ts';

type Supersedes = FrameworkStructure['supersedes'];

/** Whether a name in `supersedes` is the address of a requirement and not the id of an indicator. */
export function isRequirementAddress(name: string): boolean {
  return name.includes('/');
}

/** What `supersedes` says took the place of a name, as it stands there: a list without anything is "asked no more". */
export function supersededBy(supersedes: Supersedes, name: string): readonly string[] | undefined {
  if (supersedes === undefined || !Object.hasOwn(supersedes, name)) return undefined;
  const next = supersedes[name] ?? null;
  return next === null ? [] : typeof next === 'string' ? [next] : next;
}

/**
 * What stands today for an old name, an indicator id or the address of a requirement, followed through every version
 * between: each once, in the order of the file; the name itself where nothing took its place. Ends on a circle.
 */
export function successorsOf(supersedes: Supersedes, name: string): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const follow = (at: string): void => {
    if (seen.has(at)) return;
    seen.add(at);
    const next = supersededBy(supersedes, at);
    if (next === undefined) found.add(at);
    else next.forEach(follow);
  };
  follow(name);
  return [...found];
}

/** The old names that a name of today stands for, through every version between, in the order of the file. */
export function predecessorsOf(supersedes: Supersedes, name: string): readonly string[] {
  return Object.keys(supersedes ?? {}).filter((old) => successorsOf(supersedes, old).includes(name));
}
