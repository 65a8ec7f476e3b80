import type { Journal } from '../journal/journal.ts';
import { parseRegister } from '../registers/register-address.ts';
import { standingEntries } from './standing.ts';
import type { EvidenceDocument } from './check-document.ts';
import { documentOf } from './check-document.ts';

/** What it takes to know which evidence stands: the rest of a long journal need not be folded. */
const TELLING = /^(?:evidence|evidence-link|institution|validation)(?:\/|$)/;

/**
 * The documents that evidence with a living link names, by SHA-256: what goes into a file, and nothing else. Where two
 * versions of a piece of evidence stand, the documents of both.
 */
export function documentsInUse(journal: Pick<Journal, 'entries'>): ReadonlyMap<string, EvidenceDocument> {
  const documents = new Map<string, EvidenceDocument>();
  const entries = journal.entries.filter(({ register }) => TELLING.test(register));
  for (const { register, value } of standingEntries({ entries })) {
    if (parseRegister(register).kind !== 'evidence' || value === null || typeof value !== 'object') continue;
    if (Array.isArray(value)) continue;
    const { sha256, fileName } = value;
    if (typeof sha256 !== 'string') continue;
    // Evidence of a newer form keeps its document too.
    const document = documentOf({ ...value, sha256, fileName: typeof fileName === 'string' ? fileName : '' });
    if (document !== null) documents.set(sha256, document);
  }
  return documents;
}

/** Of the documents in use, those that are not at hand: a file without them is not the whole. */
export function missingDocuments(
  journal: Pick<Journal, 'entries'>,
  atHand: { has(sha256: string): boolean },
): readonly EvidenceDocument[] {
  return [...documentsInUse(journal).values()].filter(({ sha256 }) => !atHand.has(sha256));
}
