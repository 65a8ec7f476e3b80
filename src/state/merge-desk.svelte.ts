import { journalOf } from '../domain/journal/merge.ts';
import type { Problem } from '../domain/problem.ts';
import type { FrameworkMemory } from '../file/framework-memory.ts';
import type { AssessmentSession } from './assessment-session.svelte.ts';
import type { Library } from './library.svelte.ts';
import type { MergePlan, ReadFile } from './merge-plan.ts';
import { problemOfWrite } from './problem-of-write.ts';
import { readWhole, unreadableFile } from './read-whole.ts';
import { asReadFile, planMerge } from './merge-plan.ts';

interface GivenFile {
  readonly fileName: string;
  /** Null where it could not be read. */
  readonly bytes: Uint8Array | null;
}

/** Lets the page draw between two files. */
const breathe = () => new Promise((resolve) => setTimeout(resolve));

/** The file itself, or the returned files that somebody put into a zip. */
async function unpack(file: File): Promise<GivenFile[]> {
  const { filesInZip } = await import('../file/read-returned-file.ts');
  const bytes = await readWhole(file);
  const inside = bytes === null ? null : filesInZip(bytes);
  if (inside === null) return [{ fileName: file.name, bytes }];
  return [...inside].map(([name, content]) => ({ fileName: `${file.name} / ${name}`, bytes: content }));
}

/** How much a merge brought. */
interface TakenIn {
  readonly entries: number;
  readonly documents: number;
}

/** Takes in what institutions send back: many files, one preview, one write, one undo. */
export class MergeDesk {
  readonly #session: AssessmentSession;
  readonly #library: Library;
  #plan: MergePlan | null = $state.raw(null);
  #reading: { readonly done: number; readonly of: number } | null = $state.raw(null);
  #undoProblems: readonly Problem[] = $state.raw([]);
  #taken: TakenIn | null = $state.raw(null);
  #problem: Problem | null = $state.raw(null);

  constructor(session: AssessmentSession, library: Library) {
    this.#session = session;
    this.#library = library;
  }

  /** The files as they were read, until they are taken in or put away. */
  get plan(): MergePlan | null {
    return this.#plan;
  }

  get reading(): { readonly done: number; readonly of: number } | null {
    return this.#reading;
  }

  /** What the last merge of this page brought; null without one, or when it was undone. */
  get taken(): TakenIn | null {
    return this.#taken;
  }

  /** Why the files could not be taken in. */
  get problem(): Problem | null {
    return this.#problem;
  }

  get undoProblems(): readonly Problem[] {
    return this.#undoProblems;
  }

  /** Reads files and says what taking them in would do; writes nothing. */
  async read(files: readonly File[]): Promise<void> {
    this.putAway();
    const { FrameworkMemory } = await import('../file/framework-memory.ts');
    const memory = new FrameworkMemory();
    const given: GivenFile[] = [];
    for (const file of files) {
      this.#reading = { done: 0, of: files.length };
      given.push(...(await unpack(file)));
    }
    const read: ReadFile[] = [];
    for (const file of given) {
      this.#reading = { done: read.length, of: given.length };
      await breathe();
      read.push(await this.#readOne(file, memory));
    }
    const { identity: assessment, framework, entries, damagedTexts } = this.#session;
    const mine = { assessment, framework, journal: journalOf(entries, damagedTexts) };
    const held = await this.#library.documents.list(assessment.id);
    this.#plan = planMerge(mine, read, this.#session.nowMs(), held);
    this.#reading = null;
  }

  async #readOne({ fileName, bytes }: GivenFile, memory: FrameworkMemory): Promise<ReadFile> {
    if (bytes === null) return asReadFile(fileName, { ok: false, problems: [unreadableFile(fileName)] });
    const { readReturnedFile } = await import('../file/read-returned-file.ts');
    const result = await readReturnedFile(bytes, fileName, memory);
    if (!result.ok) return asReadFile(fileName, result);
    if (result.value.kind === 'assessment') return asReadFile(fileName, { ...result, value: result.value.file });
    const { takeInWorkbook } = await import('../domain/workbook/take-in-workbook.ts');
    const { identity: assessment, framework, assessment: state } = this.#session;
    const target = { assessment, framework, institutions: state.institutions };
    const side = takeInWorkbook(result.value.sheets, target);
    if (!side.ok) return asReadFile(fileName, side);
    const { institution } = side.value;
    return { fileName, problems: [], notices: side.advice, side: side.value, institution, evidence: new Map() };
  }

  putAway(): void {
    this.#problem = null;
    this.#plan = null;
  }

  /** Takes in what can be, in one write; where that fails nothing of it was written, and it can be tried again. */
  async confirm(): Promise<void> {
    const plan = this.#plan;
    if (plan === null) return;
    this.#problem = await problemOfWrite(() => this.#library.takeIn(this.#session, plan.journal, plan.evidence));
    if (this.#problem !== null) return;
    this.#taken = { entries: plan.freshEntries, documents: plan.documents };
    this.#undoProblems = [];
    this.#plan = null;
  }

  /** Takes out exactly what the last merge brought in, or says what builds on it since. */
  async undo(): Promise<void> {
    let found: readonly Problem[] = [];
    const failed = await problemOfWrite(async () => (found = await this.#library.undoMerge()));
    this.#undoProblems = failed === null ? found : [failed];
    if (this.#undoProblems.length === 0) this.#taken = null;
  }
}
