import type { Crosswalk } from '../domain/framework/crosswalk-schema.ts';
import { crosswalkSchema } from '../domain/framework/crosswalk-schema.ts';
import type { Framework } from '../domain/framework/framework.ts';
import { parseFramework } from '../domain/framework/parse-framework.ts';
import type { Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import type { FrameworkSource } from './framework-source.ts';

/** Loads and parses one built-in framework; an unknown id is the problem `framework.unknown`. */
export async function loadFramework(source: FrameworkSource, id: string): Promise<Result<Framework>> {
  if (!source.ids.includes(id)) {
    return { ok: false, problems: [problem('framework.unknown', '', [], { id, known: source.ids.join(', ') })] };
  }
  return parseFramework(await source.loadFramework(id));
}

/** Loads the crosswalks that a framework's links name, by key; one that does not parse is left out. */
export async function loadCrosswalks(
  source: FrameworkSource,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Crosswalk>> {
  const wanted = keys.filter((key) => source.crosswalkKeys.includes(key));
  const loaded = await Promise.all(
    wanted.map(async (key) => [key, crosswalkSchema.safeParse(await source.loadCrosswalk(key))] as const),
  );
  return new Map(loaded.flatMap(([key, parsed]) => (parsed.success ? [[key, parsed.data]] : [])));
}
