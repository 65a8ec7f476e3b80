import { findJsonDanger } from '../domain/json-safety.ts';
import { MAXIMUM_FRAMEWORK_BYTES, MAXIMUM_JSON_DEPTH } from '../domain/limits.ts';
import type { Problem, Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { parseJsonText } from './locate-problems.ts';
import { decodeUtf8, whyNotUtf8, withoutByteOrderMark } from './text-bytes.ts';

export interface JsonFile {
  readonly value: unknown;
  /** What was parsed, to find lines in. */
  readonly text: string;
}

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
 * The JSON value of a file that people write by hand. Codes: `file.partTooBig`, `file.notUtf8`, `file.notText`,
 * `json.tooDeep`, `json.unsafeKey`, `json.syntax`, `json.duplicateKey`, the last two with their line. docs/file-formats.md section 1.
 */
export function readJson(bytes: Uint8Array, file: string): Result<JsonFile> {
  if (bytes.length > MAXIMUM_FRAMEWORK_BYTES) {
    const params = { part: file, bytes: bytes.length, maximum: MAXIMUM_FRAMEWORK_BYTES };
    return refuse(problem('file.partTooBig', file, [], params));
  }
  const decoded = decodeUtf8(bytes);
  if (decoded === null) return refuse(problem(whyNotUtf8(bytes), file, []));
  const text = withoutByteOrderMark(decoded);
  if (isTooDeep(text)) return refuse(problem('json.tooDeep', file, []));
  const json = parseJsonText(text, file);
  if (json.problems.length > 0) return refuse(...json.problems);
  const danger = findJsonDanger(json.value);
  if (danger !== null) return refuse(problem(`json.${danger}`, file, []));
  return { ok: true, value: { value: json.value, text }, advice: [] };
}
