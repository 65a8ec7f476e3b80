import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseCrosswalk } from '../domain/framework/check-crosswalk.ts';
import type { Crosswalk } from '../domain/framework/crosswalk-schema.ts';
import type { Framework } from '../domain/framework/framework.ts';
import { readJsonAt } from './read-framework.ts';
import { kindOfPath } from './read-path.ts';

const BUILT_IN = fileURLToPath(new URL('../../indicators/crosswalks/', import.meta.url));

/**
 * The built-in crosswalks that the links of a framework name, by key, as the app has them: one that is not there or does
 * not hold together is left out, and codes stand for themselves.
 */
export function readCrosswalks({ indicators }: Pick<Framework, 'indicators'>): ReadonlyMap<string, Crosswalk> {
  const keys = new Set(indicators.flatMap(({ links }) => Object.keys(links ?? {})));
  const found = [...keys].flatMap((key) => {
    const path = join(BUILT_IN, `${key}.json`);
    const json = kindOfPath(path) === 'file' ? readJsonAt(path) : null;
    const parsed = json?.ok === true ? parseCrosswalk(json.value.value, key) : null;
    return parsed?.ok === true ? [[key, parsed.value] as const] : [];
  });
  return new Map(found);
}
