import type { Framework } from '../domain/framework/framework.ts';
import { parseSingleFileFramework } from '../domain/framework/parse-framework.ts';
import { findJsonDanger, MAXIMUM_JSON_DEPTH } from '../domain/json-safety.ts';
import type { Problem, Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { MAXIMUM_FRAMEWORK_BYTES } from './file-limits.ts';
import { locateProblems, parseJsonText } from './locate-problems.ts';
import { decodeUtf8, withoutByteOrderMark } from './text-bytes.ts';

/** Depth of brackets outside of strings: looked at before parsing, which recurses. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (inString) {
      if (character === '\\') index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > MAXIMUM_JSON_DEPTH) return true;
    } else if (character === '}' || character === ']') depth -= 1;
  }
  return false;
}

function refuse(...problems: Problem[]): Result<never> {
  return { ok: false, problems };
}

/**
 * A framework in the single-file form from the bytes of a file: every problem at once, each with the line where it
 * stands. Codes: `file.partTooBig`, `file.notUtf8`, `json.tooDeep`, `json.unsafeKey`, `json.syntax`,
 * `json.duplicateKey`, `framework.*`, `schema.*`. Source: docs/file-formats.md section 1.
 */
export function parseFrameworkFile(bytes: Uint8Array, file = 'framework.json'): Result<Framework> {
  if (bytes.length > MAXIMUM_FRAMEWORK_BYTES) {
    const params = { part: file, bytes: bytes.length, maximum: MAXIMUM_FRAMEWORK_BYTES };
    return refuse(problem('file.partTooBig', file, [], params));
  }
  const decoded = decodeUtf8(bytes);
  if (decoded === null) return refuse(problem('file.notUtf8', file, []));
  const text = withoutByteOrderMark(decoded);
  if (isTooDeep(text)) return refuse(problem('json.tooDeep', file, []));
  const json = parseJsonText(text, file);
  if (json.problems.length > 0) return refuse(...json.problems);
  const danger = findJsonDanger(json.value);
  if (danger !== null) return refuse(problem(`json.${danger}`, file, []));
  const framework = parseSingleFileFramework(json.value, file);
  const texts = new Map([[file, text]]);
  return framework.ok
    ? { ...framework, advice: locateProblems(framework.advice, texts) }
    : { ok: false, problems: locateProblems(framework.problems, texts) };
}
