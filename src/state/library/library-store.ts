import type { FrameworkReference } from '../../domain/framework/framework.ts';
import type { Entry } from '../../domain/journal/entry-schema.ts';
import type { Journal } from '../../domain/journal/journal.ts';
import type { Result } from '../../domain/problem.ts';
import type {
  DeletedAssessment,
  Evidence,
  IntakeRecord,
  Snapshot,
  Standing,
  StoredAssessment,
  SavedFileRecord,
  StoredFolder,
  UnusedStoredDocument,
} from '../../storage/database-schema.ts';
import type { FrameworkDraftStore } from '../../storage/framework-draft-store.ts';
import type { StorageHealth } from '../../storage/storage-health.ts';
import type { JournalStore } from '../session/journal-store.ts';

export type {
  DeletedAssessment,
  IntakeRecord,
  Snapshot,
  Standing,
  StoredAssessment,
  StoredFolder,
  UnusedStoredDocument,
} from '../../storage/database-schema.ts';
export type { StorageHealth } from '../../storage/storage-health.ts';

/** What the library needs of a storage: the database in the app, a fake in tests. */
export interface LibraryStore extends JournalStore {
  /** One transaction: the entries, damaged lines and documents, or nothing; says what was new, so that it can be undone. */
  addJournal(assessmentId: string, journal: Journal, evidence?: Evidence): Promise<IntakeRecord>;
  /** One transaction: takes out exactly what an intake brought. */
  undoMerge(assessmentId: string, record: IntakeRecord): Promise<Result<null>>;
  /** Documents by their SHA-256. */
  readEvidence(assessmentId: string): Promise<ReadonlyMap<string, Uint8Array>>;
  listAssessments(): Promise<readonly StoredAssessment[]>;
  readAssessment(assessmentId: string): Promise<StoredAssessment | null>;
  readStanding(assessmentId: string): Promise<Standing>;
  /** All entries, or those with some ids. */
  readEntries(assessmentId: string, ids?: readonly string[]): Promise<readonly Entry[]>;
  listDamagedLines(assessmentId: string): Promise<readonly string[]>;
  /**
   * One transaction: the assessment, its framework, its entries and its documents, or nothing. One that is there gets
   * what is new; one that was deleted is brought back with it. Null: the framework is put when it is here as a whole.
   */
  createAssessment(
    assessment: StoredAssessment,
    framework: Record<string, unknown> | null,
    entries: readonly Entry[],
    damagedLines?: readonly string[],
    evidence?: Evidence,
  ): Promise<IntakeRecord>;
  /** Resolves with the SHA-256 of the document. */
  putEvidence(assessmentId: string, bytes: Uint8Array): Promise<string>;
  /** The documents that are here: bytes by SHA-256. Each is read for it. */
  readEvidenceSizes(assessmentId: string): Promise<ReadonlyMap<string, number>>;
  /** SHA-256 of the documents that are here. */
  listEvidence(assessmentId: string): Promise<ReadonlySet<string>>;
  /** It takes no more work from then on, in any tab. */
  deleteAssessment(assessmentId: string): Promise<void>;
  restoreAssessment(assessmentId: string): Promise<void>;
  listDeleted(): Promise<readonly DeletedAssessment[]>;
  /** Counts a start of a page, and erases what was kept long enough after it was deleted. */
  countStart(): Promise<void>;
  /** The same for documents that nothing uses any more; without `mayErase` it only counts. */
  countStartOfUnused(mayErase: boolean): Promise<void>;
  listUnused(assessmentId: string): Promise<readonly UnusedStoredDocument[]>;
  /** Erases one of them at once, with the earlier states that would need it. */
  eraseUnused(assessmentId: string, sha256: string): Promise<void>;
  /** Erases a deleted one for good. */
  eraseDeleted(assessmentId: string): Promise<void>;
  /** About how many bytes an assessment takes. */
  measureAssessment(assessmentId: string): Promise<number>;
  /** The single-file form by hash; undefined when it is not here. */
  readFramework(hash: string): Promise<unknown>;
  listFrameworks(): Promise<readonly unknown[]>;
  putFramework(reference: FrameworkReference, framework: Record<string, unknown>): Promise<void>;
  /** Throws `storage.frameworkInUse` (count) while an assessment, deleted ones included, stands on it. */
  deleteFramework(hash: string): Promise<void>;
  readFrameworkDrafts(): Promise<FrameworkDraftStore>;
  listSavedFiles(): Promise<ReadonlyMap<string, SavedFileRecord>>;
  putSavedFile(assessmentId: string, record: SavedFileRecord): Promise<void>;
  /** Snapshots of an assessment, the newest first. */
  listSnapshots(assessmentId: string): Promise<readonly Snapshot[]>;
  /** Adds a snapshot and lets the oldest go when there are more than `most`. */
  putSnapshot(assessmentId: string, snapshot: Snapshot, most: number): Promise<void>;
  readFolder(assessmentId: string): Promise<StoredFolder | null>;
  /** Null forgets it. */
  putFolder(assessmentId: string, folder: StoredFolder | null): Promise<void>;
  readHealth(): Promise<StorageHealth>;
  askToPersist(): Promise<void>;
  eraseEverything(): Promise<void>;
}

/** Tells other tabs where something changed, and hears of it; ids of new entries, null for anything else. */
export interface TabAnnouncer {
  announce(assessmentId: string, ids: readonly string[] | null): void;
  onchange(listener: (assessmentId: string, ids: readonly string[] | null) => void): void;
}
