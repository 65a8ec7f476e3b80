import { isStub } from '../../domain/journal/entry-schema.ts';
import type { Journal } from '../../domain/journal/journal.ts';
import type { MergeSide } from '../../domain/returns/preview-merge.ts';
import type { Problem } from '../../domain/problem.ts';
import { problem } from '../../domain/problem.ts';
import { MAXIMUM_FILE_BYTES } from '../../domain/limits.ts';
import type { MergePlan } from '../../exchange/merge-plan.ts';
import { planMerge } from '../../exchange/merge-plan.ts';
import type { ReadFile } from '../../exchange/read-file.ts';
import { onThisVersion, refusedFile, wholeFile } from '../../exchange/read-file.ts';
import { FrameworkMemory } from '../../file/framework-memory.ts';
import { isEncrypted } from '../../file/is-encrypted.ts';
import { readSextantFile } from '../../file/read-sextant-file.ts';
import type { SextantFile } from '../../file/sextant-file.ts';
import { documentsToWrite } from '../../file/write-sextant-file.ts';
import type { FileMark, FolderAccess, FolderFile, FolderHandle } from '../../storage/folder-access.ts';
import { packFile } from './pack-file.ts';

/** What this computer writes. */
export interface FolderPart {
  readonly content: SextantFile;
  /** With all its documents. */
  readonly complete: boolean;
}

/** Whoever works in the folder from this computer. */
export interface FolderParty {
  /** An institution's part is written to the folder and nothing is read: the opinions of others are not its business. */
  readonly reads: boolean;
  nowMs(): number;
  /** The assessment as it stands here. */
  side(): MergeSide;
  /** The documents that are here: bytes by SHA-256. */
  sizes(): Promise<ReadonlyMap<string, number>>;
  part(): Promise<FolderPart>;
  /** Takes in entries and documents, durably. */
  takeIn(journal: Journal, evidence: ReadonlyMap<string, Uint8Array>): Promise<void>;
}

/** What an exchange came to. */
export interface FolderOutcome extends FolderLook {
  /** False where a document of this computer could not be written. */
  readonly complete: boolean;
}

/** What a person sees of a file in the folder. */
export interface FolderLine {
  readonly name: string;
  readonly state: 'own' | 'read' | 'waiting' | 'incomplete' | 'refused' | 'foreign';
  readonly problems: readonly Problem[];
}

export interface FolderLook {
  readonly lines: readonly FolderLine[];
  /** What waits for a person; null where nothing does. */
  readonly plan: MergePlan | null;
}

interface KnownFile {
  readonly mark: string;
  /** Until it was taken in; afterwards without content. */
  readonly read: ReadFile;
  readonly settled: boolean;
  /** SHA-256 of the documents in it. */
  readonly documents: ReadonlySet<string>;
}

const NAME = /\.sextant(\.age)?$/i;
/** What systems and browsers lay beside the files of people. */
const NOT_OF_PEOPLE = /^[.~]|\.(crswap|tmp)$|^(desktop\.ini|thumbs\.db)$/i;
/** What a file looks like whose end has not arrived yet, or that another program holds. */
const INCOMPLETE: ReadonlySet<string> = new Set(['file.truncated', 'file.notZip', 'file.damaged', 'folder.unreadable']);
/** Said before anything is taken in, even by itself. */
const ASKS_FIRST = 'merge.clockAhead';

const markOf = ({ sizeBytes, modifiedMs }: FileMark) => `${sizeBytes}/${modifiedMs}`;
const refused = (name: string, code: string) => refusedFile(name, [problem(code, '', [], { name })]);
const isIncomplete = ({ problems }: ReadFile) =>
  problems.length > 0 && problems.every(({ code }) => INCOMPLETE.has(code));

/** What is told apart when files are compared: entries, whole or as stubs, and damaged lines. */
function piecesOf({ entries, damagedLines }: Journal): string[] {
  return [...entries.map((entry) => (isStub(entry) ? `stub ${entry.id}` : entry.id)), ...damagedLines];
}

function isHarmless(plan: MergePlan): boolean {
  const notices = plan.files.flatMap(({ notices: said }) => said);
  return plan.conflicts.length === 0 && !notices.some(({ code }) => code === ASKS_FIRST);
}

/**
 * The exchange with a shared folder: this computer writes one file of its own and reads those of the others, each only
 * when it changed. Whatever the order in which computers write and read, all end with the same entries, because a
 * merge is a union (docs/file-formats.md section 10). Methods throw what the access throws.
 */
