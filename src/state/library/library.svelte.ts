import type { RoundFields } from '../../domain/registers/round.ts';
import type { Framework } from '../../domain/framework/framework.ts';
import { referenceOf } from '../../domain/framework/framework.ts';
import { singleFileForm } from '../../domain/framework/single-file-form.ts';
import type { AssessmentIdentity, Entry } from '../../domain/journal/entry-schema.ts';
import type { Journal } from '../../domain/journal/journal.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';
import type { Evidence } from '../../storage/database-schema.ts';
import type { DerivedAssessment } from './copy-here.ts';
import { DocumentShelf } from './document-shelf.ts';
import { FileKeeper } from './file-keeper.svelte.ts';
import { FolderShelf } from './folder-shelf.ts';
import { SnapshotKeeper } from './snapshot-keeper.ts';
import { StorageKeeper } from './storage-keeper.svelte.ts';
import type { LibraryInput } from './library-input.ts';
import type { IntakeRecord, StoredAssessment } from './library-store.ts';
import type { LookedAt } from './look-at-assessment.ts';
import { FrameworkShelf } from './framework-shelf.svelte.ts';
import type { NextRoundChoice } from '../../domain/rounds/make-next-round.ts';
import type { FilePreview } from './preview-import.ts';
import type { ReadingDesk } from './reading-desk.svelte.ts';
import type { AssessmentRouteChoice } from '../../domain/assessment/scope-of-route.ts';
import { TypingShelf } from './typing-shelf.ts';
import type { AssessmentSummary } from './summarise-assessment.ts';

/** An assessment that was deleted and can be brought back. */
export interface DeletedSummary extends AssessmentSummary {
  /** The first day on which it may be erased: UTC milliseconds; null where it is kept until the page is closed. */
  readonly keptUntilMs: number | null;
}

/** What was taken in last by this page. */
export interface LastIntake {
  readonly assessment: string;
  readonly record: IntakeRecord;
}

/** The assessments and frameworks on this computer: lists, creates, opens, imports, deletes. */
export class Library {
  readonly frameworks: FrameworkShelf;
  readonly files: FileKeeper;
  readonly storage: StorageKeeper;
  readonly snapshots: SnapshotKeeper;
  readonly documents: DocumentShelf;
  readonly folders: FolderShelf;
  readonly typing: TypingShelf;
  readonly #input: LibraryInput;
  readonly #open = new Map<string, Promise<AssessmentSession | null>>();
  #assessments: readonly AssessmentSummary[] = $state.raw([]);
  #deleted: readonly DeletedSummary[] = $state.raw([]);
  #justDeleted: string | null = $state.raw(null);
  #lastMerge: LastIntake | null = $state.raw(null);
  /** What other tabs said is looked up one after the other. */
  #hearing: Promise<void> = Promise.resolve();

