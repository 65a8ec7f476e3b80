import type { Problem } from '../../domain/problem.ts';
import { storageErrorOf } from '../../storage/storage-error.ts';

/** Does something with the storage; null when it was done, else what to say. Never throws. */
export async function problemOfWrite(work: () => Promise<unknown>): Promise<Problem | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return storageErrorOf(error).problem;
  }
}
