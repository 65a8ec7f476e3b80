import { journalOf } from '../domain/journal/merge.ts';
import type { SextantFile } from '../file/sextant-file.ts';
import type { AssessmentSession } from './assessment-session.svelte.ts';
import { countChanges } from './file-reminder.ts';
import { plainFileName } from './file-name.ts';
import type { Surroundings } from './journal-store.ts';
import type { FileSaver, LibraryStore } from './library-store.ts';
import { packContent } from './pack-content.ts';

/** When an assessment was last saved as a file (ISO instant), and how many entries it had then. */
export interface SavedFile {
  readonly at: string;
  readonly entries: number;
}

export interface FileKeeperInput {
  readonly store: LibraryStore;
  readonly files: FileSaver;
  readonly surroundings: Surroundings;
}

/** Saves assessments as files, and knows when that was done last. */
export class FileKeeper {
  readonly #input: FileKeeperInput;
  #savedFiles: ReadonlyMap<string, SavedFile> = $state.raw(new Map());

  constructor(input: FileKeeperInput) {
    this.#input = input;
  }

  lastFileOf(assessmentId: string): SavedFile | null {
    return this.#savedFiles.get(assessmentId) ?? null;
  }

  /** What a person changed since the last file. */
  changesSince(session: AssessmentSession): number {
    return countChanges(session.entries, this.lastFileOf(session.identity.id));
  }

  forget(): void {
    this.#savedFiles = new Map();
  }

  /** Reads what this computer remembers of saved files. */
  async refresh(): Promise<void> {
    this.#savedFiles = await this.#input.store.listSavedFiles();
  }

  /** Everything that belongs in the file of an assessment. */
  async contentOf(session: AssessmentSession): Promise<SextantFile> {
    return (await this.#contentOf(session)).content;
  }

  /** Saves an assessment as a file, in a pack its own part; false when the person changed their mind. */
  async save(session: AssessmentSession): Promise<boolean> {
    const { writeSextantFile } = await import('../file/write-sextant-file.ts');
    const { content, complete } = await this.#contentOf(session);
    const { task, respondent } = session;
    // An institution sends back its own part, without history; what it took back stays at home.
    const sent = task === null ? content : packContent(content, respondent, { withDraft: task.draft === true });
    const saved = await this.#input.files.save(
      writeSextantFile(sent),
      `${fileNameOf(session)}.sextant`,
      'application/zip',
    );
    // A file without its documents is a rescue, not the record: the reminders go on.
    if (saved && complete) await this.#remember(session.identity.id, content.journal.entries.length);
    return saved;
  }

  /**
   * What goes into the file. The entries are in memory, so that a copy can be saved when the storage fails, which is
   * when it is wanted most; only the documents cannot be had then.
   */
  async #contentOf(session: AssessmentSession): Promise<{ content: SextantFile; complete: boolean }> {
    const { store } = this.#input;
    const { identity: assessment, framework, entries } = session;
    const [stored, documents] = await Promise.allSettled([
      store.listDamagedLines(assessment.id),
      store.readEvidence(assessment.id),
    ]);
    const damagedLines = stored.status === 'fulfilled' ? stored.value : [];
    const journal = journalOf(entries, [...new Set([...session.damagedTexts, ...damagedLines])]);
    const evidence = documents.status === 'fulfilled' ? documents.value : new Map<string, Uint8Array>();
    const complete = stored.status === 'fulfilled' && documents.status === 'fulfilled';
    return { content: { assessment, framework, journal, evidence }, complete };
  }

  async #remember(assessmentId: string, entries: number): Promise<void> {
    const record = { at: new Date(this.#input.surroundings.nowMs()).toISOString(), entries };
    this.#savedFiles = new Map([...this.#savedFiles, [assessmentId, record]]);
    // The file is written; that this computer forgets when is no reason to call it failed.
    await this.#input.store.putSavedFile(assessmentId, record).catch(() => {});
  }
}

function fileNameOf(session: AssessmentSession): string {
  const respondent = session.task === null ? undefined : session.assessment.institutions.get(session.respondent);
  return plainFileName([...session.titleLines, respondent?.name ?? respondent?.id ?? ''].join(' '), 'sextant');
}
