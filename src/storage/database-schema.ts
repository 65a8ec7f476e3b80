import type { DBSchema, IDBPDatabase } from 'idb';
import type { FrameworkReference } from '../domain/framework/framework.ts';
import type { AssessmentIdentity } from '../domain/journal/entry-schema.ts';

/** All local files of a machine share one storage, hence the prefix. Do not change without a migration. */
export const DATABASE_NAME = 'sextant-assessments';
export const DATABASE_VERSION = 3;

/** An assessment as this computer knows it; nothing computed is kept. */
export interface StoredAssessment extends AssessmentIdentity {
  readonly framework: FrameworkReference;
  /** ISO instant. */
  readonly createdAt: string;
}

/** `deletedAt`: deleted and not yet cleared away, so that deleting can be undone. */
export type AssessmentRow = StoredAssessment & { readonly deletedAt?: string };

/** A journal as it stood: lines of JSON, packed with gzip. */
export interface Snapshot {
  /** ISO instant. */
  readonly at: string;
  /** How many entries it holds. */
  readonly entries: number;
  readonly bytes: Uint8Array;
}

/** The shared folder of an assessment, as this computer knows it. */
export interface StoredFolder {
  /** A FileSystemDirectoryHandle, which the browser can store. */
  readonly handle: object;
  /** The one file in it that this computer writes. */
  readonly fileName: string;
}

/** Keys begin with the assessment, so that everything of one stands together. */
export interface SextantSchema extends DBSchema {
  assessments: { key: string; value: AssessmentRow };
  /** `entry` is checked when it is read: a row that is damaged stays as it is. */
  entries: { key: [string, string]; value: { assessment: string; id: string; entry: unknown } };
  /** Lines of files that were no entries, by the SHA-256 of the line. */
  damaged: { key: [string, string]; value: { assessment: string; sha256: string; line: string } };
  drafts: { key: [string, string]; value: { assessment: string; register: string; text: string } };
  evidence: { key: [string, string]; value: { assessment: string; sha256: string; bytes: Uint8Array } };
  frameworks: { key: string; value: { hash: string; reference: FrameworkReference; framework: unknown } };
  savedFiles: { key: string; value: { assessment: string; at: string; entries: number } };
  /** Since version 2: the journal as it stood at some instants, by the ISO instant. */
  snapshots: { key: [string, string]; value: Snapshot & { assessment: string } };
  /** Since version 3. */
  folders: { key: string; value: StoredFolder & { assessment: string } };
}

export const STORES = [
  'assessments',
  'entries',
  'damaged',
  'drafts',
  'evidence',
  'frameworks',
  'savedFiles',
  'snapshots',
  'folders',
] as const satisfies readonly (keyof SextantSchema)[];

/** Stores whose keys are [assessment, ...]. */
export const STORES_OF_ASSESSMENT = ['entries', 'damaged', 'drafts', 'evidence', 'snapshots'] as const;

/**
 * Brings a database from one version to the next ones. Steps are append-only: a step that was released is never
 * changed, and each is tested from every version before it.
 */
export function migrate(database: IDBPDatabase<SextantSchema>, oldVersion: number, targetVersion: number): void {
  if (oldVersion < 1 && targetVersion >= 1) {
    database.createObjectStore('assessments', { keyPath: 'id' });
    database.createObjectStore('entries', { keyPath: ['assessment', 'id'] });
    database.createObjectStore('damaged', { keyPath: ['assessment', 'sha256'] });
    database.createObjectStore('drafts', { keyPath: ['assessment', 'register'] });
    database.createObjectStore('evidence', { keyPath: ['assessment', 'sha256'] });
    database.createObjectStore('frameworks', { keyPath: 'hash' });
    database.createObjectStore('savedFiles', { keyPath: 'assessment' });
  }
  if (oldVersion < 2 && targetVersion >= 2) {
    database.createObjectStore('snapshots', { keyPath: ['assessment', 'at'] });
  }
  if (oldVersion < 3 && targetVersion >= 3) {
    database.createObjectStore('folders', { keyPath: 'assessment' });
  }
}
