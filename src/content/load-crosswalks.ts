import type { Crosswalk } from '../domain/framework/crosswalk-schema.ts';
import { crosswalkSchema } from '../domain/framework/crosswalk-schema.ts';
import type { Framework } from '../domain/framework/framework.ts';
import type { FrameworkSource } from './framework-source.ts';

/** Loads the crosswalks that the links of a framework name, by key; one that does not parse is left out. */
export async function loadCrosswalks(
  source: FrameworkSource,
  { indicators }: Framework,
): Promise<ReadonlyMap<string, Crosswalk>> {
  const named = new Set(indicators.flatMap(({ links }) => Object.keys(links ?? {})));
  const wanted = [...named].filter((key) => source.crosswalkKeys.includes(key));
  return loadCrosswalksOf(source, wanted);
}

/** Crosswalks of a source by key; one that does not parse is left out. */
export async function loadCrosswalksOf(
  source: FrameworkSource,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Crosswalk>> {
  const loaded = await Promise.all(
    keys.map(async (key) => [key, crosswalkSchema.safeParse(await source.loadCrosswalk(key))] as const),
  );
  return new Map(loaded.flatMap(([key, parsed]) => (parsed.success ? [[key, parsed.data]] : [])));
}
