import type { Framework } from '../domain/framework/framework.ts';
import { FRAMEWORK_FORMAT } from '../domain/framework/framework-schema.ts';
import { parseSingleFileFramework } from '../domain/framework/parse-framework.ts';
import type { Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { locateProblems } from './locate-problems.ts';
import { readJson } from './read-json.ts';

/** Whether somebody meant it as a framework: it says so, or it says nothing and has what only a framework has. */
function isMeantAsFramework(value: unknown): boolean {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
  if ('format' in value) return value.format === FRAMEWORK_FORMAT;
  return 'texts' in value || 'domains' in value;
}

/**
 * A framework in the single-file form from the bytes of a file: every problem at once, each with the line where it
 * stands. Codes: those of `readJson`, `file.isOtherJson`, `framework.*`, `schema.*`. Source: docs/file-formats.md section 1.
 */
export function parseFrameworkFile(bytes: Uint8Array, file = 'framework.json'): Result<Framework> {
  const json = readJson(bytes, file);
  if (!json.ok) return json;
  if (!isMeantAsFramework(json.value.value)) return { ok: false, problems: [problem('file.isOtherJson', file, [])] };
  const framework = parseSingleFileFramework(json.value.value, file);
  const texts = new Map([[file, json.value.text]]);
  return framework.ok
    ? { ...framework, advice: locateProblems(framework.advice, texts) }
    : { ok: false, problems: locateProblems(framework.problems, texts) };
}
