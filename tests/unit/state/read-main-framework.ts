import { readFileSync } from 'node:fs';
import type { Framework } from '../../../src/domain/framework/framework.ts';
import { parseFramework } from '../../../src/domain/framework/parse-framework.ts';

/** The main instrument as it is shipped, in every language. */
export function readFramework(): Framework {
  const read = (name: string) =>
    JSON.parse(readFileSync(`indicators/migration-governance/${name}.json`, 'utf8')) as unknown;
  const parsed = parseFramework({ structure: read('framework'), texts: { en: read('en'), fr: read('fr') } });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}
