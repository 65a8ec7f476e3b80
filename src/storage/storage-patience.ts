import type { Problem } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';

/** How long the browser's storage may say nothing before the person is told. */
export const STORAGE_PATIENCE_MS = 10_000;

/**
 * Waits for the storage however long it takes; `onsilent` hears when it has not answered in time, which is no failure: it
 * may still. Codes: `storage.silent` (seconds); `storage.waiting` (seconds) of what is nowhere until it is stored.
 */
export async function waitForStorage<Value>(
  work: Promise<Value>,
  onsilent: (found: Problem) => void,
  code: 'storage.silent' | 'storage.waiting' = 'storage.silent',
): Promise<Value> {
  const found = problem(code, '', [], { seconds: STORAGE_PATIENCE_MS / 1000 });
  const patience = setTimeout(() => onsilent(found), STORAGE_PATIENCE_MS);
  try {
    return await work;
  } finally {
    clearTimeout(patience);
  }
}
