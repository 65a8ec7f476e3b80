import type { RoundFields } from '../domain/assessment/register-values.ts';
import type { FrameworkSource } from '../content/framework-source.ts';
import { loadCrosswalks } from '../content/load-framework.ts';
import type { Framework } from '../domain/framework/framework.ts';
import { referenceOf } from '../domain/framework/framework.ts';
import { parseSingleFileFramework } from '../domain/framework/parse-framework.ts';
import { singleFileForm } from '../domain/framework/single-file-form.ts';
import type { AssessmentIdentity, Entry } from '../domain/journal/entry-schema.ts';
import type { Journal } from '../domain/journal/journal.ts';
import { journalOf } from '../domain/journal/merge.ts';
import type { MergeRecord } from '../domain/journal/undo.ts';
import type { Problem } from '../domain/problem.ts';
import type { Localiser } from '../i18n/localiser.ts';
import { AssessmentSession } from './assessment-session.svelte.ts';
import type { FolderAccess } from '../storage/folder-access.ts';
import type { OpenTabs } from '../storage/open-tabs.ts';
import type { PreferenceStorage } from '../storage/preference-storage.ts';
import { DocumentShelf } from './document-shelf.ts';
import { FileKeeper } from './file-keeper.svelte.ts';
import { FolderShelf } from './folder-shelf.ts';
import { SnapshotKeeper } from './snapshot-keeper.ts';
import { StorageKeeper } from './storage-keeper.svelte.ts';
import type { Surroundings } from './journal-store.ts';
import type { LibraryStore, SameFileSaver, StoredAssessment, TabAnnouncer } from './library-store.ts';
import { FrameworkShelf, MAIN_FRAMEWORK } from './framework-shelf.svelte.ts';
import type { NextRoundChoice } from './make-next-round.ts';
import { makeInitialEntries } from './make-initial-entries.ts';
import type { FilePreview } from './preview-import.ts';
import type { AssessmentRouteChoice } from './scope-of-route.ts';
import { TypingShelf } from './typing-shelf.ts';
import type { AssessmentSummary } from './summarise-assessment.ts';
import { summariseAssessment } from './summarise-assessment.ts';

export interface LibraryInput {
  readonly source: FrameworkSource;
  readonly store: LibraryStore;
  readonly files: SameFileSaver;
  readonly tabs: TabAnnouncer;
  readonly surroundings: Surroundings;
  readonly preferences: PreferenceStorage;
  readonly folders: FolderAccess;
  readonly openTabs: OpenTabs;
}

/** The assessments and frameworks on this computer: lists, creates, opens, imports, deletes. */
export class Library {
  readonly frameworks: FrameworkShelf;
  readonly files: FileKeeper;
  readonly storage: StorageKeeper;
  readonly snapshots: SnapshotKeeper;
  readonly documents: DocumentShelf;
  readonly folders: FolderShelf;
  /** What is being typed in this tab. */
  readonly typing: TypingShelf;
  readonly #input: LibraryInput;
  readonly #open = new Map<string, Promise<AssessmentSession | null>>();
  #assessments: readonly AssessmentSummary[] = $state.raw([]);
  #deleted: AssessmentSummary | null = $state.raw(null);
  #lastMerge: { readonly assessment: string; readonly record: MergeRecord } | null = $state.raw(null);

