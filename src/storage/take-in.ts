import type { Journal } from '../domain/journal/journal.ts';
import type { Evidence, IntakeRecord } from './database-schema.ts';
import { addEvidenceRows } from './evidence-rows.ts';
import type { IntakeTransaction } from './rows-of-assessment.ts';
import { addJournalRows } from './journal-rows.ts';

export { readJournalRows } from './journal-rows.ts';

/** Adds what is new of a journal and its documents, within one transaction, and says what that was. */
export async function takeIn(
  transaction: IntakeTransaction,
  assessment: string,
  journal: Journal,
  evidence: Evidence,
): Promise<IntakeRecord> {
  const documents = evidence.size === 0 ? [] : await addEvidenceRows(transaction, assessment, evidence);
  return { ...(await addJournalRows(transaction, assessment, journal)), evidence: documents };
}
