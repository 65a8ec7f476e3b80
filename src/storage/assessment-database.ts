import type { FrameworkReference } from '../domain/framework/framework.ts';
import type { Entry } from '../domain/journal/entry-schema.ts';
import type { Journal } from '../domain/journal/journal.ts';
import type { Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import type { ConnectionListeners, StoreName, WriteTransaction } from './database-connection.ts';
import { DatabaseConnection } from './database-connection.ts';
import type {
  AssessmentRow,
  DeletedAssessment,
  DraftChange,
  Evidence,
  IntakeRecord,
  Snapshot,
  Standing,
  StoredAssessment,
  SavedFileRecord,
  StoredFolder,
  TypedText,
  UnusedStoredDocument,
} from './database-schema.ts';
import { NO_EVIDENCE, STORES } from './database-schema.ts';
import type { FrameworkDraftStore } from './framework-draft-store.ts';
import { requireHere, requireRow, whatIsStored } from './assessment-rows.ts';
import type { IntakeTransaction } from './rows-of-assessment.ts';
import { INTAKE_STORES, ofAssessment } from './rows-of-assessment.ts';
import { latestFirst, nextSnapshot } from './snapshot-rows.ts';
import { StorageError } from './storage-error.ts';
import type { StorageHealth } from './storage-health.ts';
import { askToPersist, readStorageHealth } from './storage-health.ts';

/** In the place of an assessment, for texts outside of any. */
const OUTSIDE = '';

export interface DatabaseSurroundings extends ConnectionListeners {
  /** Dates deletions and counts how long they are kept: UTC milliseconds. */
  readonly nowMs?: () => number;
  /** `navigator.storage`, absent on plain HTTP. */
  readonly storageManager?: StorageManager | undefined;
}

/**
 * The assessments, journals and frameworks in this browser. Journal rows are only ever added; every write is one
 * transaction with strict durability and resolves when it is complete. All methods throw `StorageError` with a
 * `storage.*` code; every write into an assessment throws `storage.deleted` or `storage.notFound` where it was deleted
 * or erased, in whatever tab.
 */
export class AssessmentDatabase {
  readonly #connection: DatabaseConnection;
  readonly #nowMs: () => number;
  readonly #storageManager: StorageManager | undefined;
  /** What reads and writes journals comes with the first assessment; once it is here a write waits for nothing. */
  #journals: typeof import('./take-in.ts') | null = null;

  /** `factory` is `indexedDB`, undefined where the browser has none. */
  constructor(factory: IDBFactory | undefined, surroundings: DatabaseSurroundings = {}) {
    this.#connection = new DatabaseConnection(factory, surroundings);
    this.#nowMs = surroundings.nowMs ?? Date.now;
    this.#storageManager = surroundings.storageManager;
  }

  /** Opens the database, which every other method does too: to see at the start whether the browser keeps anything. */
  async open(): Promise<void> {
    await this.#connection.read(() => Promise.resolve());
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

  /** Whether it takes work, whatever another tab says of it. */
  async readStanding(assessmentId: string): Promise<Standing> {
    const row = await this.#connection.read((database) => database.get('assessments', assessmentId));
    return row === undefined ? 'erased' : row.deletedAt === undefined ? 'here' : 'deleted';
  }

  /**
   * Stores an assessment with its framework (single-file form; null where it is put later), its entries and its
   * documents, in one transaction. One that is there gets what is new, and one that was deleted is brought back with
   * it: see what is resolved.
   */
  async createAssessment(
    assessment: StoredAssessment,
    framework: Record<string, unknown> | null,
    entries: readonly Entry[],
    damagedLines: readonly string[] = [],
    evidence: Evidence = NO_EVIDENCE,
  ): Promise<IntakeRecord> {
    const { takeIn } = await this.#loadJournals();
    const rows = framework === null ? null : await import('./framework-rows.ts');
    return this.#connection.write(['assessments', 'frameworks', ...INTAKE_STORES], async (transaction) => {
      const known = await transaction.objectStore('assessments').get(assessment.id);
      if (known?.deletedAt !== undefined || known === undefined) {
        await transaction.objectStore('assessments').put(known === undefined ? assessment : whatIsStored(known));
      }
      if (framework !== null) {
        const frameworks = transaction as unknown as WriteTransaction<'frameworks'>;
        await rows?.putFrameworkRow(frameworks, assessment.framework, framework);
      }
      return takeIn(transaction as unknown as IntakeTransaction, assessment.id, { entries, damagedLines }, evidence);
    });
  }

  /**
   * Resolves only when the entries, and the documents that they name, are durable: all of it or nothing. Entries that
   * are there already are left as they are.
   */
  async appendEntries(
    assessmentId: string,
    entries: readonly Entry[],
    evidence: Evidence = NO_EVIDENCE,
  ): Promise<void> {
    await this.addJournal(assessmentId, { entries, damagedLines: [] }, evidence);
  }

  /** The same of a journal, saying what was new, so that it can be undone. */
  addJournal(assessmentId: string, journal: Journal, evidence: Evidence = NO_EVIDENCE): Promise<IntakeRecord> {
    const write = ({ takeIn }: typeof import('./take-in.ts')) =>
      this.#writeInto(assessmentId, INTAKE_STORES, (transaction) =>
        takeIn(transaction, assessmentId, journal, evidence),
      );
    return this.#journals === null ? this.#loadJournals().then(write) : write(this.#journals);
  }

  /** Takes out exactly what an intake brought; problems of `undoMerge` and nothing written where that cannot be. */
  async undoMerge(assessmentId: string, record: IntakeRecord): Promise<Result<null>> {
    const { undoIntake } = await import('./undo-intake.ts');
    return this.#writeInto(assessmentId, INTAKE_STORES, (transaction) => undoIntake(transaction, assessmentId, record));
  }

  /** Entries in text order of their ids, all or those with some ids, without the rows that are damaged. */
  async readEntries(assessmentId: string, ids?: readonly string[]): Promise<readonly Entry[]> {
    const { readJournalRows } = await this.#loadJournals();
    return readJournalRows(await this.#readRows(assessmentId, ids)).entries;
  }

  /** Lines of files that were no entries, and rows that are no entries any more: to be carried and listed. */
  async listDamagedLines(assessmentId: string): Promise<readonly string[]> {
    const { readJournalRows } = await this.#loadJournals();
    const { damagedLines } = readJournalRows(await this.#readRows(assessmentId));
    const stored = await this.#connection.read((database) => database.getAll('damaged', ofAssessment(assessmentId)));
    return [...new Set([...stored.map(({ line }) => line), ...damagedLines])].sort();
  }

  /** Marks an assessment as deleted: it takes no more work, and is kept for thirty days. */
  deleteAssessment(assessmentId: string): Promise<void> {
    const deletedAt = new Date(this.#nowMs()).toISOString();
    return this.#mark(assessmentId, (row) => ({ deletedAt, ...row }));
  }

  /** Brings a deleted one back, with all that it held. */
  restoreAssessment(assessmentId: string): Promise<void> {
    return this.#mark(assessmentId, whatIsStored);
  }

  /** The deleted ones, the one that goes first in front. */
  async listDeleted(): Promise<readonly DeletedAssessment[]> {
    const rows = await this.#connection.read((database) => database.getAll('assessments'));
    if (rows.every(({ deletedAt }) => deletedAt === undefined)) return [];
    return (await import('./deleted-assessments.ts')).deletedAmong(rows);
  }

  /** Counts a start of a page, at most one day, and erases what was deleted and kept for thirty. */
  async countStart(): Promise<void> {
    if ((await this.listDeleted()).length === 0) return;
    await (await import('./deleted-assessments.ts')).countStart(this.#connection, this.#nowMs());
  }

  /** The same for documents that nothing uses any more; without `mayErase` it only counts. */
  async countStartOfUnused(mayErase: boolean): Promise<void> {
    const here = await this.#connection.read((database) => database.count('assessments'));
    if (here === 0) return;
    await (await import('./unused-documents.ts')).countStartOfUnused(this.#connection, this.#nowMs(), mayErase);
  }

  /** Documents of an assessment that nothing uses any more. */
  async listUnused(assessmentId: string): Promise<readonly UnusedStoredDocument[]> {
    return (await import('./unused-documents.ts')).listUnused(this.#connection, assessmentId);
  }

  /** Erases one of them at once, with the earlier states that would need it. */
  async eraseUnused(assessmentId: string, sha256: string): Promise<void> {
    const { eraseUnused, UNUSED_STORES: stores } = await import('./unused-documents.ts');
    await this.#writeInto(assessmentId, stores, (transaction) => eraseUnused(transaction, assessmentId, sha256));
  }

  /** Erases a deleted assessment for good, with everything of it. */
  async eraseDeleted(assessmentId: string): Promise<void> {
    await (await import('./deleted-assessments.ts')).eraseDeleted(this.#connection, assessmentId);
  }

  /** About how many bytes an assessment takes. */
  async measureAssessment(assessmentId: string): Promise<number> {
    return (await import('./deleted-assessments.ts')).measureAssessment(this.#connection, assessmentId);
  }

  /**
   * Stores and removes texts that are being typed, in one write; null is outside of any assessment. `leaving` is for a
   * page that may be gone in the next moment: nothing is waited for, so that the browser can still complete the write.
   * Refused by what was deleted or erased where there is something to put; what nobody needs can always be removed.
   */
  async writeDrafts(assessmentId: string | null, { put, remove }: DraftChange, leaving = false): Promise<void> {
    const assessment = assessmentId ?? OUTSIDE;
    try {
      await this.#connection.write(['assessments', 'typing'], async (transaction) => {
        const [here, store] = [transaction.objectStore('assessments'), transaction.objectStore('typing')];
        // Where one is refused on the spot the others, which the browser gives up with it, are still heard.
        const asked = [
          async () => (assessmentId === null || put.length === 0 ? null : requireHere(here, assessmentId)),
          ...remove.map(
            ({ key, tab }) =>
              async () =>
                store.delete([assessment, key, tab]),
          ),
          ...put.map((typed) => async () => store.put({ assessment, ...typed })),
        ].map((ask) => ask());
        if (leaving) transaction.commit();
        await Promise.all(asked);
      });
    } catch (error) {
      // Committed before the answer came: what was erased stays erased.
      const isErased = error instanceof StorageError && error.problem.code === 'storage.notFound';
      if (leaving && isErased) await this.writeDrafts(assessmentId, { put: [], remove: put });
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
    const sha256 = (await import('../domain/sha256.ts')).sha256Hex(bytes);
    await this.appendEntries(assessmentId, [], new Map([[sha256, bytes]]));
    return sha256;
  }

  /** Bytes by SHA-256 of the documents that are here, read one by one: all at once would not fit everywhere. */
  async readEvidenceSizes(assessmentId: string): Promise<ReadonlyMap<string, number>> {
    return this.#connection.read(async (database) => {
      const sizes = new Map<string, number>();
      let cursor = await database.transaction('evidence').store.openCursor(ofAssessment(assessmentId));
      for (; cursor !== null; cursor = await cursor.continue())
        sizes.set(cursor.value.sha256, cursor.value.bytes.length);
      return sizes;
    });
  }

  /** SHA-256 of the documents that are here. */
  async listEvidence(assessmentId: string): Promise<ReadonlySet<string>> {
    const keys = await this.#connection.read((database) => database.getAllKeys('evidence', ofAssessment(assessmentId)));
    return new Set(keys.map(([, sha256]) => sha256));
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
    const { putFrameworkRow } = await import('./framework-rows.ts');
    await this.#connection.write(['frameworks'], (transaction) => putFrameworkRow(transaction, reference, framework));
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

  /** Where frameworks that are being written are kept. */
  async readFrameworkDrafts(): Promise<FrameworkDraftStore> {
    return new (await import('./framework-draft-rows.ts')).FrameworkDraftRows(this.#connection);
  }

  /** When each assessment was last saved as a file, and how many entries it had then. */
  async listSavedFiles(): Promise<ReadonlyMap<string, SavedFileRecord>> {
    const rows = await this.#connection.read((database) => database.getAll('savedFiles'));
    return new Map(rows.map(({ assessment, ...record }) => [assessment, record]));
  }

  async putSavedFile(assessmentId: string, record: SavedFileRecord): Promise<void> {
    await this.#writeInto(assessmentId, ['savedFiles'], (transaction) =>
      transaction.objectStore('savedFiles').put({ ...record, assessment: assessmentId }),
    );
  }

  /** The shared folder of an assessment; null without one. */
  async readFolder(assessmentId: string): Promise<StoredFolder | null> {
    const row = await this.#connection.read((database) => database.get('folders', assessmentId));
    return row === undefined ? null : { handle: row.handle, fileName: row.fileName };
  }

  /** Remembers the shared folder of an assessment; null forgets it. */
  async putFolder(assessmentId: string, folder: StoredFolder | null): Promise<void> {
    await this.#writeInto(assessmentId, ['folders'], async (transaction) => {
      const store = transaction.objectStore('folders');
      await (folder === null ? store.delete(assessmentId) : store.put({ assessment: assessmentId, ...folder }));
    });
  }

  /** Snapshots of an assessment, the one that was taken last first. */
  async listSnapshots(assessmentId: string): Promise<readonly Snapshot[]> {
    const rows = await this.#connection.read((database) => database.getAll('snapshots', ofAssessment(assessmentId)));
    return latestFirst(rows).map(({ at, entries, bytes }) => ({ at, entries, bytes }));
  }

  /** Adds a snapshot and lets go those that were taken first when there are more than `most`. */
  async putSnapshot(assessmentId: string, snapshot: Snapshot, most: number): Promise<void> {
    await this.#writeInto(assessmentId, ['snapshots'], async (transaction) => {
      const store = transaction.objectStore('snapshots');
      const { row, others } = nextSnapshot(await store.getAll(ofAssessment(assessmentId)), assessmentId, snapshot);
      await store.put(row);
      for (const { at } of others.slice(most - 1)) await store.delete([assessmentId, at]);
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

  async #loadJournals(): Promise<typeof import('./take-in.ts')> {
    return (this.#journals ??= await import('./take-in.ts'));
  }

  #readRows(assessmentId: string, ids?: readonly string[]): Promise<readonly { entry: unknown }[]> {
    return this.#connection.read(async (database) => {
      if (ids === undefined) return database.getAll('entries', ofAssessment(assessmentId));
      const store = database.transaction('entries').store;
      const rows = await Promise.all([...new Set(ids)].sort().map((id) => store.get([assessmentId, id])));
      return rows.filter((row) => row !== undefined);
    });
  }

  /** The one way into an assessment: no write can forget to look whether it is still here. */
  #writeInto<const Name extends Exclude<StoreName, 'assessments'>, Value>(
    assessmentId: string,
    stores: readonly Name[],
    work: (transaction: WriteTransaction<Name>) => Promise<Value>,
  ): Promise<Value> {
    return this.#connection.write(['assessments', ...stores], async (transaction) => {
      // Asked at once, answered first: where it takes no work, what was begun is given up with the transaction.
      const here = requireHere(transaction.objectStore('assessments'), assessmentId);
      const asked = async () => work(transaction as unknown as WriteTransaction<Name>);
      return (await Promise.all([asked(), here]))[0];
    });
  }

  async #mark(assessmentId: string, change: (row: AssessmentRow) => AssessmentRow): Promise<void> {
    await this.#connection.write(['assessments'], async (transaction) => {
      const store = transaction.objectStore('assessments');
      await store.put(change(await requireRow(store, assessmentId)));
    });
  }
}
