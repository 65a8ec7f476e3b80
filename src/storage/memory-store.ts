import type { FrameworkReference } from '../domain/framework/framework.ts';
import type { Entry } from '../domain/journal/entry-schema.ts';
import type { Journal } from '../domain/journal/journal.ts';
import { EMPTY_JOURNAL } from '../domain/journal/journal.ts';
import { journalOf, mergeJournals } from '../domain/journal/merge.ts';
import type { MergeRecord } from '../domain/journal/undo.ts';
import { recordMerge, undoMerge } from '../domain/journal/undo.ts';
import type { Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { sha256Hex } from '../domain/sha256.ts';
import type { DraftChange, Snapshot, StoredAssessment, StoredFolder, TypedText } from './database-schema.ts';
import { StorageError } from './storage-error.ts';
import type { StorageHealth } from './storage-health.ts';

interface Held {
  readonly assessment: StoredAssessment;
  journal: Journal;
  deleted: boolean;
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
  readonly #savedFiles = new Map<string, { at: string; entries: number }>();
  /** By assessment, null outside of any; then by key and tab. */
  readonly #typing = new Map<string | null, Map<string, TypedText>>();

  async listAssessments(): Promise<readonly StoredAssessment[]> {
    return [...this.#held.values()].filter(({ deleted }) => !deleted).map(({ assessment }) => assessment);
  }

  async readAssessment(assessmentId: string): Promise<StoredAssessment | null> {
    const held = this.#held.get(assessmentId);
    return held === undefined || held.deleted ? null : held.assessment;
  }

  async createAssessment(
    assessment: StoredAssessment,
    framework: Record<string, unknown>,
    entries: readonly Entry[],
    damagedLines: readonly string[] = [],
  ): Promise<void> {
    this.#frameworks.set(assessment.framework.hash, framework);
    const known = this.#held.get(assessment.id);
    if (known === undefined || known.deleted) {
      const fresh = { journal: EMPTY_JOURNAL, deleted: false, snapshots: [], folder: null };
      this.#held.set(assessment.id, { assessment, ...fresh, evidence: new Map() });
    }
    await this.addJournal(assessment.id, { entries, damagedLines });
  }

  async appendEntries(assessmentId: string, entries: readonly Entry[]): Promise<void> {
    await this.addJournal(assessmentId, { entries, damagedLines: [] });
  }

  async addJournal(assessmentId: string, journal: Journal): Promise<MergeRecord> {
    const held = this.#require(assessmentId);
    const theirs = journalOf(journal.entries, journal.damagedLines);
    const record = recordMerge(held.journal, theirs);
    held.journal = mergeJournals(held.journal, theirs);
    return record;
  }

  async undoMerge(assessmentId: string, record: MergeRecord): Promise<Result<null>> {
    const held = this.#require(assessmentId);
    const undone = undoMerge(held.journal, record);
    if (!undone.ok) return undone;
    held.journal = undone.value;
    return { ok: true, value: null, advice: [] };
  }

  async readEntries(assessmentId: string): Promise<readonly Entry[]> {
    return this.#held.get(assessmentId)?.journal.entries ?? [];
  }

  async listDamagedLines(assessmentId: string): Promise<readonly string[]> {
    return this.#held.get(assessmentId)?.journal.damagedLines ?? [];
  }

  async deleteAssessment(assessmentId: string): Promise<void> {
    this.#require(assessmentId).deleted = true;
  }

  async restoreAssessment(assessmentId: string): Promise<void> {
    this.#require(assessmentId).deleted = false;
  }

  async purgeDeleted(): Promise<void> {
    for (const [id, { deleted }] of this.#held) {
      if (!deleted) continue;
      this.#held.delete(id);
      this.#typing.delete(id);
    }
  }

  async writeDrafts(assessmentId: string | null, { put, remove }: DraftChange): Promise<void> {
    if (assessmentId !== null && put.length > 0) this.#require(assessmentId);
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
    this.#require(assessmentId).evidence.set(sha256, bytes);
    return sha256;
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
    this.#frameworks.set(hash, framework);
  }

  async listSavedFiles(): Promise<ReadonlyMap<string, { at: string; entries: number }>> {
    return new Map(this.#savedFiles);
  }

  async putSavedFile(assessmentId: string, record: { at: string; entries: number }): Promise<void> {
    this.#savedFiles.set(assessmentId, record);
  }

  async readFolder(assessmentId: string): Promise<StoredFolder | null> {
    return this.#held.get(assessmentId)?.folder ?? null;
  }

  async putFolder(assessmentId: string, folder: StoredFolder | null): Promise<void> {
    this.#require(assessmentId).folder = folder;
  }

  async listSnapshots(assessmentId: string): Promise<readonly Snapshot[]> {
    return this.#held.get(assessmentId)?.snapshots ?? [];
  }

  async putSnapshot(assessmentId: string, snapshot: Snapshot, most: number): Promise<void> {
    const held = this.#require(assessmentId);
    held.snapshots = [snapshot, ...held.snapshots].slice(0, most);
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
    this.#typing.clear();
  }

  #require(assessmentId: string): Held {
    const held = this.#held.get(assessmentId);
    if (held === undefined) throw new StorageError(problem('storage.notFound', '', [], { id: assessmentId }));
    return held;
  }
}
