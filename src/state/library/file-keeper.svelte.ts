import type { FileWords, NamedFile } from '../../domain/file-name.ts';
import { fileName } from '../../domain/file-name.ts';
import type { EvidenceDocument } from '../../domain/assessment/check-document.ts';
import type { SextantFile } from '../../file/sextant-file.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import { localDay } from '../../i18n/local-day.ts';
import { statusOf } from '../../report/status-of.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';
import type { Surroundings } from '../../domain/surroundings.ts';
import type { FileHandle, FileSaver, SaveOutcome } from '../../storage/file-saver.ts';
import type { LibraryStore } from './library-store.ts';
import { SaveTask } from './save-task.svelte.ts';

/** When an assessment was last saved as a file (ISO instant), and how many entries it had then. */
export interface SavedFile {
  readonly at: string;
  readonly entries: number;
  /** It was opened then, not saved: nothing is said of when that was. */
  readonly isOpened?: boolean;
}

export interface FileKeeperInput {
  readonly store: LibraryStore;
  readonly files: FileSaver;
  readonly surroundings: Surroundings;
  /** In the language of the screen. */
  readonly fileWords: FileWords;
}

export interface SaveChoice {
  /** Encrypts the file; '' does not. Undefined keeps what was chosen before in this page. */
  readonly passphrase?: string;
  /** Without history and without what was removed. */
  readonly clean?: boolean;
  /** Asks for a file even where one is known. */
  readonly elsewhere?: boolean;
}

export interface PartToSend {
  readonly content: SextantFile;
  /** With every document that it uses, and every line that could not be read as an entry. */
  readonly complete: boolean;
  /** How many entries the assessment has here. */
  readonly entries: number;
}

/** What this page knows of the file of an assessment; never stored. */
interface OpenFile {
  readonly handle: FileHandle | null;
  readonly passphrase: string;
}

const NO_FILE: OpenFile = { handle: null, passphrase: '' };

/** Saves assessments as files, and knows when that was done last. */
export class FileKeeper {
  readonly #input: FileKeeperInput;
  #savedFiles: ReadonlyMap<string, SavedFile> = $state.raw(new Map());
  /**
   * Files that the browser was given as a download, of which nobody said yet that they are there: when (ISO instant).
   */
  #given: ReadonlyMap<string, string> = $state.raw(new Map());
  readonly #open = new Map<string, OpenFile>();
  #missing: ReadonlyMap<string, readonly EvidenceDocument[]> = $state.raw(new Map());
  readonly #tasks = new Map<string, SaveTask>();

  constructor(input: FileKeeperInput) {
    this.#input = input;
  }

  lastFileOf(assessmentId: string): SavedFile | null {
    return this.#savedFiles.get(assessmentId) ?? null;
  }

  /** When the browser was given the file as a download, while nobody said that it is there. */
  givenAt(assessmentId: string): string | null {
    return this.#given.get(assessmentId) ?? null;
  }

  /** The saving of this assessment's file, wherever its button is. */
  taskOf(assessmentId: string): SaveTask {
    const known = this.#tasks.get(assessmentId) ?? new SaveTask(this.#input.files);
    this.#tasks.set(assessmentId, known);
    return known;
  }

  /** What a person changed since the last file, or since the assessment was begun. */
  changesSince(session: AssessmentSession): number {
    return session.changesAfter(this.lastFileOf(session.identity.id)?.entries ?? 0);
  }

  /** Whether all there is stands in a file, also what counts as no change of its own. */
  holdsAll({ identity, entries }: AssessmentSession): boolean {
    return (this.lastFileOf(identity.id)?.entries ?? -1) >= entries.length;
  }

  /** Whether the file of this assessment is encrypted when it is saved again. */
  isEncrypted(assessmentId: string): boolean {
    return this.#openFile(assessmentId).passphrase !== '';
  }

  /** A file opened with a passphrase is saved with it again. */
  rememberPassphrase(assessmentId: string, passphrase: string): void {
    this.#open.set(assessmentId, { ...this.#openFile(assessmentId), passphrase });
  }

