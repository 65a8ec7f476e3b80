import type { Entry } from '../domain/journal/entry-schema.ts';
import { isStub } from '../domain/journal/entry-schema.ts';
import type { Evidence, IntakeRecord } from './database-schema.ts';
import type { IntakeTransaction } from './rows-of-assessment.ts';
import { ofAssessment } from './rows-of-assessment.ts';
import { readJournalRows } from './journal-rows.ts';

/** Ids of the entries that name each of these documents, in the history too. */
export function idsNaming(documents: readonly string[], entries: readonly Entry[]): ReadonlyMap<string, string[]> {
  const naming = new Map(documents.map((sha256): [string, string[]] => [sha256, []]));
  for (const entry of entries) {
    const value = isStub(entry) ? null : entry.value;
    if (value === null || typeof value !== 'object' || !('sha256' in value)) continue;
    naming.get(String(value['sha256']))?.push(entry.id);
  }
  return naming;
}

/** Stores the documents that are not here, before the entries that name them, and says which those were. */
export async function addEvidenceRows(
  transaction: IntakeTransaction,
  assessment: string,
  evidence: Evidence,
): Promise<IntakeRecord['evidence']> {
  const store = transaction.objectStore('evidence');
  const known = new Set((await store.getAllKeys(ofAssessment(assessment))).map(([, sha256]) => sha256));
  const fresh = [...evidence].filter(([sha256]) => !known.has(sha256));
  if (fresh.length === 0) return [];
  const { entries } = readJournalRows(await transaction.objectStore('entries').getAll(ofAssessment(assessment)));
  const naming = idsNaming(
    fresh.map(([sha256]) => sha256),
    entries,
  );
  // A document of a file is a view of the whole file, and browsers store all of what a view is of: each its own bytes
  // only.
  for (const [sha256, bytes] of fresh) await store.put({ assessment, sha256, bytes: bytes.slice() });
  return [...naming].map(([sha256, namedBefore]) => ({ sha256, namedBefore }));
}

/** The documents that go when an intake is undone: all that it brought, but for what somebody named since. */
export function evidenceToRemove({ evidence }: IntakeRecord, kept: readonly Entry[]): string[] {
  const naming = idsNaming(
    evidence.map(({ sha256 }) => sha256),
    kept,
  );
  return evidence
    .filter(({ sha256, namedBefore }) => naming.get(sha256)?.every((id) => namedBefore.includes(id)))
    .map(({ sha256 }) => sha256);
}
