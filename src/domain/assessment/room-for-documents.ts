import type { Journal } from '../journal/journal.ts';
import { MAXIMUM_DOCUMENTS, MAXIMUM_DOCUMENTS_BYTES } from '../limits.ts';
import type { Result } from '../problem.ts';
import { problem } from '../problem.ts';
import type { EvidenceDocument } from './check-document.ts';
import { documentsInUse } from './documents-in-use.ts';

/** What the documents of an assessment leave of what its file can hold; below 0 where they are more. */
export interface Room {
  readonly bytes: number;
  readonly documents: number;
}

/** The documents that an assessment uses and that are at hand: bytes by SHA-256. */
export function sizesInUse(
  journal: Pick<Journal, 'entries'>,
  atHand: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const used = documentsInUse(journal);
  return new Map([...atHand].filter(([sha256]) => used.has(sha256)));
}

/** What is left beside documents of these sizes, in bytes by SHA-256. */
export function roomBeside(sizes: ReadonlyMap<string, number>): Room {
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  return { bytes: MAXIMUM_DOCUMENTS_BYTES - bytes, documents: MAXIMUM_DOCUMENTS - sizes.size };
}

/**
 * Whether a further document fits beside those of an assessment. Codes: `document.noRoom` (name, bytes, left),
 * `document.tooMany` (name, maximum).
 */
export function checkRoom(document: EvidenceDocument, sizes: ReadonlyMap<string, number>): Result<EvidenceDocument> {
  const { fileName: name, sizeBytes, sha256 } = document;
  const left = roomBeside(sizes);
  if (sizes.has(sha256)) return { ok: true, value: document, advice: [] };
  if (left.documents < 1) {
    return { ok: false, problems: [problem('document.tooMany', '', [], { name, maximum: MAXIMUM_DOCUMENTS })] };
  }
  if (sizeBytes <= left.bytes) return { ok: true, value: document, advice: [] };
  const params = { name, bytes: sizeBytes, left: Math.max(0, left.bytes) };
  return { ok: false, problems: [problem('document.noRoom', '', [], params)] };
}
