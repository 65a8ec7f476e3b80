import { MAXIMUM_SHEET_BYTES } from '../domain/limits.ts';
import { sha256Hex } from '../domain/sha256.ts';
import { savedAt } from './saved-at.ts';

/** What a file says of itself: when it was last saved (ISO instant; null where it does not say so), and its SHA-256. */
export interface FileFacts {
  readonly saved: string | null;
  readonly hash: string | null;
}

export const NO_FACTS: FileFacts = { saved: null, hash: null };

/** When a workbook was last saved, and what tells the very same file again: of large ones it would take too long. */
export function factsOf(bytes: Uint8Array, kind: string): FileFacts {
  if (!['workbook', 'assessment', 'sheet'].includes(kind)) return NO_FACTS;
  return {
    saved: kind === 'workbook' ? savedAt(bytes) : null,
    hash: bytes.length > MAXIMUM_SHEET_BYTES ? null : sha256Hex(bytes),
  };
}
