import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import type { FrameworkReference } from '../domain/framework/framework.ts';
import type { AssessmentIdentity } from '../domain/journal/entry-schema.ts';
import type { MergeRecord } from '../domain/assessment/undo.ts';
import type { FrameworkDraftHead, FrameworkDraftRow } from './framework-draft-store.ts';

/** All local files of a machine share one storage, hence the prefix. Do not change without a migration. */
export const DATABASE_NAME = 'sextant-assessments';
export const DATABASE_VERSION = 5;

/** Documents by their SHA-256, which whoever hands them over has computed: a transaction cannot wait for that. */
export type Evidence = ReadonlyMap<string, Uint8Array>;
export const NO_EVIDENCE: Evidence = new Map();

/** An assessment as this computer knows it; nothing computed is kept. */
export interface StoredAssessment extends AssessmentIdentity {
  readonly framework: FrameworkReference;
  /** ISO instant. */
  readonly createdAt: string;
}

/** What is left of the time for which a deleted assessment is kept; counted at each start of a page. */
export interface Countdown {
  readonly leftMs: number;
  /** When it was counted last, UTC milliseconds; null where the clock went back since, so that nobody knows. */
  readonly countedAtMs: number | null;
}

/**
 * `deletedAt`: deleted and not yet erased, so that it can be brought back. Until the first start nothing is counted.
 * `unused`: how much longer documents that nothing uses any more are kept, by SHA-256.
 */
export type AssessmentRow = StoredAssessment & {
  readonly deletedAt?: string;
  readonly countdown?: Countdown;
  readonly unused?: Readonly<Record<string, Countdown>>;
};

/** A stored document that nothing uses any more, as a list shows it. */
export interface UnusedStoredDocument {
  readonly sha256: string;
  /** As it was named last; null where nothing ever named it. */
  readonly fileName: string | null;
  /** When its last use ended, UTC milliseconds; null where nothing ever used it. */
  readonly sinceMs: number | null;
  /** Earlier states that still use it, by their instants: with it they are erased. */
  readonly snapshots: readonly string[];
}

/** A deleted assessment as a list shows it. */
export interface DeletedAssessment {
  readonly assessment: StoredAssessment;
  /** ISO instant. */
  readonly deletedAt: string;
  /** How much longer it is kept; null: until the page is closed. */
  readonly leftMs: number | null;
}

/** Whether an assessment takes work: one that was deleted can be brought back, one that was erased cannot. */
export type Standing = 'here' | 'deleted' | 'erased';

/** What taking in brought, so that exactly this can be taken out again. */
export interface IntakeRecord extends MergeRecord {
  /** Documents that were not here, each with the ids of the entries that named it before. */
  readonly evidence: readonly { readonly sha256: string; readonly namedBefore: readonly string[] }[];
}

/** A journal as it stood: lines of JSON, packed with gzip. */
export interface Snapshot {
  /** ISO instant of the clock of that moment, right or wrong. */
  readonly at: string;
  /** How many entries it holds. */
  readonly entries: number;
  readonly bytes: Uint8Array;
}

/** `order` rises with every snapshot, whatever the clock says; rows of earlier versions have none. */
export type SnapshotRow = Snapshot & { readonly assessment: string; readonly order?: number };

/** When an assessment was last saved as a file, or opened from one, and how many entries it had then. */
export interface SavedFileRecord {
  readonly at: string;
  readonly entries: number;
  readonly isOpened?: boolean;
}

/** The shared folder of an assessment, as this computer knows it. */
export interface StoredFolder {
  /** A FileSystemDirectoryHandle, which the browser can store. */
  readonly handle: object;
  /** The one file in it that this computer writes. */
  readonly fileName: string;
}

/** A text that is being typed in one tab and is saved nowhere else yet. */
export interface TypedText {
  /** One of its kind in the assessment. */
  readonly key: string;
  /** 64 random bits of the tab in which it is typed. */
  readonly tab: string;
  readonly text: string;
  /** When it was typed: UTC milliseconds. */
  readonly atMs: number;
}

