import type { DatabaseConnection, WriteTransaction } from './database-connection.ts';
import type { AssessmentRow, Countdown, DeletedAssessment } from './database-schema.ts';
import { STORES, STORES_OF_ASSESSMENT } from './database-schema.ts';
import { ofAssessment } from './rows-of-assessment.ts';

const DAY_MS = 86_400_000;
export const KEPT_DAYS = 30;
export const KEPT_MS = KEPT_DAYS * DAY_MS;

const isMilliseconds = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/**
 * Counts the time since the last start, at most one day whatever the clock says. A clock that stands still or went back
 * counts nothing, and neither does the start after it: one that alternates between two times erases nothing early.
 */
export function countDown(before: Countdown | undefined, nowMs: number): Countdown {
  if (before === undefined || !isMilliseconds(before.leftMs)) return { leftMs: KEPT_MS, countedAtMs: nowMs };
  const leftMs = Math.min(before.leftMs, KEPT_MS);
  if (!isMilliseconds(before.countedAtMs)) return { leftMs, countedAtMs: nowMs };
  const elapsedMs = nowMs - before.countedAtMs;
  if (elapsedMs < 0) return { leftMs, countedAtMs: null };
  return { leftMs: leftMs - Math.min(elapsedMs, DAY_MS), countedAtMs: nowMs };
}

async function clear(transaction: WriteTransaction<(typeof STORES)[number]>, assessmentId: string): Promise<void> {
  for (const store of STORES_OF_ASSESSMENT) await transaction.objectStore(store).delete(ofAssessment(assessmentId));
  for (const store of ['savedFiles', 'folders'] as const) await transaction.objectStore(store).delete(assessmentId);
  await transaction.objectStore('assessments').delete(assessmentId);
}

/** Counts one start of a page, and erases what has been kept long enough. */
export function countStart(connection: DatabaseConnection, nowMs: number): Promise<void> {
  return connection.write(STORES, async (transaction) => {
    const store = transaction.objectStore('assessments');
    for (const row of await store.getAll()) {
      if (row.deletedAt === undefined) continue;
      const countdown = countDown(row.countdown, nowMs);
      if (countdown.leftMs <= 0) await clear(transaction, row.id);
      else await store.put({ ...row, countdown });
    }
  });
}

/** Erases one for good, where it is deleted: one that was brought back meanwhile stays. */
export function eraseDeleted(connection: DatabaseConnection, assessmentId: string): Promise<void> {
  return connection.write(STORES, async (transaction) => {
    const row = await transaction.objectStore('assessments').get(assessmentId);
    if (row?.deletedAt !== undefined) await clear(transaction, assessmentId);
  });
}

/** The deleted ones among rows, the one that goes first in front. */
export function deletedAmong(rows: readonly AssessmentRow[]): DeletedAssessment[] {
  return rows
    .flatMap(({ deletedAt, countdown, ...assessment }) =>
      deletedAt === undefined ? [] : [{ assessment, deletedAt, leftMs: countdown?.leftMs ?? KEPT_MS }],
    )
    .sort((a, b) => a.leftMs - b.leftMs);
}

/** About how many bytes an assessment takes: its documents, snapshots and texts. */
export function measureAssessment(connection: DatabaseConnection, assessmentId: string): Promise<number> {
  return connection.read(async (database) => {
    const own = ofAssessment(assessmentId);
    let bytes = 0;
    for (const store of ['evidence', 'snapshots'] as const) {
      const rows = await database.getAll(store, own);
      for (const row of rows) bytes += row.bytes.byteLength;
    }
    for (const store of ['entries', 'damaged', 'typing'] as const) {
      bytes += JSON.stringify(await database.getAll(store, own)).length;
    }
    return bytes;
  });
}
