import type { Problem } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';

/** The bytes of a file that a person chose; null where it is gone, locked, or on a drive that is away. */
export async function readWhole(file: Blob): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}

/** What to say of a file that could not be read at all. */
export function unreadableFile(name: string): Problem {
  return problem('document.unreadable', '', [], { name });
}
