import type { Problem } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import type { GivenFile } from './given-file.ts';
import { refuseBySize } from './refuse-by-size.ts';

/**
 * The bytes of a chosen file, or why there are none: by its size, or where it is gone, locked, or on a drive that is
 * away. Codes: those of `refuseBySize`, `document.unreadable` (name).
 */
export async function readWhole({
  file,
  fileName,
  use,
}: GivenFile): Promise<readonly [Problem, null] | readonly [null, Uint8Array]> {
  try {
    const refused = await refuseBySize(file, fileName, use);
    return refused === null ? [null, new Uint8Array(await file.arrayBuffer())] : [refused, null];
  } catch {
    return [problem('document.unreadable', '', [], { name: fileName }), null];
  }
}
