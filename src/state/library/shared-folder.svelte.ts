import { distinctNames } from '../../domain/file-name.ts';
import type { Journal } from '../../domain/journal/journal.ts';
import type { Problem } from '../../domain/problem.ts';
import { problem } from '../../domain/problem.ts';
import type { MergePlan } from '../../exchange/merge-plan.ts';
import { UnwritableFile } from '../../file/unwritable-file.ts';
import type { FolderAccess, FolderHandle } from '../../storage/folder-access.ts';
import { StorageError } from '../../storage/storage-error.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';
import type { DocumentShelf } from './document-shelf.ts';
import type { FileKeeper } from './file-keeper.svelte.ts';
import type { FolderLine } from './folder-exchange.ts';
import { FolderExchange } from './folder-exchange.ts';
import type { LibraryStore } from './library-store.ts';
import type { SnapshotKeeper } from './snapshot-keeper.ts';
import { sideOf } from './return-place.ts';

export type SharedFolderState =
  | 'none'
  /** A folder was chosen; its files were read, and nothing is written before the person agrees. */
  | 'chosen'
  /** The browser must be allowed again, as after every start of it. */
  | 'paused'
  | 'joined';

/** What of the library a shared folder asks. */
export interface FolderLibrary {
  readonly documents: DocumentShelf;
  readonly files: FileKeeper;
  readonly snapshots: SnapshotKeeper;
  takeInShared(session: AssessmentSession, journal: Journal, evidence: ReadonlyMap<string, Uint8Array>): Promise<void>;
}

interface SharedFolderInput {
  readonly session: AssessmentSession;
  readonly library: FolderLibrary;
  readonly store: LibraryStore;
  readonly access: FolderAccess;
}

const CODES: Readonly<Record<string, string>> = {
  NotFoundError: 'folder.unreachable',
  NotReadableError: 'folder.unreachable',
  NotAllowedError: 'folder.notAllowed',
  SecurityError: 'folder.notAllowed',
  NoModificationAllowedError: 'folder.locked',
  QuotaExceededError: 'folder.full',
};
const MARK_LENGTH = 8;

/**
 * What went wrong in the folder, in the storage of this computer when it was about to take something in, or with what
 * was to be written.
 */
function problemOf(error: unknown): Problem {
  if (error instanceof StorageError || error instanceof UnwritableFile) return error.problem;
  const name = error instanceof Error || error instanceof DOMException ? error.name : typeof error;
  const code = Object.hasOwn(CODES, name) ? CODES[name] : undefined;
  return problem(code ?? 'folder.failed', '', [], code === undefined ? { reason: name } : {});
}

/**
 * An assessment in a folder that several people share: this computer writes one file there and reads those of the
 * others (docs/file-formats.md section 10).
 */
export class SharedFolder {
  readonly #input: SharedFolderInput;
  #state: SharedFolderState = $state.raw('none');
  #handle: FolderHandle | null = null;
  #fileName: string = $state.raw('');
  #lines: readonly FolderLine[] = $state.raw([]);
  #plan: MergePlan | null = $state.raw(null);
  #problem: Problem | null = $state.raw(null);
  #exchangedAt: string | null = $state.raw(null);
  #complete: boolean = $state.raw(true);
  #busy: Promise<void> | null = $state.raw(null);
  #exchange: FolderExchange | null = null;

  constructor(input: SharedFolderInput) {
    this.#input = input;
  }

  get state(): SharedFolderState {
    return this.#state;
  }

  get folderName(): string {
    return this.#handle === null ? '' : this.#input.access.nameOf(this.#handle);
  }

  /** The one file that this computer writes. */
  get fileName(): string {
    return this.#fileName;
  }

  /** An institution's copy writes its part and reads nothing. */
  get reads(): boolean {
    return this.#input.session.task === null;
  }

  get lines(): readonly FolderLine[] {
    return this.#lines;
  }

  /** What a person must look at before it is taken in; null where nothing waits. */
  get plan(): MergePlan | null {
    return this.#plan;
  }

  get problem(): Problem | null {
    return this.#problem;
  }

  /** ISO instant of the last exchange that worked. */
  get exchangedAt(): string | null {
    return this.#exchangedAt;
  }

  /** False when a document of this computer could not be written along. */
  get complete(): boolean {
    return this.#complete;
  }

  get busy(): boolean {
    return this.#busy !== null;
  }

  /** Whether everything of this computer goes into the folder unencrypted although the person encrypts the file. */
  get isPlainBesideEncrypted(): boolean {
    return this.#input.library.files.isEncrypted(this.#input.session.identity.id);
  }

  /** Goes on with the folder of last time, as far as the browser allows it without asking. */
  async resume(): Promise<void> {
    const { store, access, session } = this.#input;
    // A folder that cannot be read of the storage is chosen anew.
    const stored = access.available ? await store.readFolder(session.identity.id).catch(() => null) : null;
    if (stored === null) return;
    this.#use(stored.handle, stored.fileName);
    this.#state = (await access.isAllowed(stored.handle, false)) ? 'joined' : 'paused';
  }

