import type { FrameworkReference } from '../domain/framework/framework.ts';
import type { Entry } from '../domain/journal/entry-schema.ts';
import type { Journal } from '../domain/journal/journal.ts';
import type { MergeRecord } from '../domain/journal/undo.ts';
import { undoMerge } from '../domain/journal/undo.ts';
import type { Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { sha256Hex } from '../domain/sha256.ts';
import type { ConnectionListeners, WriteTransaction } from './database-connection.ts';
import { DatabaseConnection } from './database-connection.ts';
import type {
  AssessmentRow,
  DraftChange,
  Snapshot,
  StoredAssessment,
  StoredFolder,
  TypedText,
} from './database-schema.ts';
import { STORES, STORES_OF_ASSESSMENT } from './database-schema.ts';
import type { JournalTransaction } from './journal-rows.ts';
import { addJournalRows, JOURNAL_STORES, ofAssessment, readJournalRows } from './journal-rows.ts';
import { StorageError } from './storage-error.ts';
import type { StorageHealth } from './storage-health.ts';
import { askToPersist, readStorageHealth } from './storage-health.ts';

/** In the place of an assessment, for texts outside of any. */
const OUTSIDE = '';

export interface DatabaseSurroundings extends ConnectionListeners {
  /** Dates deletions: UTC milliseconds. */
  readonly nowMs?: () => number;
  /** `navigator.storage`, absent on plain HTTP. */
  readonly storageManager?: StorageManager | undefined;
}

/**
 * The assessments, journals and frameworks in this browser. Journal rows are only ever added; every write is one
 * transaction with strict durability and resolves when it is complete. All methods throw `StorageError` with a
 * `storage.*` code.
 */
export class AssessmentDatabase {
  readonly #connection: DatabaseConnection;
  readonly #nowMs: () => number;
  readonly #storageManager: StorageManager | undefined;

  /** `factory` is `indexedDB`, undefined where the browser has none. */
  constructor(factory: IDBFactory | undefined, surroundings: DatabaseSurroundings = {}) {
    this.#connection = new DatabaseConnection(factory, surroundings);
    this.#nowMs = surroundings.nowMs ?? Date.now;
    this.#storageManager = surroundings.storageManager;
  }

  /** Assessments that were not deleted, in text order of their ids. */
  async listAssessments(): Promise<readonly StoredAssessment[]> {
    const rows = await this.#connection.read((database) => database.getAll('assessments'));
    return rows.filter(({ deletedAt }) => deletedAt === undefined);
  }

  async readAssessment(assessmentId: string): Promise<StoredAssessment | null> {
    const row = await this.#connection.read((database) => database.get('assessments', assessmentId));
    return row === undefined || row.deletedAt !== undefined ? null : row;
  }

  /**
   * Stores an assessment with its framework (single-file form) and its entries, in one transaction. One that was
   * deleted under this id is cleared away first; one that is there gets what is new.
   */
  async createAssessment(
    assessment: StoredAssessment,
    framework: Record<string, unknown>,
    entries: readonly Entry[],
    damagedLines: readonly string[] = [],
  ): Promise<void> {
    await this.#connection.write(STORES, async (transaction) => {
      const known = await transaction.objectStore('assessments').get(assessment.id);
      if (known?.deletedAt !== undefined) await clearAssessment(transaction, assessment.id);
      if (known === undefined || known.deletedAt !== undefined) {
        await transaction.objectStore('assessments').put(assessment);
      }
      const reference = assessment.framework;
      await transaction.objectStore('frameworks').put({ hash: reference.hash, reference, framework });
      await addJournalRows(transaction as unknown as JournalTransaction, assessment.id, { entries, damagedLines });
    });
  }

  /**
   * Resolves only when the entries are durable. Entries that are there already are left as they are. Throws
   * `storage.notFound` for an assessment that was erased meanwhile, so that erased stays erased.
   */
  async appendEntries(
    assessmentId: string,
    entries: readonly Entry[],
    damagedLines: readonly string[] = [],
  ): Promise<void> {
    await this.addJournal(assessmentId, { entries, damagedLines });
  }

  /** The same, saying what was new, so that a merge can be undone. */
  async addJournal(assessmentId: string, journal: Journal): Promise<MergeRecord> {
    return this.#connection.write(['assessments', ...JOURNAL_STORES], async (transaction) => {
      await requireAssessment(transaction.objectStore('assessments'), assessmentId);
      return addJournalRows(transaction as unknown as JournalTransaction, assessmentId, journal);
    });
  }

  /** Takes out exactly what a merge brought in; problems of `undoMerge` and nothing written where that cannot be. */
  async undoMerge(assessmentId: string, record: MergeRecord): Promise<Result<null>> {
    return this.#connection.write(JOURNAL_STORES, async (transaction): Promise<Result<null>> => {
      const store = transaction.objectStore('entries');
      const { entries } = readJournalRows(await store.getAll(ofAssessment(assessmentId)));
      const undone = undoMerge({ entries, damagedLines: [] }, record);
      if (!undone.ok) return undone;
      for (const id of record.added) await store.delete([assessmentId, id]);
      for (const entry of record.displaced) await store.put({ assessment: assessmentId, id: entry.id, entry });
      for (const line of record.damagedLines) {
        await transaction.objectStore('damaged').delete([assessmentId, sha256Hex(line)]);
      }
      return { ok: true, value: null, advice: [] };
    });
  }

  /** Entries in text order of their ids, without the rows that are damaged. */
  async readEntries(assessmentId: string): Promise<readonly Entry[]> {
    return readJournalRows(await this.#readRows(assessmentId)).entries;
  }

  /** Lines of files that were no entries, and rows that are no entries any more: to be carried and listed. */
  async listDamagedLines(assessmentId: string): Promise<readonly string[]> {
    const { damagedLines } = readJournalRows(await this.#readRows(assessmentId));
    const stored = await this.#connection.read((database) => database.getAll('damaged', ofAssessment(assessmentId)));
    return [...new Set([...stored.map(({ line }) => line), ...damagedLines])].sort();
  }

  /** Marks an assessment as deleted: `restoreAssessment` takes that back until `purgeDeleted`. */
  async deleteAssessment(assessmentId: string): Promise<void> {
    await this.#mark(assessmentId, new Date(this.#nowMs()).toISOString());
  }

  async restoreAssessment(assessmentId: string): Promise<void> {
    await this.#mark(assessmentId, null);
  }

  /** Clears away what was deleted before an instant (UTC milliseconds), with entries, drafts and evidence. */
  async purgeDeleted(beforeMs: number): Promise<void> {
    await this.#connection.write(STORES, async (transaction) => {
      const before = new Date(beforeMs).toISOString();
      for (const { id, deletedAt } of await transaction.objectStore('assessments').getAll()) {
        if (deletedAt !== undefined && deletedAt < before) await clearAssessment(transaction, id);
      }
    });
  }

  /**
   * Stores and removes texts that are being typed, in one write; null is outside of any assessment. `leaving` is for a
   * page that may be gone in the next moment: nothing is waited for, so that the browser can still complete the write.
   * Throws `storage.notFound` for an assessment that was erased meanwhile, where there is something to put.
   */
  async writeDrafts(assessmentId: string | null, { put, remove }: DraftChange, leaving = false): Promise<void> {
    const assessment = assessmentId ?? OUTSIDE;
    try {
      await this.#connection.write(['assessments', 'typing'], async (transaction) => {
        const store = transaction.objectStore('typing');
        const isThere = assessmentId === null || put.length === 0;
        const required = isThere ? null : requireAssessment(transaction.objectStore('assessments'), assessmentId);
        const removed = remove.map(({ key, tab }) => store.delete([assessment, key, tab]));
        const stored = put.map(({ key, tab, text, atMs }) => store.put({ assessment, key, tab, text, atMs }));
        if (leaving) transaction.commit();
        await Promise.all([required, ...removed, ...stored]);
      });
    } catch (error) {
      // Committed before the answer came: what was erased stays erased.
      if (leaving && put.length > 0) await this.writeDrafts(assessmentId, { put: [], remove: put });
      throw error;
    }
  }

  /** Texts that are being typed, in whatever tab; null is outside of any assessment. */
  async listDrafts(assessmentId: string | null): Promise<readonly TypedText[]> {
    const assessment = assessmentId ?? OUTSIDE;
    const rows = await this.#connection.read((database) => database.getAll('typing', ofAssessment(assessment)));
    return rows.map(({ key, tab, text, atMs }) => ({ key, tab, text, atMs }));
  }

  /** Stores a document; resolves with its SHA-256. */
  async putEvidence(assessmentId: string, bytes: Uint8Array): Promise<string> {
    const sha256 = sha256Hex(bytes);
    await this.#connection.write(['evidence'], (transaction) =>
      transaction.objectStore('evidence').put({ assessment: assessmentId, sha256, bytes }),
    );
    return sha256;
  }

  /** Documents by their SHA-256, in text order. */
  async readEvidence(assessmentId: string): Promise<ReadonlyMap<string, Uint8Array>> {
    const rows = await this.#connection.read((database) => database.getAll('evidence', ofAssessment(assessmentId)));
    return new Map(rows.map(({ sha256, bytes }) => [sha256, bytes]));
  }

  /** The single-file form by hash; undefined when it is not here. */
  async readFramework(hash: string): Promise<unknown> {
    return (await this.#connection.read((database) => database.get('frameworks', hash)))?.framework;
  }

  /** The single-file form of every framework here. */
  async listFrameworks(): Promise<readonly unknown[]> {
    const rows = await this.#connection.read((database) => database.getAll('frameworks'));
    return rows.map(({ framework }) => framework);
  }

  async putFramework(reference: FrameworkReference, framework: Record<string, unknown>): Promise<void> {
    await this.#connection.write(['frameworks'], (transaction) =>
      transaction.objectStore('frameworks').put({ hash: reference.hash, reference, framework }),
    );
  }

  /** Throws `storage.frameworkInUse` (count) while an assessment, deleted ones included, stands on it. */
  async deleteFramework(hash: string): Promise<void> {
    await this.#connection.write(['assessments', 'frameworks'], async (transaction) => {
      const rows = await transaction.objectStore('assessments').getAll();
      const count = rows.filter(({ framework }) => framework.hash === hash).length;
      if (count > 0) throw new StorageError(problem('storage.frameworkInUse', '', [], { count }));
      await transaction.objectStore('frameworks').delete(hash);
    });
  }

  /** When each assessment was last saved as a file, and how many entries it had then. */
  async listSavedFiles(): Promise<ReadonlyMap<string, { at: string; entries: number }>> {
    const rows = await this.#connection.read((database) => database.getAll('savedFiles'));
    return new Map(rows.map(({ assessment, at, entries }) => [assessment, { at, entries }]));
  }

  async putSavedFile(assessmentId: string, record: { at: string; entries: number }): Promise<void> {
    await this.#connection.write(['savedFiles'], (transaction) =>
      transaction.objectStore('savedFiles').put({ assessment: assessmentId, at: record.at, entries: record.entries }),
    );
  }

  /** The shared folder of an assessment; null without one. */
  async readFolder(assessmentId: string): Promise<StoredFolder | null> {
    const row = await this.#connection.read((database) => database.get('folders', assessmentId));
    return row === undefined ? null : { handle: row.handle, fileName: row.fileName };
  }

  /** Remembers the shared folder of an assessment; null forgets it. */
  async putFolder(assessmentId: string, folder: StoredFolder | null): Promise<void> {
    await this.#connection.write(['assessments', 'folders'], async (transaction) => {
      const store = transaction.objectStore('folders');
      if (folder === null) return store.delete(assessmentId);
      await requireAssessment(transaction.objectStore('assessments'), assessmentId);
      await store.put({ assessment: assessmentId, ...folder });
    });
  }

  /** Snapshots of an assessment, the newest first. */
  async listSnapshots(assessmentId: string): Promise<readonly Snapshot[]> {
    const rows = await this.#connection.read((database) => database.getAll('snapshots', ofAssessment(assessmentId)));
    return rows.map(({ at, entries, bytes }) => ({ at, entries, bytes })).reverse();
  }

  /** Adds a snapshot and lets the oldest go when there are more than `most`. */
  async putSnapshot(assessmentId: string, snapshot: Snapshot, most: number): Promise<void> {
    await this.#connection.write(['assessments', 'snapshots'], async (transaction) => {
      await requireAssessment(transaction.objectStore('assessments'), assessmentId);
      const store = transaction.objectStore('snapshots');
      await store.put({ assessment: assessmentId, ...snapshot });
      const keys = await store.getAllKeys(ofAssessment(assessmentId));
      for (const key of keys.slice(0, -most)) await store.delete(key);
    });
  }

  /** Empties every store, then removes the database itself. */
  async eraseEverything(): Promise<void> {
    await this.#connection.write(STORES, async (transaction) => {
      for (const store of STORES) await transaction.objectStore(store).clear();
    });
    await this.#connection.destroy();
  }

  readHealth(): Promise<StorageHealth> {
    return readStorageHealth(this.#storageManager);
  }

  /** Asks the browser to keep what is stored; a prompt is not waited for. */
  async askToPersist(): Promise<void> {
    await askToPersist(this.#storageManager);
  }

  /** Lets go of the database, for another page to upgrade it. */
  close(): Promise<void> {
    return this.#connection.close();
  }

  #readRows(assessmentId: string): Promise<{ entry: unknown }[]> {
    return this.#connection.read((database) => database.getAll('entries', ofAssessment(assessmentId)));
  }

  async #mark(assessmentId: string, deletedAt: string | null): Promise<void> {
    await this.#connection.write(['assessments'], async (transaction) => {
      const store = transaction.objectStore('assessments');
      const row = await requireAssessment(store, assessmentId);
      const { deletedAt: _before, ...kept } = row;
      await store.put(deletedAt === null ? kept : { ...kept, deletedAt });
    });
  }
}

interface Assessments {
  get(id: string): Promise<AssessmentRow | undefined>;
}

async function requireAssessment(store: Assessments, assessmentId: string): Promise<AssessmentRow> {
  const row = await store.get(assessmentId);
  if (row === undefined) throw new StorageError(problem('storage.notFound', '', [], { id: assessmentId }));
  return row;
}

async function clearAssessment(
  transaction: WriteTransaction<(typeof STORES)[number]>,
  assessmentId: string,
): Promise<void> {
  for (const store of STORES_OF_ASSESSMENT) await transaction.objectStore(store).delete(ofAssessment(assessmentId));
  for (const store of ['savedFiles', 'folders'] as const) await transaction.objectStore(store).delete(assessmentId);
  await transaction.objectStore('assessments').delete(assessmentId);
}
