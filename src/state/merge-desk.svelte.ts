import { readAssessment } from '../domain/assessment/read-assessment.ts';
import { findTask } from '../domain/institutions/find-task.ts';
import { fold } from '../domain/journal/fold.ts';
import type { Journal } from '../domain/journal/journal.ts';
import { journalOf } from '../domain/journal/merge.ts';
import type { MergePreview, MergeSide } from '../domain/journal/preview-merge.ts';
import { previewMerges } from '../domain/journal/preview-merges.ts';
import type { Problem } from '../domain/problem.ts';
import type { AssessmentSession } from './assessment-session.svelte.ts';
import type { Library } from './library.svelte.ts';

/** What became of one dropped file, before anything is written. */
export interface MergeFileLine {
  readonly fileName: string;
  /** Whose pack it is; null where it is somebody's whole copy, or cannot be read. */
  readonly institution: string | null;
  /** Why it stays out; empty where it can be taken in. */
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
  readonly preview: MergePreview | null;
}

export interface MergePlan {
  readonly files: readonly MergeFileLine[];
  readonly conflicts: readonly string[];
  readonly freshEntries: number;
  readonly journal: Journal;
  readonly evidence: ReadonlyMap<string, Uint8Array>;
}

interface ReadFile {
  readonly fileName: string;
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
  readonly side: MergeSide | null;
  readonly evidence: ReadonlyMap<string, Uint8Array>;
}

/** Lets the page draw between two files. */
const breathe = () => new Promise((resolve) => setTimeout(resolve));

function institutionOf({ framework, journal }: MergeSide): string | null {
  const task = findTask(readAssessment(fold(journal.entries), framework));
  return task?.institutions.length === 1 ? (task.institutions[0] ?? null) : null;
}

/** Takes in what institutions send back: many files, one preview, one write, one undo. */
export class MergeDesk {
  readonly #session: AssessmentSession;
  readonly #library: Library;
  #plan: MergePlan | null = $state.raw(null);
  #reading: { readonly done: number; readonly of: number } | null = $state.raw(null);
  #undoProblems: readonly Problem[] = $state.raw([]);
  #taken: number | null = $state.raw(null);

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

  /** How many entries the last merge of this page brought; null without one, or when it was undone. */
  get taken(): number | null {
    return this.#taken;
  }

  get undoProblems(): readonly Problem[] {
    return this.#undoProblems;
  }

  /** Reads files and says what taking them in would do; writes nothing. */
  async read(files: readonly File[]): Promise<void> {
    this.#plan = null;
    const { FrameworkMemory } = await import('../file/framework-memory.ts');
    const { readSextantFile } = await import('../file/read-sextant-file.ts');
    const memory = new FrameworkMemory();
    const read: ReadFile[] = [];
    for (const file of files) {
      this.#reading = { done: read.length, of: files.length };
      await breathe();
      const result = readSextantFile(new Uint8Array(await file.arrayBuffer()), memory);
      read.push(
        result.ok
          ? {
              fileName: file.name,
              problems: [],
              notices: result.advice,
              side: result.value,
              evidence: result.value.evidence,
            }
          : { fileName: file.name, problems: result.problems, notices: [], side: null, evidence: new Map() },
      );
    }
    this.#plan = this.#compare(read);
    this.#reading = null;
  }

  #compare(read: readonly ReadFile[]): MergePlan {
    const { identity, framework, entries, damagedTexts } = this.#session;
    const mine = { assessment: identity, framework, journal: journalOf(entries, damagedTexts) };
    const sides = read.flatMap(({ side }) => side ?? []);
    const previews = previewMerges(mine, sides, this.#session.nowMs());
    const previewOf = new Map(sides.map((side, index) => [side, previews.files[index]]));
    const lines = read.map(({ fileName, problems, notices, side }): MergeFileLine => {
      const preview = side === null ? null : (previewOf.get(side) ?? null);
      return {
        fileName,
        institution: side === null ? null : institutionOf(side),
        problems: [...problems, ...(preview?.refused ?? [])],
        notices: [...notices, ...(preview?.notices ?? [])],
        preview,
      };
    });
    const own = new Set(mine.journal.entries);
    const ownLines = new Set(mine.journal.damagedLines);
    const taken = read.filter((_, index) => lines[index]?.problems.length === 0);
    return {
      files: lines,
      conflicts: previews.conflicts,
      freshEntries: previews.files.reduce(
        (sum, { refused, newEntries, completedEntries }) =>
          refused.length > 0 ? sum : sum + newEntries + completedEntries,
        0,
      ),
      // What is here already need not be written again.
      journal: {
        entries: previews.merged.entries.filter((entry) => !own.has(entry)),
        damagedLines: previews.merged.damagedLines.filter((line) => !ownLines.has(line)),
      },
      evidence: new Map(taken.flatMap(({ evidence }) => [...evidence])),
    };
  }

  putAway(): void {
    this.#plan = null;
  }

  /** Takes in what can be, in one write. */
  async confirm(): Promise<void> {
    const plan = this.#plan;
    if (plan === null) return;
    await this.#library.takeIn(this.#session, plan.journal, plan.evidence);
    this.#taken = plan.freshEntries;
    this.#undoProblems = [];
    this.#plan = null;
  }

  /** Takes out exactly what the last merge brought in, or says what builds on it since. */
  async undo(): Promise<void> {
    this.#undoProblems = await this.#library.undoMerge();
    if (this.#undoProblems.length === 0) this.#taken = null;
  }
}