export class FolderExchange {
  readonly #access: FolderAccess;
  readonly #folder: FolderHandle;
  readonly #fileName: string;
  readonly #party: FolderParty;
  readonly #frameworks = new FrameworkMemory();
  #known: ReadonlyMap<string, KnownFile> = new Map();
  /** What the files of others hold, as far as they were read: it need not stand in the own file too. */
  readonly #covered = new Set<string>();
  /** What the own file holds; null where it is not there, or not readable. */
  #held: ReadonlySet<string> | null = null;

  constructor(input: { access: FolderAccess; folder: FolderHandle; fileName: string; party: FolderParty }) {
    this.#access = input.access;
    this.#folder = input.folder;
    this.#fileName = input.fileName;
    this.#party = input.party;
  }

  /** Reads what changed and says what it would bring; writes nothing, here or there. */
  async look(): Promise<FolderLook> {
    const files = await this.#access.list(this.#folder);
    const known = new Map<string, KnownFile>();
    for (const file of files) {
      if (this.#isToBeRead(file)) known.set(file.name, await this.#read(file));
    }
    this.#forgetVanished(known);
    this.#known = known;
    this.#held = this.#heldByOwn();
    const unsettled = this.#unsettled();
    // Reading every document for its size is done only where something may be added to it.
    const sizes = unsettled.some(({ side }) => side !== null) ? await this.#party.sizes() : null;
    const plan = this.#plan(unsettled, sizes);
    this.#rememberRefusals(plan);
    return { lines: this.#lines(files), plan };
  }

  /**
   * Takes in what needs nobody's eye, and writes the own file where it lags behind. What would make differing versions,
   * or comes from a clock far ahead, waits in `plan`.
   */
  exchange(): Promise<FolderOutcome> {
    // Another tab of this browser writes the same file: one after the other, each reading what the other wrote.
    return this.#access.inTurn(`sextant-folder-${this.#fileName}`, async () => {
      let { lines, plan } = await this.look();
      if (plan !== null && isHarmless(plan)) {
        await this.confirm(plan);
        lines = this.#settle(lines);
        plan = null;
      } else await this.#takeInOwn();
      const complete = await this.#write();
      return { lines, plan, complete };
    });
  }

  /** Takes in what a person has seen. */
  async confirm(plan: MergePlan): Promise<void> {
    await this.#party.takeIn(plan.journal, plan.evidence);
  }

