import type { Framework } from '../domain/framework/framework.ts';
import { parseSingleFileFramework } from '../domain/framework/parse-framework.ts';
import type { Result } from '../domain/problem.ts';
import { locateProblems } from './locate-problems.ts';
import { readJson } from './read-json.ts';

/**
 * A framework in the single-file form from the bytes of a file: every problem at once, each with the line where it
 * stands. Codes: those of `readJson`, `framework.*`, `schema.*`. Source: docs/file-formats.md section 1.
 */
export function parseFrameworkFile(bytes: Uint8Array, file = 'framework.json'): Result<Framework> {
  const json = readJson(bytes, file);
  if (!json.ok) return json;
  const framework = parseSingleFileFramework(json.value.value, file);
  const texts = new Map([[file, json.value.text]]);
  return framework.ok
    ? { ...framework, advice: locateProblems(framework.advice, texts) }
    : { ok: false, problems: locateProblems(framework.problems, texts) };
}
