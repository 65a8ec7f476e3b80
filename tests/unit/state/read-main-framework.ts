import { readFileSync } from 'node:fs';
import type { Framework } from '../../../src/domain/framework/framework.ts';
import { parseFramework } from '../../../src/domain/framework/parse-framework.ts';

/** The main instrument, or another that comes with the app, as it is shipped, in every language. */
export function readFramework(id = 'migration-governance'): Framework {
  const read = (name: string): unknown => JSON.parse(readFileSync(`indicators/${id}/${name}.json`, 'utf8'));
  const structure = read('framework') as { readonly languages: readonly string[] };
  const texts = Object.fromEntries(structure.languages.map((language) => [language, read(language)]));
  const parsed = parseFramework({ structure, texts });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}
