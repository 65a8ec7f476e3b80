import type { Problem, Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { readSextantFile } from '../file/read-sextant-file.ts';
import type { SextantFile } from '../file/sextant-file.ts';
import { readBytes } from './read-path.ts';

const AGE_HEADER = 'age-encryption.org/v1';

function isEncrypted(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, AGE_HEADER.length)) === AGE_HEADER;
}

/** Puts the path that was given before the part of the file a problem is in. */
function named(path: string, found: readonly Problem[]): Problem[] {
  return found.map((one) => ({ ...one, file: one.file === '' ? path : `${path}:${one.file}` }));
}

/** An assessment file at a path, every problem named by the path. Codes: `command.encrypted`, those of `readSextantFile`. */
export function readSextantAt(path: string): Result<SextantFile> {
  const bytes = readBytes(path);
  if (!bytes.ok) return bytes;
  if (isEncrypted(bytes.value)) return { ok: false, problems: [problem('command.encrypted', path, [])] };
  const file = readSextantFile(bytes.value);
  return file.ok ? { ...file, advice: named(path, file.advice) } : { ok: false, problems: named(path, file.problems) };
}
