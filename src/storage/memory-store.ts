import type { FrameworkReference } from '../domain/framework/framework.ts';
import { withStoredLanguages } from '../domain/framework/join-languages.ts';
import type { Entry } from '../domain/journal/entry-schema.ts';
import type { Journal } from '../domain/journal/journal.ts';
import { EMPTY_JOURNAL } from '../domain/journal/journal.ts';
import { journalOf, mergeJournals } from '../domain/journal/merge.ts';
import { recordMerge, undoMerge } from '../domain/assessment/undo.ts';
import type { Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { sha256Hex } from '../domain/sha256.ts';
import type {
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
import { NO_EVIDENCE } from './database-schema.ts';
import type { FrameworkDraftMemory } from './framework-draft-memory.ts';
import type { FrameworkDraftStore } from './framework-draft-store.ts';
import { evidenceToRemove, idsNaming } from './evidence-rows.ts';
import { StorageError } from './storage-error.ts';
import type { StorageHealth } from './storage-health.ts';

interface Held {
  readonly assessment: StoredAssessment;
  journal: Journal;
  /** ISO instant; null while it is not. */
  deletedAt: string | null;
  snapshots: readonly Snapshot[];
  folder: StoredFolder | null;
  readonly evidence: Map<string, Uint8Array>;
}

/**
 * The same as the database, in the memory of this page only: what "keep nothing on this computer" works on. Nothing of
 * it is left when the page is closed, so that what is to be kept must be saved as a file.
 */
export class MemoryStore {
  readonly #held = new Map<string, Held>();
  readonly #frameworks = new Map<string, unknown>();
  readonly #savedFiles = new Map<string, SavedFileRecord>();
  #frameworkDrafts: FrameworkDraftMemory | null = null;
  /** By assessment, null outside of any; then by key and tab. */
  readonly #typing = new Map<string | null, Map<string, TypedText>>();
  readonly #nowMs: () => number;

  constructor({ nowMs = Date.now }: { readonly nowMs?: () => number } = {}) {
    this.#nowMs = nowMs;
  }

  async listAssessments(): Promise<readonly StoredAssessment[]> {
    return [...this.#held.values()].filter(({ deletedAt }) => deletedAt === null).map(({ assessment }) => assessment);
  }

  async readAssessment(assessmentId: string): Promise<StoredAssessment | null> {
    const held = this.#held.get(assessmentId);
    return held?.deletedAt === null ? held.assessment : null;
  }

  async readStanding(assessmentId: string): Promise<Standing> {
    const held = this.#held.get(assessmentId);
    return held === undefined ? 'erased' : held.deletedAt === null ? 'here' : 'deleted';
  }

  async createAssessment(
    assessment: StoredAssessment,
    framework: Record<string, unknown> | null,
    entries: readonly Entry[],
    damagedLines: readonly string[] = [],
    evidence: Evidence = NO_EVIDENCE,
  ): Promise<IntakeRecord> {
    if (framework !== null) await this.putFramework(assessment.framework, framework);
    const known = this.#held.get(assessment.id);
    if (known === undefined) {
      const fresh = { journal: EMPTY_JOURNAL, deletedAt: null, snapshots: [], folder: null };
      this.#held.set(assessment.id, { assessment, ...fresh, evidence: new Map() });
    } else known.deletedAt = null;
    return this.addJournal(assessment.id, { entries, damagedLines }, evidence);
  }

  async appendEntries(
    assessmentId: string,
    entries: readonly Entry[],
    evidence: Evidence = NO_EVIDENCE,
  ): Promise<void> {
    await this.addJournal(assessmentId, { entries, damagedLines: [] }, evidence);
  }

  async addJournal(assessmentId: string, journal: Journal, evidence: Evidence = NO_EVIDENCE): Promise<IntakeRecord> {
    const held = this.#writeInto(assessmentId);
    const theirs = journalOf(journal.entries, journal.damagedLines);
    const fresh = [...evidence.keys()].filter((sha256) => !held.evidence.has(sha256));
    const naming = idsNaming(fresh, held.journal.entries);
    const record = recordMerge(held.journal, theirs);
    held.journal = mergeJournals(held.journal, theirs);
    for (const [sha256, bytes] of evidence) held.evidence.set(sha256, bytes);
    return { ...record, evidence: [...naming].map(([sha256, namedBefore]) => ({ sha256, namedBefore })) };
  }

  async undoMerge(assessmentId: string, record: IntakeRecord): Promise<Result<null>> {
    const held = this.#writeInto(assessmentId);
    const undone = undoMerge(held.journal, record);
    if (!undone.ok) return undone;
    held.journal = undone.value;
    for (const sha256 of evidenceToRemove(record, undone.value.entries)) held.evidence.delete(sha256);
    return { ok: true, value: null, advice: [] };
  }

  async readEntries(assessmentId: string, ids?: readonly string[]): Promise<readonly Entry[]> {
    const entries = this.#held.get(assessmentId)?.journal.entries ?? [];
    return ids === undefined ? entries : entries.filter(({ id }) => ids.includes(id));
  }

  async listDamagedLines(assessmentId: string): Promise<readonly string[]> {
    return this.#held.get(assessmentId)?.journal.damagedLines ?? [];
  }

  async deleteAssessment(assessmentId: string): Promise<void> {
    this.#find(assessmentId).deletedAt ??= new Date(this.#nowMs()).toISOString();
  }

  async restoreAssessment(assessmentId: string): Promise<void> {
    this.#find(assessmentId).deletedAt = null;
  }

  /** Kept until the page is closed, and no longer. */
  async listDeleted(): Promise<readonly DeletedAssessment[]> {
    return [...this.#held.values()].flatMap(({ assessment, deletedAt }) =>
      deletedAt === null ? [] : [{ assessment, deletedAt, leftMs: null }],
    );
  }

  async countStart(): Promise<void> {}

  /** Nothing is left after the page anyway. */
  async countStartOfUnused(): Promise<void> {}

  async listUnused(assessmentId: string): Promise<readonly UnusedStoredDocument[]> {
    const { unusedDocuments } = await import('../domain/assessment/unused-documents.ts');
    const { needsOf } = await import('./unused-documents.ts');
    const { journal, evidence, snapshots } = this.#find(assessmentId);
    return unusedDocuments(journal.entries, evidence.keys()).map((one) => ({
      ...one,
      snapshots: snapshots.filter((snapshot) => needsOf(snapshot)(one.sha256)).map(({ at }) => at),
    }));
  }

  async eraseUnused(assessmentId: string, sha256: string): Promise<void> {
    const held = this.#writeInto(assessmentId);
    const unused = (await this.listUnused(assessmentId)).find((one) => one.sha256 === sha256);
    if (unused === undefined) return;
    held.snapshots = held.snapshots.filter(({ at }) => !unused.snapshots.includes(at));
    held.evidence.delete(sha256);
  }

  async eraseDeleted(assessmentId: string): Promise<void> {
    if ((await this.readStanding(assessmentId)) !== 'deleted') return;
    this.#held.delete(assessmentId);
    this.#savedFiles.delete(assessmentId);
    this.#typing.delete(assessmentId);
  }

  async measureAssessment(assessmentId: string): Promise<number> {
    const held = this.#held.get(assessmentId);
    const documents = [...(held?.evidence.values() ?? []), ...(held?.snapshots ?? []).map(({ bytes }) => bytes)];
    return documents.reduce((sum, { byteLength }) => sum + byteLength, JSON.stringify(held?.journal ?? null).length);
  }

  async writeDrafts(assessmentId: string | null, { put, remove }: DraftChange): Promise<void> {
    if (assessmentId !== null && put.length > 0) this.#writeInto(assessmentId);
    const texts = this.#typing.get(assessmentId) ?? new Map<string, TypedText>();
    const rowOf = ({ key, tab }: Pick<TypedText, 'key' | 'tab'>) => JSON.stringify([key, tab]);
    for (const text of remove) texts.delete(rowOf(text));
    for (const text of put) texts.set(rowOf(text), text);
    this.#typing.set(assessmentId, texts);
  }

  async listDrafts(assessmentId: string | null): Promise<readonly TypedText[]> {
    return [...(this.#typing.get(assessmentId)?.values() ?? [])];
  }

  async putEvidence(assessmentId: string, bytes: Uint8Array): Promise<string> {
    const sha256 = sha256Hex(bytes);
    await this.appendEntries(assessmentId, [], new Map([[sha256, bytes]]));
    return sha256;
  }

  async readEvidenceSizes(assessmentId: string): Promise<ReadonlyMap<string, number>> {
    const evidence = this.#held.get(assessmentId)?.evidence ?? new Map<string, Uint8Array>();
    return new Map([...evidence].map(([sha256, { length }]) => [sha256, length]));
  }

  async listEvidence(assessmentId: string): Promise<ReadonlySet<string>> {
    return new Set(this.#held.get(assessmentId)?.evidence.keys());
  }

  async readEvidence(assessmentId: string): Promise<ReadonlyMap<string, Uint8Array>> {
    return new Map(this.#held.get(assessmentId)?.evidence ?? []);
  }

  async readFramework(hash: string): Promise<unknown> {
    return this.#frameworks.get(hash);
  }

  async listFrameworks(): Promise<readonly unknown[]> {
    return [...this.#frameworks.values()];
  }

  async putFramework({ hash }: FrameworkReference, framework: Record<string, unknown>): Promise<void> {
    this.#frameworks.set(hash, withStoredLanguages(framework, this.#frameworks.get(hash)));
  }

  /** Throws `storage.frameworkInUse` (count) while an assessment, deleted ones included, stands on it. */
  async deleteFramework(hash: string): Promise<void> {
    const count = [...this.#held.values()].filter(({ assessment }) => assessment.framework.hash === hash).length;
    if (count > 0) throw new StorageError(problem('storage.frameworkInUse', '', [], { count }));
    this.#frameworks.delete(hash);
  }

  async readFrameworkDrafts(): Promise<FrameworkDraftStore> {
    return (this.#frameworkDrafts ??= new (await import('./framework-draft-memory.ts')).FrameworkDraftMemory());
  }

  async listSavedFiles(): Promise<ReadonlyMap<string, SavedFileRecord>> {
    return new Map(this.#savedFiles);
  }

  async putSavedFile(assessmentId: string, record: SavedFileRecord): Promise<void> {
    this.#writeInto(assessmentId);
    this.#savedFiles.set(assessmentId, record);
  }

  async readFolder(assessmentId: string): Promise<StoredFolder | null> {
    return this.#held.get(assessmentId)?.folder ?? null;
  }

  async putFolder(assessmentId: string, folder: StoredFolder | null): Promise<void> {
    this.#writeInto(assessmentId).folder = folder;
  }

  async listSnapshots(assessmentId: string): Promise<readonly Snapshot[]> {
    return this.#held.get(assessmentId)?.snapshots ?? [];
  }

  async putSnapshot(assessmentId: string, snapshot: Snapshot, most: number): Promise<void> {
    const held = this.#writeInto(assessmentId);
    held.snapshots = [snapshot, ...held.snapshots.filter(({ at }) => at !== snapshot.at)].slice(0, most);
  }

  /** Memory is never persistent, and has no quota that anybody knows. */
  async readHealth(): Promise<StorageHealth> {
    return { persisted: false, usedBytes: null, quotaBytes: null };
  }

  async askToPersist(): Promise<void> {}

  async eraseEverything(): Promise<void> {
    this.#held.clear();
    this.#frameworks.clear();
    this.#savedFiles.clear();
    this.#frameworkDrafts?.clear();
    this.#typing.clear();
  }

  /** The one way into an assessment, as in the database. */
  #writeInto(assessmentId: string): Held {
    const held = this.#find(assessmentId);
    if (held.deletedAt !== null) throw new StorageError(problem('storage.deleted', '', [], { id: assessmentId }));
    return held;
  }

  #find(assessmentId: string): Held {
    const held = this.#held.get(assessmentId);
    if (held === undefined) throw new StorageError(problem('storage.notFound', '', [], { id: assessmentId }));
    return held;
  }
}