  /** Asks for a folder and reads it; writes nothing. `label` begins the name of the own file. Call it from a click. */
  async choose(label: string): Promise<void> {
    const { access, session } = this.#input;
    this.#problem = null;
    try {
      const folder = await access.choose();
      if (folder === null) return;
      // The same folder as before goes on with the same file.
      const known = await this.#input.store.readFolder(session.identity.id).catch(() => null);
      const again = known !== null && (await isSame(known.handle, folder));
      const mark = this.#input.session.newId().slice(0, MARK_LENGTH);
      this.#use(
        folder,
        again ? known.fileName : `${distinctNames([{ text: label, fallback: '' }])[0]}-${mark}.sextant`,
      );
      this.#state = 'chosen';
      await this.#look();
    } catch (error) {
      this.#problem = problemOf(error);
    }
  }

  /** Takes in what was shown, writes the own file, and goes on by itself from then on. */
  async join(): Promise<void> {
    const { store, session } = this.#input;
    if (this.#handle === null) return;
    try {
      await this.#confirm();
    } catch (error) {
      this.#problem = problemOf(error);
      return;
    }
    const stored = { handle: this.#handle, fileName: this.#fileName };
    // A browser that cannot keep the folder asks for it again the next time.
    await store.putFolder(session.identity.id, stored).catch(() => {});
    this.#state = 'joined';
    await this.exchange();
  }

  /** Asks the browser again for the folder of last time. Call it from a click. */
  async allow(): Promise<void> {
    if (this.#handle === null || !(await this.#input.access.isAllowed(this.#handle, true))) return;
    this.#state = 'joined';
    await this.exchange();
  }

  /** Stops; the files in the folder stay where they are. */
  async leave(): Promise<void> {
    const { store, session } = this.#input;
    this.#state = 'none';
    this.#handle = null;
    this.#exchange = null;
    this.#lines = [];
    this.#plan = this.#problem = this.#exchangedAt = null;
    // A folder that could not be forgotten is offered again the next time, and can be left again.
    await store.putFolder(session.identity.id, null).catch(() => {});
  }

  /** Takes in what waited and was looked at; then goes on. */
  async takeIn(): Promise<void> {
    try {
      await this.#confirm();
    } catch (error) {
      this.#problem = problemOf(error);
      return;
    }
    await this.exchange();
  }

  async #confirm(): Promise<void> {
    const plan = this.#plan;
    if (plan === null) return;
    if (plan.freshEntries > 0) await this.#input.library.snapshots.take(this.#input.session, true);
    await this.#exchange?.confirm(plan);
    this.#plan = null;
  }

  /** Reads the others and writes the own file, where that is due. Never throws; `problem` says what went wrong. */
  exchange(): Promise<void> {
    if (this.#state !== 'joined') return Promise.resolve();
    this.#busy ??= this.#run().finally(() => (this.#busy = null));
    return this.#busy;
  }

  async #run(): Promise<void> {
    const exchange = this.#exchange;
    if (exchange === null) return;
    // What is entered meanwhile is for the next time.
    const entries = this.#input.session.entries.length;
    try {
      const { lines, plan, complete } = await exchange.exchange();
      if (this.#state !== 'joined') return;
      this.#lines = lines;
      this.#plan = plan;
      this.#complete = complete;
      await this.#noteSaved(entries, complete);
      this.#problem = null;
      this.#exchangedAt = new Date(this.#input.session.nowMs()).toISOString();
    } catch (error) {
      this.#problem = problemOf(error);
      if (this.#problem.code === 'folder.notAllowed' && this.#state === 'joined') this.#state = 'paused';
    }
  }

  /** The folder is a place where files are kept: who works in it is not reminded to save one. */
  async #noteSaved(entries: number, complete: boolean): Promise<void> {
    const { library, session } = this.#input;
    if (complete && !library.files.holdsAll(session)) {
      await library.files.noteSaved(session.identity.id, entries);
    }
  }

  async #look(): Promise<void> {
    if (this.#exchange === null) return;
    const { lines, plan } = await this.#exchange.look();
    this.#lines = lines;
    this.#plan = plan;
  }

  #use(folder: FolderHandle, fileName: string): void {
    const { session, library, access } = this.#input;
    this.#handle = folder;
    this.#fileName = fileName;
    const reads = this.reads;
    this.#exchange = new FolderExchange({
      access,
      folder,
      fileName,
      party: {
        reads,
        nowMs: () => session.nowMs(),
        side: () => sideOf(session),
        sizes: () => library.documents.sizes(session.identity.id),
        part: () => library.files.partToSend(session),
        takeIn: (journal, evidence) => library.takeInShared(session, journal, evidence),
      },
    });
  }
}

/** Whether two handles are of one folder; browsers compare them, fakes are the same or not. */
async function isSame(one: FolderHandle, other: FolderHandle): Promise<boolean> {
  const compare = (one as Partial<FileSystemHandle>).isSameEntry;
  return compare === undefined ? one === other : compare.call(one as FileSystemHandle, other as FileSystemHandle);
}
