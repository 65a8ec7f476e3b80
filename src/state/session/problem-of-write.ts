import type { Problem } from '../../domain/problem.ts';
import { waitForStorage } from '../../storage/storage-patience.ts';
import { problemOfMishap } from './problem-of-mishap.ts';

/**
 * Does something with the storage; null when it was done, else what to say: of the storage only what it said itself.
 * `onsilent` hears meanwhile that the storage does not answer. Never throws. Code: `storage.waiting` (seconds).
 */
export async function problemOfWrite(
  work: () => Promise<unknown>,
  onsilent: (found: Problem) => void = () => {},
): Promise<Problem | null> {
  try {
    await waitForStorage(work(), onsilent, 'storage.waiting');
    return null;
  } catch (error) {
    return problemOfMishap(error);
  }
}
