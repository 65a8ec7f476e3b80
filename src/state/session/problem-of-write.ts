import type { Problem } from '../../domain/problem.ts';
import { problemOfMishap } from './problem-of-mishap.ts';

/**
 * Does something with the storage; null when it was done, else what to say: of the storage only what it said itself.
 * Never throws.
 */
export async function problemOfWrite(work: () => Promise<unknown>): Promise<Problem | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return problemOfMishap(error);
  }
}