/** What becomes of typed texts, in one transaction. */
export interface DraftChange {
  readonly put: readonly TypedText[];
  readonly remove: readonly Pick<TypedText, 'key' | 'tab'>[];
}

/** Keys begin with the assessment, so that everything of one stands together. */
export interface SextantSchema extends DBSchema {
  assessments: { key: string; value: AssessmentRow };
  /** `entry` is checked when it is read: a row that is damaged stays as it is. */
  entries: { key: [string, string]; value: { assessment: string; id: string; entry: unknown } };
  /** Lines of files that were no entries, by the SHA-256 of the line. */
  damaged: { key: [string, string]; value: { assessment: string; sha256: string; line: string } };
  evidence: { key: [string, string]; value: { assessment: string; sha256: string; bytes: Uint8Array } };
  frameworks: { key: string; value: { hash: string; reference: FrameworkReference; framework: unknown } };
  savedFiles: { key: string; value: SavedFileRecord & { assessment: string } };
  /** Since version 2: the journal as it stood at some instants, by the ISO instant. */
  snapshots: { key: [string, string]; value: SnapshotRow };
  /** Since version 3. */
  folders: { key: string; value: StoredFolder & { assessment: string } };
  /** Since version 4, where it takes the place of `drafts`; the assessment is '' for a text outside of any. */
  typing: { key: [string, string, string]; value: TypedText & { assessment: string } };
  /** Since version 5: frameworks that are being written, and each step of writing one. */
  frameworkDrafts: { key: string; value: FrameworkDraftHead };
  frameworkDraftSteps: { key: [string, number]; value: FrameworkDraftRow };
}

export const STORES = [
  'assessments',
  'entries',
  'damaged',
  'evidence',
  'frameworks',
  'savedFiles',
  'snapshots',
  'folders',
  'typing',
  'frameworkDrafts',
  'frameworkDraftSteps',
] as const satisfies readonly (keyof SextantSchema)[];

/** Stores whose keys are [assessment, ...]. */
export const STORES_OF_ASSESSMENT = ['entries', 'damaged', 'evidence', 'snapshots', 'typing'] as const;

/** Stores of earlier versions, which only their own steps know. */
interface FormerStores extends DBSchema {
  drafts: { key: [string, string]; value: { assessment: string; register: string; text: string } };
  typing: SextantSchema['typing'];
}

export type Upgrade = IDBPTransaction<SextantSchema, (typeof STORES)[number][], 'versionchange'>;

/**
 * Brings a database from one version to the next ones, in the transaction of the upgrade. Steps are append-only: a step
 * that was released is never changed, and each is tested from every version before it.
 */
export async function migrate(
  database: IDBPDatabase<SextantSchema>,
  upgrade: Upgrade,
  oldVersion: number,
  targetVersion: number,
): Promise<void> {
  const former = database as unknown as IDBPDatabase<FormerStores>;
  if (oldVersion < 1 && targetVersion >= 1) {
    database.createObjectStore('assessments', { keyPath: 'id' });
    database.createObjectStore('entries', { keyPath: ['assessment', 'id'] });
    database.createObjectStore('damaged', { keyPath: ['assessment', 'sha256'] });
    former.createObjectStore('drafts', { keyPath: ['assessment', 'register'] });
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
  if (oldVersion < 4 && targetVersion >= 4) {
    // Drafts were one for all tabs: leaving a field in one deleted what was being typed in another.
    const typing = database.createObjectStore('typing', { keyPath: ['assessment', 'key', 'tab'] });
    const drafts = (upgrade as unknown as IDBPTransaction<FormerStores, ['drafts'], 'versionchange'>).objectStore(
      'drafts',
    );
    for (const { assessment, register, text } of await drafts.getAll()) {
      await typing.put({ assessment, key: register, tab: '', text, atMs: 0 });
    }
    former.deleteObjectStore('drafts');
  }
  if (oldVersion < 5 && targetVersion >= 5) {
    database.createObjectStore('frameworkDrafts', { keyPath: 'id' });
    database.createObjectStore('frameworkDraftSteps', { keyPath: ['draft', 'step'] });
  }
}
