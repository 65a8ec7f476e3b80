import { documentsInUse } from '../domain/assessment/documents-in-use.ts';
import type { UnusedDocument } from '../domain/assessment/unused-documents.ts';
import { unusedDocuments } from '../domain/assessment/unused-documents.ts';
import { unpackJournal } from '../file/pack-journal.ts';
import type { Database, DatabaseConnection, WriteTransaction } from './database-connection.ts';
import type { AssessmentRow, Snapshot, UnusedStoredDocument } from './database-schema.ts';
import { countDown, KEPT_MS } from './deleted-assessments.ts';
import { ofAssessment } from './rows-of-assessment.ts';
import { readJournalRows } from './journal-rows.ts';

export const UNUSED_STORES = ['entries', 'evidence', 'snapshots'] as const;
type Transaction = WriteTransaction<(typeof UNUSED_STORES)[number]>;

const readOnly = (database: Database) => database.transaction(UNUSED_STORES) as unknown as Transaction;

/** Whether an earlier state would need a document; one that cannot be read needs all, so that nothing is lost by it. */
export function needsOf({ bytes }: Snapshot): (sha256: string) => boolean {
  const journal = unpackJournal(bytes);
  if (journal === null) return () => true;
  const used = documentsInUse(journal);
  return (sha256) => used.has(sha256);
}

/** What is unused among the entries and documents that are stored in this moment. */
async function findUnused(transaction: Transaction, assessment: string): Promise<UnusedDocument[]> {
  const own = ofAssessment(assessment);
  const stored = (await transaction.objectStore('evidence').getAllKeys(own)).map(([, sha256]) => sha256);
  if (stored.length === 0) return [];
  const { entries } = readJournalRows(await transaction.objectStore('entries').getAll(own));
  return unusedDocuments(entries, stored);
}

async function countStartOf(
  transaction: WriteTransaction<'assessments' | (typeof UNUSED_STORES)[number]>,
  { unused: before, ...row }: AssessmentRow,
  nowMs: number,
  mayErase: boolean,
): Promise<void> {
  const found = await findUnused(transaction as unknown as Transaction, row.id);
  const counted = found.map((one) => ({ ...one, countdown: countDown(before?.[one.sha256], nowMs) }));
  const isDue = ({ countdown, sinceMs }: (typeof counted)[number]) =>
    mayErase && countdown.leftMs <= 0 && nowMs - (sinceMs ?? 0) >= KEPT_MS;
  const snapshots = counted.some(isDue) ? await transaction.objectStore('snapshots').getAll(ofAssessment(row.id)) : [];
  const needs = snapshots.map(needsOf);
  const erased = counted.filter((one) => isDue(one) && !needs.some((need) => need(one.sha256)));
  for (const { sha256 } of erased) await transaction.objectStore('evidence').delete([row.id, sha256]);
  const kept = counted.filter((one) => !erased.includes(one)).map(({ sha256, countdown }) => [sha256, countdown]);
  const unused = kept.length === 0 ? {} : { unused: Object.fromEntries(kept) as AssessmentRow['unused'] };
  await transaction.objectStore('assessments').put({ ...row, ...unused } as AssessmentRow);
}

/**
 * Counts a start of a page for the documents that nothing uses any more, at most one day (`countDown`), and erases those
 * that had thirty, by the entries too, and that no earlier state needs. What is stored and what uses it is read in the
 * transaction that erases: a document that another tab saves in this moment comes together with its use.
 */
export async function countStartOfUnused(
  connection: DatabaseConnection,
  nowMs: number,
  mayErase: boolean,
): Promise<void> {
  const rows = await connection.read((database) => database.getAll('assessments'));
  for (const { id, unused } of rows.filter(({ deletedAt }) => deletedAt === undefined)) {
    const found = await connection.read((database) => findUnused(readOnly(database), id));
    if (found.length === 0 && unused === undefined) continue;
    await connection.write(['assessments', ...UNUSED_STORES], async (transaction) => {
      const row = await transaction.objectStore('assessments').get(id);
      if (row !== undefined && row.deletedAt === undefined) await countStartOf(transaction, row, nowMs, mayErase);
    });
  }
}

/** The documents of an assessment that nothing uses any more, with the earlier states that do. */
export async function listUnused(connection: DatabaseConnection, assessment: string): Promise<UnusedStoredDocument[]> {
  return connection.read(async (database) => {
    const transaction = readOnly(database);
    const found = await findUnused(transaction, assessment);
    const rows = found.length === 0 ? [] : await transaction.objectStore('snapshots').getAll(ofAssessment(assessment));
    const snapshots = rows.map((row) => ({ at: row.at, needs: needsOf(row) }));
    return found.map((one) => ({
      ...one,
      snapshots: snapshots.filter(({ needs }) => needs(one.sha256)).map(({ at }) => at),
    }));
  });
}

/** Erases one document at once, where still nothing uses it, with the earlier states that would need it. */
export async function eraseUnused(transaction: Transaction, assessment: string, sha256: string): Promise<void> {
  const found = await findUnused(transaction, assessment);
  if (found.every((one) => one.sha256 !== sha256)) return;
  const snapshots = transaction.objectStore('snapshots');
  for (const row of await snapshots.getAll(ofAssessment(assessment))) {
    if (needsOf(row)(sha256)) await snapshots.delete([assessment, row.at]);
  }
  await transaction.objectStore('evidence').delete([assessment, sha256]);
}
