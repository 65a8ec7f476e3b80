import type { Problem } from '../../domain/problem.ts';
import { problem } from '../../domain/problem.ts';
import { isStorageFailure, storageErrorOf } from '../../storage/storage-error.ts';

/** How Chromium, Firefox and Safari say that a part of the app could not be loaded. */
const NOT_LOADED = /dynamically imported module|importing a module script|preload css/i;

/** What to say of an error. Codes: those of the storage, `mishap.notLoaded` and `mishap.unknown` (reason). */
export function problemOfMishap(error: unknown): Problem {
  if (isStorageFailure(error)) return storageErrorOf(error).problem;
  const reason = error instanceof Error || error instanceof DOMException ? error.message || error.name : String(error);
  // Where a part lies helps nobody; it stands in the console.
  return NOT_LOADED.test(reason) ? problem('mishap.notLoaded', '', []) : problem('mishap.unknown', '', [], { reason });
}