  /** Whoever held something is gone, or damaged: everything of this computer counts as missing in the folder again. */
  #forgetVanished(next: ReadonlyMap<string, KnownFile>): void {
    const vanished = [...this.#known].some(([name, { read }]) => {
      const now = next.get(name)?.read;
      return !isIncomplete(read) && (now === undefined || isIncomplete(now));
    });
    if (vanished) this.#covered.clear();
  }

  #heldByOwn(): ReadonlySet<string> | null {
    const own = this.#known.get(this.#fileName);
    if (own === undefined) return null;
    if (own.settled) return this.#held;
    return own.read.side === null ? null : new Set(piecesOf(own.read.side.journal));
  }

  #isToBeRead({ name }: FolderFile): boolean {
    return NAME.test(name) && !NOT_OF_PEOPLE.test(name) && (this.#party.reads || name === this.#fileName);
  }

  #unsettled(): ReadFile[] {
    return [...this.#known.values()].filter(({ settled }) => !settled).map(({ read }) => read);
  }

  async #read(file: FolderFile): Promise<KnownFile> {
    const mark = markOf(file);
    const known = this.#known.get(file.name);
    // What is incomplete is looked at again: its end may arrive without another size or date.
    if (known?.mark === mark && !isIncomplete(known.read)) return known;
    const read = await this.#open(file);
    return { mark, read, settled: false, documents: new Set(read.evidence.keys()) };
  }

  async #open(file: FolderFile): Promise<ReadFile> {
    if (file.sizeBytes > MAXIMUM_FILE_BYTES) {
      const params = { bytes: file.sizeBytes, maximum: MAXIMUM_FILE_BYTES };
      return refusedFile(file.name, [problem('file.tooBig', '', [], params)]);
    }
    let bytes: Uint8Array;
    try {
      bytes = await file.read();
    } catch {
      return refused(file.name, 'folder.unreadable');
    }
    if (isEncrypted(bytes)) return refused(file.name, 'file.encrypted');
    const read = readSextantFile(bytes, this.#frameworks);
    return read.ok ? wholeFile(file.name, read.value, read.advice) : refusedFile(file.name, read.problems);
  }

  #plan(files: readonly ReadFile[], held: ReadonlyMap<string, number> | null): MergePlan {
    const [mine, nowMs] = [this.#party.side(), this.#party.nowMs()];
    return planMerge(
      { mine, nowMs, held },
      files.map((file) => onThisVersion(file, mine.framework)),
    );
  }

  /** A file of another assessment stays one: it need not be held and compared again. */
  #rememberRefusals({ files }: MergePlan): void {
    for (const { fileName, problems } of files) {
      const known = this.#known.get(fileName);
      if (known === undefined || problems.length === 0) continue;
      const read = { ...known.read, problems, side: null, evidence: new Map<string, Uint8Array>() };
      this.#known = new Map([...this.#known, [fileName, { ...known, read, documents: new Set() }]]);
    }
  }

  #lines(files: readonly FolderFile[]): FolderLine[] {
    const shown = files.filter(({ name }) => this.#party.reads || name === this.#fileName);
    return shown.flatMap(({ name }): FolderLine[] => {
      if (name === this.#fileName) return [{ name, state: 'own', problems: [] }];
      const known = this.#known.get(name);
      if (known === undefined) return NOT_OF_PEOPLE.test(name) ? [] : [{ name, state: 'foreign', problems: [] }];
      const { problems } = known.read;
      if (known.settled) return [{ name, state: 'read', problems }];
      if (isIncomplete(known.read)) return [{ name, state: 'incomplete', problems }];
      return [{ name, state: problems.length > 0 ? 'refused' : 'waiting', problems }];
    });
  }

  /** Everything that could be taken in is here now: its content need not be held any longer. */
  #settle(lines: readonly FolderLine[]): FolderLine[] {
    const here = new Set(lines.filter(({ state }) => state === 'own' || state === 'waiting').map(({ name }) => name));
    for (const { fileName, side } of this.#unsettled()) {
      if (fileName === this.#fileName || side === null) continue;
      for (const piece of piecesOf(side.journal)) this.#covered.add(piece);
    }
    this.#known = new Map(
      [...this.#known].map(([name, known]) => [
        name,
        here.has(name) && !isIncomplete(known.read)
          ? { ...known, settled: true, read: { ...known.read, side: null, evidence: new Map() } }
          : known,
      ]),
    );
    return lines.map((line) => (line.state === 'waiting' ? { ...line, state: 'read' } : line));
  }

  /** What the own file holds was said here, in another tab: it never waits, or writing would take it out. */
  async #takeInOwn(): Promise<void> {
    const own = this.#known.get(this.#fileName);
    if (own === undefined || own.settled || own.read.side === null) return;
    const { journal, evidence } = this.#plan([own.read], null);
    await this.#party.takeIn(journal, evidence);
  }

  /** Writes the own file where this computer has something that no file in the folder holds. */
  async #write(): Promise<boolean> {
    const { content, complete } = await this.#party.part();
    const evidence = new Map([...documentsToWrite(content)].filter(([sha256]) => !this.#isHeldByAnother(sha256)));
    const pieces = piecesOf(content.journal);
    const own = this.#known.get(this.#fileName);
    const [held, documents] = [this.#held, own?.documents ?? new Set()];
    const lags =
      held === null ||
      pieces.some((piece) => !held.has(piece) && !this.#covered.has(piece)) ||
      [...evidence.keys()].some((sha256) => !documents.has(sha256));
    if (!lags) return complete;
    const bytes = await packFile({ ...content, evidence });
    const mark = markOf(await this.#access.write(this.#folder, this.#fileName, bytes));
    const read = refusedFile(this.#fileName, []);
    const written = { mark, read, settled: true, documents: new Set(evidence.keys()) };
    this.#known = new Map([...this.#known, [this.#fileName, written]]);
    this.#held = new Set(pieces);
    return complete;
  }

  /** A document stands in one file: where it was first, and of two at once in that with the first name. */
  #isHeldByAnother(sha256: string): boolean {
    const mine = this.#known.get(this.#fileName)?.documents.has(sha256) === true;
    return [...this.#known].some(
      ([name, { documents }]) => name !== this.#fileName && documents.has(sha256) && (!mine || name < this.#fileName),
    );
  }
}
