import type { FrameworkReference } from '../domain/framework/framework.ts';
import type { AssessmentIdentity, Entry } from '../domain/journal/entry-schema.ts';
import type { Journal } from '../domain/journal/journal.ts';
import type { MergeRecord } from '../domain/journal/undo.ts';
import type { Result } from '../domain/problem.ts';
import type { JournalStore } from './journal-store.ts';

/** An assessment as this computer knows it; nothing computed is kept. */
export interface StoredAssessment extends AssessmentIdentity {
  readonly framework: FrameworkReference;
  readonly createdAt: string;
}

export interface StorageHealth {
  readonly persisted: boolean;
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
}

/** A journal as it stood at an ISO instant: lines of JSON, packed with gzip. */
export interface Snapshot {
  readonly at: string;
  readonly entries: number;
  readonly bytes: Uint8Array;
}

/** The shared folder of an assessment: the folder itself, and the one file in it that this computer writes. */
export interface StoredFolder {
  readonly handle: object;
  readonly fileName: string;
}

/** What the library needs of a storage: the database in the app, a fake in tests. */
export interface LibraryStore extends JournalStore {
  /** The same, saying what was new, so that a merge can be undone. */
  addJournal(assessmentId: string, journal: Journal): Promise<MergeRecord>;
  undoMerge(assessmentId: string, record: MergeRecord): Promise<Result<null>>;
  /** Documents by their SHA-256. */
  readEvidence(assessmentId: string): Promise<ReadonlyMap<string, Uint8Array>>;
  listAssessments(): Promise<readonly StoredAssessment[]>;
  readAssessment(assessmentId: string): Promise<StoredAssessment | null>;
  readEntries(assessmentId: string): Promise<readonly Entry[]>;
  listDamagedLines(assessmentId: string): Promise<readonly string[]>;
  /** One transaction: the assessment, its framework and its entries, or nothing. */
  createAssessment(
    assessment: StoredAssessment,
    framework: Record<string, unknown>,
    entries: readonly Entry[],
    damagedLines: readonly string[],
  ): Promise<void>;
  /** Resolves with the SHA-256 of the document. */
  putEvidence(assessmentId: string, bytes: Uint8Array): Promise<string>;
  purgeDeleted(beforeMs: number): Promise<void>;
  deleteAssessment(assessmentId: string): Promise<void>;
  restoreAssessment(assessmentId: string): Promise<void>;
  /** The single-file form by hash; undefined when it is not here. */
  readFramework(hash: string): Promise<unknown>;
  listFrameworks(): Promise<readonly unknown[]>;
  putFramework(reference: FrameworkReference, framework: Record<string, unknown>): Promise<void>;
  listSavedFiles(): Promise<ReadonlyMap<string, { at: string; entries: number }>>;
  putSavedFile(assessmentId: string, record: { at: string; entries: number }): Promise<void>;
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

/** Puts bytes into a file of the person's choice; false when they changed their mind. */
export interface FileSaver {
  save(bytes: Uint8Array, name: string, mediaType: string): Promise<boolean>;
}

/** A file that this page may write again without asking; opaque. */
export type FileHandle = object;

/** The same, remembering the file where the browser can (File System Access). */
export interface SameFileSaver extends FileSaver {
  /** Writes to `known`, or to a file of the person's choice; `handle` is null where the browser downloads. */
  saveSame(
    bytes: Uint8Array,
    name: string,
    mediaType: string,
    known: FileHandle | null,
  ): Promise<{ readonly saved: boolean; readonly handle: FileHandle | null }>;
}

/** Tells other tabs of entries that are durable, and hears of theirs. */
export interface TabAnnouncer {
  announce(assessmentId: string, entries: readonly Entry[]): void;
  onentries(listener: (assessmentId: string, entries: readonly Entry[]) => void): void;
}
