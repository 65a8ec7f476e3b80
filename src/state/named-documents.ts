import { documentsOf } from '../domain/institutions/make-pack.ts';
import type { Entry } from '../domain/journal/entry-schema.ts';
import { journalOf } from '../domain/journal/merge.ts';

/** Of some documents by SHA-256, those that a journal names. */
export function namedDocuments(
  entries: readonly Entry[],
  documents: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, Uint8Array> {
  const named = documentsOf(journalOf(entries));
  return new Map([...documents].filter(([sha256]) => named.has(sha256)));
}
