import { undoMerge } from '../domain/assessment/undo.ts';
import type { Result } from '../domain/problem.ts';
import { sha256Hex } from '../domain/sha256.ts';
import type { IntakeRecord } from './database-schema.ts';
import { evidenceToRemove } from './evidence-rows.ts';
import type { IntakeTransaction } from './rows-of-assessment.ts';
import { ofAssessment } from './rows-of-assessment.ts';
import { readJournalRows } from './journal-rows.ts';

/**
 * Takes out exactly what an intake brought, within one transaction; problems of `undoMerge` where that cannot be, and
 * then nothing is changed.
 */
export async function undoIntake(
  transaction: IntakeTransaction,
  assessment: string,
  record: IntakeRecord,
): Promise<Result<null>> {
  const store = transaction.objectStore('entries');
  const { entries } = readJournalRows(await store.getAll(ofAssessment(assessment)));
  const undone = undoMerge({ entries, damagedLines: [] }, record);
  if (!undone.ok) return undone;
  for (const id of record.added) await store.delete([assessment, id]);
  for (const entry of record.displaced) await store.put({ assessment, id: entry.id, entry });
  for (const line of record.damagedLines) {
    await transaction.objectStore('damaged').delete([assessment, sha256Hex(line)]);
  }
  for (const sha256 of evidenceToRemove(record, undone.value.entries)) {
    await transaction.objectStore('evidence').delete([assessment, sha256]);
  }
  return { ok: true, value: null, advice: [] };
}