  forget(): void {
    this.#open.clear();
    this.#tasks.clear();
    this.#given = new Map();
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

  /**
   * Saves an assessment as a file, in a pack its own part. The record says so when the file is there: written, or found
   * by the person after a download. Call it in the click itself.
   */
  async save(session: AssessmentSession, choice: SaveChoice = {}): Promise<SaveOutcome> {
    const { id } = session.identity;
    const clean = choice.clean === true;
    const { handle, passphrase: before } = this.#openFile(id);
    const passphrase = choice.passphrase ?? before;
    let part: Omit<PartToSend, 'content'> | null = null;
    const outcome = await this.taskOf(id).save({
      name: this.nameOf(session, {
        ...whose(session, clean),
        extension: passphrase === '' ? 'sextant' : 'sextant.age',
      }),
      mediaType: 'application/octet-stream',
      known: clean || choice.elsewhere === true || passphrase !== before ? null : handle,
      make: async (signal) => {
        const { content, ...facts } = await this.partToSend(session, clean);
        part = facts;
        const { packFile } = await import('./pack-file.ts');
        return packFile(content, { passphrase, signal });
      },
      // A clean copy is for somebody else; a file without its documents is a rescue. Neither is the record.
      kept: async (written) => {
        if (clean) return;
        this.#given = without(this.#given, id);
        this.#open.set(id, { handle: written ?? handle, passphrase });
        if (part?.complete === true) await this.noteSaved(id, part.entries);
      },
    });
    if (outcome.kind === 'handed-over' && !clean) {
      this.#open.set(id, { handle, passphrase });
      const at = new Date(this.#input.surroundings.nowMs()).toISOString();
      this.#given = new Map([...this.#given, [id, at]]);
    }
    return outcome;
  }

  /** The name of a file of an assessment, as it is made today; in the language of the screen, or that of `words`. */
  nameOf(
    session: AssessmentSession,
    file: Pick<NamedFile, 'subject' | 'edition' | 'language' | 'extension'>,
    words?: Pick<Localiser, 't'>,
  ): string {
    const day = localDay(this.#input.surroundings.nowMs());
    const { assessment: state, titleLines: assessment } = session;
    return fileName(words?.t ?? this.#input.fileWords, { ...file, assessment, status: statusOf(state), day });
  }

  /** What leaves this computer: everything, in a pack its institution's part. */
  async partToSend(session: AssessmentSession, clean = false): Promise<PartToSend> {
    const { content: whole, complete } = await this.#contentOf(session);
    const content = await partOf(session, whole, clean);
    const missing = await this.lookForDocuments(session.identity.id, [content]);
    return { content, complete: complete && missing.length === 0, entries: whole.journal.entries.length };
  }

  /** Documents that the last file, pack or copy of an assessment should have had and that are not on this computer. */
  missingFrom(assessmentId: string): readonly EvidenceDocument[] {
    return this.#missing.get(assessmentId) ?? [];
  }

  /** Says which documents files lack that are made now; `missingFrom` names them until the next ones are made. */
  async lookForDocuments(assessmentId: string, contents: readonly SextantFile[]): Promise<readonly EvidenceDocument[]> {
    const { missingDocuments } = await import('../../domain/assessment/documents-in-use.ts');
    const found = contents.flatMap(({ journal, evidence }) => missingDocuments(journal, evidence));
    const missing = [...new Map(found.map((one) => [one.sha256, one])).values()];
    if (missing.length + this.missingFrom(assessmentId).length > 0) {
      this.#missing = new Map([...this.#missing, [assessmentId, missing]]);
    }
    return missing;
  }

  /** That everything up to so many entries is in the file that was opened: a person has it, though not from here. */
  async noteOpened(assessmentId: string, entries: number): Promise<void> {
    await this.#note(assessmentId, entries, { isOpened: true });
  }

  /** That everything up to so many entries is in a file now. */
  async noteSaved(assessmentId: string, entries: number): Promise<void> {
    await this.#note(assessmentId, entries, {});
  }

  async #note(assessmentId: string, entries: number, how: Pick<SavedFile, 'isOpened'>): Promise<void> {
    const record = { at: new Date(this.#input.surroundings.nowMs()).toISOString(), entries, ...how };
    this.#savedFiles = new Map([...this.#savedFiles, [assessmentId, record]]);
    // The file is written; that this computer forgets when is no reason to call it failed.
    await this.#input.store.putSavedFile(assessmentId, record).catch(() => {});
  }

  #openFile(assessmentId: string): OpenFile {
    return this.#open.get(assessmentId) ?? NO_FILE;
  }

  /**
   * What goes into the file, and whether all of it could be read. The entries are in memory, so that a copy can be
   * saved when the storage fails, which is when it is wanted most; only the documents cannot be had then.
   */
  async #contentOf(session: AssessmentSession): Promise<{ content: SextantFile; complete: boolean }> {
    const { store } = this.#input;
    await session.complete().catch((error: unknown) => {
      // A file has its framework as a whole; the rest it does without.
      if (session.framework.isStart === true) throw error;
    });
    const { identity: assessment, framework, entries } = session;
    const [stored, documents] = await Promise.allSettled([
      store.listDamagedLines(assessment.id),
      store.readEvidence(assessment.id),
    ]);
    const { journalOf } = await import('../../domain/journal/merge.ts');
    const damagedLines = stored.status === 'fulfilled' ? stored.value : [];
    const journal = journalOf(entries, [...new Set([...session.damagedTexts, ...damagedLines])]);
    const evidence = documents.status === 'fulfilled' ? documents.value : new Map<string, Uint8Array>();
    const complete = stored.status === 'fulfilled' && documents.status === 'fulfilled';
    return { content: { assessment, framework, journal, evidence }, complete };
  }
}

/** An institution sends back its own part, without history; what it took back stays at home. */
async function partOf(session: AssessmentSession, whole: SextantFile, clean: boolean): Promise<SextantFile> {
  const { task, respondent } = session;
  if (task === null && !clean) return whole;
  const { cleanContent, packContent } = await import('../../exchange/part-of-file.ts');
  const options = { withDraft: task?.draft === true, withRestricted: true };
  const part = task === null ? whole : packContent(whole, respondent, options);
  return clean ? cleanContent(part) : part;
}

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  return new Map([...map].filter(([known]) => known !== key));
}

/** What the file of an assessment is: of a pack, the answers of its institution. */
function whose(session: AssessmentSession, clean: boolean): Pick<NamedFile, 'subject' | 'edition'> {
  const { task, respondent, assessment } = session;
  if (task === null) return { edition: clean ? 'clean' : 'whole' };
  return { subject: assessment.institutions.get(respondent)?.name ?? respondent, edition: clean ? 'clean' : 'answers' };
}
