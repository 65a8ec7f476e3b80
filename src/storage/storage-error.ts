import type { Problem } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { UnwritableFile } from '../file/unwritable-file.ts';

/** What went wrong in the browser's storage; `name` is the code, so that a status can show it. */
export class StorageError extends Error {
  readonly problem: Problem;

  constructor(found: Problem, cause?: unknown) {
    super(found.code, { cause });
    this.name = found.code;
    this.problem = found;
  }
}

const CODES: Readonly<Record<string, string>> = {
  QuotaExceededError: 'storage.quotaExceeded',
  VersionError: 'storage.newerDatabase',
  InvalidStateError: 'storage.closed',
  SecurityError: 'storage.unavailable',
  MissingFactory: 'storage.unavailable',
};

function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : typeof error;
}

/** Whether an error is one that writing throws: of the browser's storage by a name of its own, or of a file too large. */
export function isStorageFailure(error: unknown): boolean {
  if (error instanceof StorageError || error instanceof UnwritableFile) return true;
  return Object.hasOwn(CODES, nameOf(error));
}

/**
 * The error to throw for what the browser threw. Codes: `storage.quotaExceeded`, `storage.newerDatabase`,
 * `storage.closed`, `storage.unavailable`, else `storage.failed` with the browser's name of it.
 */
export function storageErrorOf(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  if (error instanceof UnwritableFile) return new StorageError(error.problem, error);
  const name = nameOf(error);
  const code = Object.hasOwn(CODES, name) ? CODES[name] : undefined;
  return new StorageError(problem(code ?? 'storage.failed', '', [], code === undefined ? { reason: name } : {}), error);
}