  constructor(input: LibraryInput) {
    this.#input = input;
    this.frameworks = new FrameworkShelf(input.source, input.store);
    this.files = new FileKeeper(input);
    this.storage = new StorageKeeper(input.store, input.preferences);
    this.snapshots = new SnapshotKeeper(input.store, input.surroundings);
    this.documents = new DocumentShelf(input.store, input.files);
    this.folders = new FolderShelf(this, input);
    this.typing = new TypingShelf(input);
    input.tabs.onentries((assessmentId, entries) => void this.#receive(assessmentId, entries));
  }

  get assessments(): readonly AssessmentSummary[] {
    return this.#assessments;
  }

  /** The assessment just deleted, while that can be undone. */
  get deleted(): AssessmentSummary | null {
    return this.#deleted;
  }

  /** The last merge of this page, while it can be undone. */
  get lastMerge(): { readonly assessment: string; readonly record: MergeRecord } | null {
    return this.#lastMerge;
  }

  /** Reads the assessments on this computer. */
  async refresh(): Promise<void> {
    const { store } = this.#input;
    const stored = await store.listAssessments();
    const summaries = await Promise.all(stored.map((assessment) => summariseAssessment(store, assessment)));
    this.#assessments = summaries.sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
    await this.files.refresh();
  }

  /** Starts an assessment; resolves with its id when its first entries are durable. */
  async create(framework: Framework, round: RoundFields, choice: AssessmentRouteChoice): Promise<string> {
    const { surroundings } = this.#input;
    const identity = { id: surroundings.randomHex16(), round: surroundings.randomHex16(), parent: null };
    const entries = makeInitialEntries({ identity, framework, round, choice, surroundings });
    await this.#store(identity, framework, entries);
    return identity.id;
  }

  /** Opens an assessment, the same session for every caller; null when it is not on this computer. */
  open(assessmentId: string): Promise<AssessmentSession | null> {
    const known = this.#open.get(assessmentId);
    if (known !== undefined) return known;
    const opening = this.#openSession(assessmentId);
    this.#open.set(assessmentId, opening);
    void opening.then(
      (session) => session === null && this.#open.delete(assessmentId),
      () => this.#open.delete(assessmentId),
    );
    return opening;
  }

  /** A copy under a new id that names its parent: the two never merge. */
  async duplicate(assessmentId: string, localiser: Localiser): Promise<void> {
    const session = await this.open(assessmentId);
    if (session === null) return;
    const { copyAssessment } = await import('./copy-assessment.ts');
    const { surroundings } = this.#input;
    // The copy is of the same round: the two are not compared with each other.
    const identity = { id: surroundings.randomHex16(), round: session.identity.round, parent: assessmentId };
    const title = localiser.t('library.copyOf', { title: session.assessment.round.title ?? '' }).trim();
    const entries = copyAssessment({ identity, session, title, surroundings });
    await this.#store(identity, session.framework, entries);
  }

  /** Starts the round after an assessment; resolves with its id, null when the assessment is not on this computer. */
  async startNextRound(assessmentId: string, choice: NextRoundChoice): Promise<string | null> {
    const session = await this.open(assessmentId);
    if (session === null) return null;
    const { makeNextRound } = await import('./make-next-round.ts');
    const { surroundings } = this.#input;
    const identity = { id: surroundings.randomHex16(), round: surroundings.randomHex16(), parent: assessmentId };
    const entries = makeNextRound({ identity, entries: session.countedEntries, choice, surroundings });
    await this.#store(identity, choice.framework, entries);
    return identity.id;
  }

  /** Clears away what was deleted when the page was last open: undoing a deletion lasts as long as the page. */
  async clearDeleted(): Promise<void> {
    await this.#input.store.purgeDeleted(this.#input.surroundings.nowMs());
  }

  async remove(assessmentId: string): Promise<void> {
    this.#deleted = this.#assessments.find(({ id }) => id === assessmentId) ?? null;
    await this.#input.store.deleteAssessment(assessmentId);
    this.#open.delete(assessmentId);
    await this.refresh();
  }

  async undoDelete(): Promise<void> {
    if (this.#deleted === null) return;
    await this.#input.store.restoreAssessment(this.#deleted.id);
    this.#deleted = null;
    await this.refresh();
  }

  /** Reads a chosen file and says what taking it in would do; writes nothing. */
  async previewFile(file: File, passphrase: string | null = null): Promise<FilePreview> {
    const { previewImport } = await import('./preview-import.ts');
    const bytes = new Uint8Array(await file.arrayBuffer());
    return previewImport(bytes, file.name, (id) => this.open(id), this.#input.surroundings.nowMs(), passphrase);
  }

  /** Takes in what was previewed, in one write; resolves with the id of the assessment, null for a framework. */
  async confirmFile(preview: FilePreview): Promise<string | null> {
    if (preview.kind === 'refused' || preview.kind === 'locked') return null;
    if (preview.kind === 'framework') {
      await this.frameworks.add(preview.framework);
      return null;
    }
    const { assessment, framework, entries, damagedLines, evidence } = preview.content;
    const session = preview.kind === 'merge' ? await this.open(assessment.id) : null;
    if (session === null) {
      await this.#store(assessment, framework, entries, damagedLines);
      await this.#storeEvidence(assessment.id, evidence);
      return assessment.id;
    }
    await this.takeIn(session, journalOf(entries, damagedLines), evidence);
    return assessment.id;
  }

  /** Merges a journal into an assessment on this computer, in one write that `undoMerge` takes out again. */
  async takeIn(session: AssessmentSession, journal: Journal, evidence: ReadonlyMap<string, Uint8Array>): Promise<void> {
    await this.snapshots.take(session, true);
    this.#lastMerge = { assessment: session.identity.id, record: await this.#takeIn(session, journal, evidence) };
  }

  /** The same from a shared folder: there it stays whatever is undone here. */
  async takeInShared(
    session: AssessmentSession,
    journal: Journal,
    evidence: ReadonlyMap<string, Uint8Array>,
  ): Promise<void> {
    if (journal.entries.length > 0) await this.snapshots.take(session);
    if (journal.entries.length + journal.damagedLines.length + evidence.size > 0) {
      await this.#takeIn(session, journal, evidence);
    }
  }

  async #takeIn(
    session: AssessmentSession,
    journal: Journal,
    evidence: ReadonlyMap<string, Uint8Array>,
  ): Promise<MergeRecord> {
    const { id } = session.identity;
    const record = await this.#input.store.addJournal(id, journal);
    await this.#storeEvidence(id, evidence);
    const added = new Set(record.added);
    const fresh = journal.entries.filter((entry) => added.has(entry.id));
    session.receive(journal.entries);
    this.#input.tabs.announce(id, fresh);
    await this.refresh();
    return record;
  }

  /** Takes out exactly what the last merge brought in; the problems where something builds on it since. */
  async undoMerge(): Promise<readonly Problem[]> {
    if (this.#lastMerge === null) return [];
    const { assessment, record } = this.#lastMerge;
    const undone = await this.#input.store.undoMerge(assessment, record);
    if (!undone.ok) return undone.problems;
    this.#lastMerge = null;
    const session = await this.#open.get(assessment);
    session?.startAfresh(await this.#input.store.readEntries(assessment));
    await this.refresh();
    return [];
  }

  async openSample(language: string): Promise<string | null> {
    const { makeSample } = await import('./make-sample.ts');
    const framework = await this.frameworks.find(MAIN_FRAMEWORK);
    if (framework === null) return null;
    const { surroundings } = this.#input;
    const identity = { id: surroundings.randomHex16(), round: surroundings.randomHex16(), parent: null };
    const entries = await makeSample({ identity, framework, language, surroundings });
    await this.#store(identity, framework, entries);
    return identity.id;
  }

  /** Reads nothing afterwards: reading would make the database anew. */
  async eraseEverything(): Promise<void> {
    this.#open.clear();
    this.typing.forget();
    await this.#input.store.eraseEverything();
    this.#deleted = null;
    this.#lastMerge = null;
    this.#assessments = [];
    this.frameworks.forget();
    this.files.forget();
    this.folders.forget();
  }

  async #store(
    identity: AssessmentIdentity,
    framework: Framework,
    entries: readonly Entry[],
    damagedLines: readonly string[] = [],
  ): Promise<void> {
    const { store, surroundings } = this.#input;
    const stored: StoredAssessment = {
      ...identity,
      framework: referenceOf(framework),
      createdAt: new Date(surroundings.nowMs()).toISOString(),
    };
    await store.createAssessment(stored, singleFileForm(framework), entries, damagedLines);
    void this.storage.askOnce();
    await this.refresh();
  }

  async #storeEvidence(assessmentId: string, evidence: ReadonlyMap<string, Uint8Array>): Promise<void> {
    for (const bytes of evidence.values()) await this.#input.store.putEvidence(assessmentId, bytes);
  }

  async #openSession(assessmentId: string): Promise<AssessmentSession | null> {
    const { store, source, surroundings, tabs } = this.#input;
    const stored = await store.readAssessment(assessmentId);
    if (stored === null) return null;
    // The framework that the assessment was started on, whatever the built-in one is by now.
    const framework = parseSingleFileFramework(await store.readFramework(stored.framework.hash));
    if (!framework.ok) throw new Error(framework.problems.map(({ code }) => code).join(', '));
    const keys = new Set(framework.value.indicators.flatMap(({ links }) => Object.keys(links ?? {})));
    const session = new AssessmentSession({
      identity: { id: stored.id, round: stored.round, parent: stored.parent },
      framework: framework.value,
      crosswalks: await loadCrosswalks(source, [...keys]),
      entries: await store.readEntries(assessmentId),
      damagedLines: await store.listDamagedLines(assessmentId),
      tab: this.typing.tab,
      drafts: await this.typing.leftIn(assessmentId),
      store,
      surroundings,
      onwritten: (entries) => tabs.announce(assessmentId, entries),
    });
    this.typing.add(session.typing);
    void this.snapshots.take(session);
    void this.#openRoundBefore(session);
    return session;
  }

  /** The round before, where it is on this computer. Nobody waits for it: without it there is nothing to compare. */
  async #openRoundBefore(session: AssessmentSession): Promise<void> {
    const { parent, round } = session.identity;
    const before = parent === null ? null : await this.open(parent).catch(() => null);
    if (before !== null && before.identity.round !== round) session.comeAfter(before);
  }

  async #receive(assessmentId: string, entries: readonly Entry[]): Promise<void> {
    const session = await this.#open.get(assessmentId);
    session?.receive(entries);
    if (session === undefined || session === null) await this.refresh();
  }
}