  constructor(input: LibraryInput) {
    this.#input = input;
    this.frameworks = new FrameworkShelf(input);
    this.files = new FileKeeper(input);
    this.storage = new StorageKeeper(input.store, input.preferences);
    this.snapshots = new SnapshotKeeper(input.store, input.surroundings);
    this.documents = new DocumentShelf(input.store, (id) => this.#forgetMerge(id));
    this.folders = new FolderShelf(this, input);
    this.typing = new TypingShelf(input);
    input.tabs.onchange((assessmentId, ids) => {
      // A tab that cannot look now looks again at the next word; what failed is said where it was written.
      this.#hearing = this.#hearing.then(() => this.#lookUp(assessmentId, ids)).catch(() => {});
    });
  }

  get assessments(): readonly AssessmentSummary[] {
    return this.#assessments;
  }

  /** Deleted ones that can be brought back, the one that goes first in front. */
  get deleted(): readonly DeletedSummary[] {
    return this.#deleted;
  }

  /** The one of them that was deleted in this page last. */
  get justDeleted(): DeletedSummary | null {
    return this.#deleted.find(({ id }) => id === this.#justDeleted) ?? null;
  }

  /** The last merge of this page, while it can be undone. */
  get lastMerge(): LastIntake | null {
    return this.#lastMerge;
  }

  /** Reads the assessments on this computer. */
  async refresh(): Promise<void> {
    const { store, surroundings } = this.#input;
    const [stored, deleted] = [await store.listAssessments(), await store.listDeleted()];
    // Where nothing is here yet, nothing is fetched to describe it.
    const summarise =
      stored.length + deleted.length === 0 ? null : (await import('./summarise-assessment.ts')).summariseAssessment;
    const summariseAll = async (some: readonly StoredAssessment[]) =>
      summarise === null
        ? []
        : Promise.all(some.map((one) => summarise(store, one, this.frameworks.cardOf(one.framework.hash))));
    const summaries = await summariseAll(stored);
    this.#assessments = summaries.sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
    const left = new Map(deleted.map(({ assessment, leftMs }) => [assessment.id, leftMs]));
    this.#deleted = (await summariseAll(deleted.map(({ assessment }) => assessment))).map((summary) => {
      const leftMs = left.get(summary.id) ?? null;
      return { ...summary, keptUntilMs: leftMs === null ? null : surroundings.nowMs() + leftMs };
    });
    await this.files.refresh();
  }

  /** Starts an assessment; resolves with its id when its first entries are durable. */
  async create(framework: Framework, round: RoundFields, choice: AssessmentRouteChoice): Promise<string> {
    const { surroundings } = this.#input;
    const identity = { id: surroundings.randomHex16(), round: surroundings.randomHex16(), parent: null };
    const { makeInitialEntries } = await import('../../domain/rounds/make-initial-entries.ts');
    const entries = makeInitialEntries({ identity, framework, round, choice, surroundings });
    await this.#store(identity, framework, entries);
    return identity.id;
  }

  /** Opens an assessment as a whole, the same session for every caller; null when it is not on this computer. */
  async open(assessmentId: string): Promise<AssessmentSession | null> {
    const session = await this.openAtOnce(assessmentId);
    await session?.complete();
    return session;
  }

  /** The same before everything is here, for the screens that say so: see `session.isComplete`. */
  openAtOnce(assessmentId: string): Promise<AssessmentSession | null> {
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

  /** Where an assessment stands, read without opening it; null when it is not on this computer. */
  async lookAt(assessmentId: string): Promise<LookedAt | null> {
    const { lookAtAssessment } = await import('./look-at-assessment.ts');
    return lookAtAssessment(this.#input.store, assessmentId, this.#input.surroundings.nowMs());
  }

  /** Fetches what the page was closed before: assessments that were begun on a built-in framework keep it as it is. */
  async completeFrameworks(): Promise<void> {
    const { store } = this.#input;
    for (const { framework } of this.#assessments) {
      const card = this.frameworks.cardOf(framework.hash);
      if (card === null || (await store.readFramework(card.hash)) !== undefined) continue;
      await (await import('./open-session.ts')).completeFramework(this.#input, card.id);
    }
  }

  /** A copy under a new id that names its parent: the two never merge. */
  async duplicate(assessmentId: string, { t }: Localiser): Promise<void> {
    const { copyHere } = await import('./copy-here.ts');
    await this.derive(assessmentId, (session, input) =>
      copyHere(session, input, t('library.copyOf', { title: session.assessment.round.title ?? '' }).trim()),
    );
  }

  /** A new assessment made of one that is here; resolves with its id, null when that is not on this computer. */
  async derive(
    assessmentId: string,
    make: (session: AssessmentSession, input: LibraryInput) => Promise<DerivedAssessment>,
  ): Promise<string | null> {
    const session = await this.open(assessmentId);
    if (session === null) return null;
    const { identity, framework, entries, evidence } = await make(session, this.#input);
    await this.#store(identity, framework, entries, [], evidence);
    return identity.id;
  }

  /** Starts the round after an assessment; resolves with its id, null when the assessment is not on this computer. */
  async startNextRound(assessmentId: string, choice: NextRoundChoice): Promise<string | null> {
    const session = await this.open(assessmentId);
    if (session === null) return null;
    const { makeNextRound } = await import('../../domain/rounds/make-next-round.ts');
    const { surroundings } = this.#input;
    const identity = { id: surroundings.randomHex16(), round: surroundings.randomHex16(), parent: assessmentId };
    const entries = makeNextRound({ identity, entries: session.countedEntries, choice, surroundings });
    await this.#store(identity, choice.framework, entries);
    return identity.id;
  }

  /** Counts a start of this page towards the thirty days of what was deleted, and erases what had them. */
  async countStart(): Promise<void> {
    if (this.#deleted.length === 0) return;
    await this.#input.store.countStart();
    await this.refresh();
  }

  /** It takes no more work, in any tab, and can be brought back. */
  async remove(assessmentId: string): Promise<void> {
    await this.#input.store.deleteAssessment(assessmentId);
    this.#justDeleted = assessmentId;
    this.#open.delete(assessmentId);
    await this.#tell(assessmentId);
  }

  /** Brings back what was deleted, in whatever tab; throws `storage.notFound` where it was erased since. */
  async bringBack(assessmentId: string): Promise<void> {
    await this.#input.store.restoreAssessment(assessmentId).finally(() => this.#tell(assessmentId));
  }

  /** Erases for good what was deleted. */
  async eraseDeleted(assessmentIds: readonly string[]): Promise<void> {
    for (const id of assessmentIds) {
      await this.#input.store.eraseDeleted(id);
      await this.#tell(id);
    }
  }

  /** About how many bytes the deleted ones take. */
  async measureDeleted(): Promise<number> {
    const sizes = await Promise.all(this.#deleted.map(({ id }) => this.#input.store.measureAssessment(id)));
    return sizes.reduce((sum, bytes) => sum + bytes, 0);
  }

  /** Reads a chosen file and says what taking it in would do; writes nothing. `desk` shows how far it is, and stops. */
  async previewFile(file: File, passphrase: string | null = null, desk?: ReadingDesk): Promise<FilePreview> {
    const { previewFile } = await import('./preview-import.ts');
    const isDeleted = (id: string) => this.#deleted.some((deleted) => deleted.id === id);
    const { frameworks } = this;
    const here = { open: (id: string) => this.#openHere(id), store: this.#input.store, isDeleted, frameworks };
    return previewFile({ file, passphrase }, here, this.#input.surroundings.nowMs(), desk);
  }

  /** Takes in what was previewed, in one write (`requireAsShown`): the id of the assessment, null for a framework. */
  async confirmFile(preview: FilePreview): Promise<string | null> {
    if (preview.kind === 'refused' || preview.kind === 'locked') return null;
    if (preview.kind === 'framework') return this.frameworks.add(preview.found.framework).then(() => null);
    const { assessment, framework, entries, damagedLines, evidence } = preview.content;
    const [{ requireAsShown }, { journalOf }] = await Promise.all([
      import('./require-as-shown.ts'),
      import('../../domain/journal/merge.ts'),
    ]);
    await requireAsShown(preview, this.#input.store, (id) => this.#lookUp(id, null));
    const session = preview.kind === 'merge' ? await this.#openHere(assessment.id) : null;
    if (session === null) {
      const record = await this.#store(assessment, framework, entries, damagedLines, evidence);
      if (preview.kind === 'new' && preview.isDeleted) this.#remember(assessment.id, record);
    } else await this.takeIn(session, journalOf(entries, damagedLines), evidence);
    // All that is here stands in the file that was opened: nothing of it was changed.
    const here = (await this.open(assessment.id))?.entries.length;
    if (here === preview.entries) await this.files.noteOpened(assessment.id, here);
    return assessment.id;
  }

  /** Merges a journal and its documents into an assessment here, in one write that `undoMerge` takes out again. */
  async takeIn(session: AssessmentSession, journal: Journal, evidence: Evidence): Promise<void> {
    await this.snapshots.take(session, true);
    this.#remember(session.identity.id, await this.#takeIn(session, journal, evidence));
  }

  /** The same from a shared folder: there it stays whatever is undone here. */
  async takeInShared(session: AssessmentSession, journal: Journal, evidence: Evidence): Promise<void> {
    if (journal.entries.length > 0) await this.snapshots.take(session);
    if (journal.entries.length + journal.damagedLines.length + evidence.size > 0) {
      await this.#takeIn(session, journal, evidence);
    }
  }

  async #takeIn(session: AssessmentSession, journal: Journal, evidence: Evidence): Promise<IntakeRecord> {
    const { id } = session.identity;
    const record = await this.#input.store.addJournal(id, journal, evidence);
    session.receive(journal.entries);
    this.#input.tabs.announce(id, [...record.added, ...record.displaced.map((entry) => entry.id)]);
    await this.refresh();
    return record;
  }

  /** What brought nothing leaves what can be undone as it is. */
  #remember(assessment: string, record: IntakeRecord): void {
    const { added, displaced, damagedLines, evidence } = record;
    if (added.length + displaced.length + damagedLines.length + evidence.length === 0) return;
    this.#lastMerge = { assessment, record };
  }

  #forgetMerge(assessmentId: string): void {
    if (this.#lastMerge?.assessment === assessmentId) this.#lastMerge = null;
  }

  /** Takes out exactly what the last merge brought in; the problems where something builds on it since. */
  async undoMerge(): Promise<readonly Problem[]> {
    if (this.#lastMerge === null) return [];
    const { assessment, record } = this.#lastMerge;
    const undone = await this.#input.store.undoMerge(assessment, record);
    if (!undone.ok) return undone.problems;
    this.#lastMerge = null;
    await this.#tell(assessment);
    return [];
  }

  /** Of a framework that has one, the main one unless told; gives its id. */
  async openSample(language: string, framework?: string): Promise<string | null> {
    const { newSample } = await import('./new-sample.ts');
    const made = await newSample(this.frameworks, this.#input.surroundings, language, framework);
    if (made === null) return null;
    await this.#store(made.identity, made.framework, made.entries);
    return made.identity.id;
  }

  /** Reads nothing afterwards: reading would make the database anew. */
  async eraseEverything(): Promise<void> {
    this.typing.forget();
    await this.#input.store.eraseEverything();
    this.#open.clear();
    this.#forgetAll();
  }

  /** Another tab erased everything: what is open here is shown, and takes nothing more. */
  async noteErased(): Promise<void> {
    this.typing.outside.stop();
    this.#forgetAll();
    for (const opening of this.#open.values()) (await opening.catch(() => null))?.stand('erased');
  }

  #forgetAll(): void {
    this.#justDeleted = this.#lastMerge = null;
    this.#assessments = this.#deleted = [];
    this.frameworks.forget();
    this.files.forget();
    this.folders.forget();
  }

  async #store(
    identity: AssessmentIdentity,
    framework: Framework,
    entries: readonly Entry[],
    damagedLines: readonly string[] = [],
    evidence: Evidence = new Map(),
  ): Promise<IntakeRecord> {
    const { store, surroundings } = this.#input;
    const stored: StoredAssessment = {
      ...identity,
      framework: referenceOf(framework),
      createdAt: new Date(surroundings.nowMs()).toISOString(),
    };
    // One that is not here as a whole is kept when it is (`completeFramework`).
    const form = framework.isStart === true ? null : singleFileForm(framework);
    const record = await store.createAssessment(stored, form, entries, damagedLines, evidence);
    // What the browser promised is shown in the settings; the assessment is stored without it.
    void this.storage.askOnce().catch(() => {});
    await this.#tell(stored.id);
    return record;
  }

  /** Only where it takes work: one that was deleted in another tab may still be looked at in this one. */
  async #openHere(assessmentId: string): Promise<AssessmentSession | null> {
    const session = await this.open(assessmentId);
    return session?.standing === 'here' ? session : null;
  }

  async #openSession(assessmentId: string): Promise<AssessmentSession | null> {
    const stored = await this.#input.store.readAssessment(assessmentId);
    if (stored === null) return null;
    const { openSession } = await import('./open-session.ts');
    const { typing } = this;
    const afterwards = (session: AssessmentSession) => {
      void this.snapshots.take(session);
      void this.#openRoundBefore(session);
    };
    return openSession({ ...this.#input, typing, language: this.#input.language(), afterwards }, stored);
  }

  /** The round before, where it is on this computer. Nobody waits for it: without it there is nothing to compare. */
  async #openRoundBefore(session: AssessmentSession): Promise<void> {
    const { parent, round } = session.identity;
    const before = parent === null ? null : await this.open(parent).catch(() => null);
    if (before !== null && before.identity.round !== round) session.comeAfter(before);
  }

  /** More than entries changed: it is read anew, here and in the other tabs. */
  async #tell(assessmentId: string): Promise<void> {
    this.#input.tabs.announce(assessmentId, null);
    await this.#lookUp(assessmentId, null);
  }

  /** Shows what the database holds where something changed; `ids` are those of new entries, null for anything else. */
  async #lookUp(assessmentId: string, ids: readonly string[] | null): Promise<void> {
    const { store } = this.#input;
    const session = await this.#open.get(assessmentId);
    if (session !== undefined && session !== null) {
      if (ids !== null) return session.receive(await store.readEntries(assessmentId, ids));
      const standing = await store.readStanding(assessmentId);
      session.stand(standing);
      if (standing === 'here') await session.startAfresh(() => store.readEntries(assessmentId));
    }
    await this.refresh();
  }
}
