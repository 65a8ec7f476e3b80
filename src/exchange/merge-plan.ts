import { documentsInUse } from '../domain/assessment/documents-in-use.ts';
import type { Newcomer } from '../domain/institutions/newcomers.ts';
import type { Journal } from '../domain/journal/journal.ts';
import type { MergeSide } from '../domain/returns/preview-merge.ts';
import { mergeJournals } from '../domain/journal/merge.ts';
import type { FilePreview } from '../domain/returns/preview-merges.ts';
import { MergesPlanner } from '../domain/returns/preview-merges.ts';
import type { Problem } from '../domain/problem.ts';
import { checkFileRoom, sizesOf } from '../file/check-file-room.ts';
import type { ReadFile, SettledIntake } from './read-file.ts';

/** What would become of one file, before anything is written. */
export interface MergeFileLine {
  readonly fileName: string;
  /** Whose pack it is; null where it is somebody's whole copy, or cannot be read. */
  readonly institution: string | null;
  /** Why it stays out; empty where it can be taken in. */
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
  readonly preview: FilePreview | null;
  /** Documents that are listed here already, and are not at hand. */
  readonly documents: number;
  /** Of a form that was filled in elsewhere. */
  readonly intake: SettledIntake | null;
}

export interface MergePlan {
  readonly files: readonly MergeFileLine[];
  /** Registers that would have differing versions and have none now. */
  readonly conflicts: readonly string[];
  readonly freshEntries: number;
  /** The same of all files, each counted once. */
  readonly documents: number;
  /** Institutions that the files bring, and that may be some that are here: to be asked about. */
  readonly newcomers: readonly Newcomer[];
  /** What is to be written: what is here already is not in it. */
  readonly journal: Journal;
  readonly evidence: ReadonlyMap<string, Uint8Array>;
}

/** Files that would bring more than the file of the assessment can hold, one after the other, stay out with the reason. */
function refuseWithoutRoom(
  mine: MergeSide,
  read: readonly ReadFile[],
  held: ReadonlyMap<string, number>,
): readonly ReadFile[] {
  const together = mergeJournals(mine.journal, ...read.flatMap(({ side }) => side?.journal ?? []));
  const all = new Map([...held, ...read.flatMap(({ evidence }) => [...sizesOf(evidence)])]);
  // Which is nearly always so, and cheaper than one after the other.
  if (checkFileRoom(together, all).length === 0) return read;
  let [journal, sizes] = [mine.journal, held];
  return read.map((file) => {
    if (file.side === null) return file;
    const next = {
      journal: mergeJournals(journal, file.side.journal),
      sizes: new Map([...sizes, ...sizesOf(file.evidence)]),
    };
    const found = checkFileRoom(next.journal, next.sizes);
    if (found.length > 0) return { ...file, problems: [...file.problems, ...found], side: null, evidence: new Map() };
    [journal, sizes] = [next.journal, next.sizes];
    return file;
  });
}

interface PlanInput {
  readonly mine: MergeSide;
  /** UTC milliseconds. */
  readonly nowMs: number;
  /** Bytes by SHA-256 of the documents here, where documents are to be counted; without it nothing is refused for its size. */
  readonly held?: ReadonlyMap<string, number> | null;
  /** Gives 16 hexadecimal digits for the ids of what settles returns; without it returns are joined as they are. */
  readonly random?: (() => string) | null;
}

/**
 * Plans what taking in several files would do to an assessment, and plans again where one of them was read anew. Files that
 * are refused stay out and leave the others as they are.
 */
export class MergePlanner {
  readonly #mine: MergeSide;
  readonly #held: ReadonlyMap<string, number> | null;
  readonly #merges: MergesPlanner;

  constructor({ mine, nowMs, held = null, random = null }: PlanInput) {
    this.#mine = mine;
    this.#held = held;
    this.#merges = new MergesPlanner(mine, nowMs, random);
  }

  /** `same` are newcomers that a person said to be institutions that are here, by id; null where nobody is asked. */
  plan(given: readonly ReadFile[], same: ReadonlyMap<string, string> | null = null): MergePlan {
    const [mine, held] = [this.#mine, this.#held];
    const read = held === null ? given : refuseWithoutRoom(mine, given, held);
    const sides = read.flatMap(({ side }) => side ?? []);
    const { files, brought, conflicts, newcomers } = this.#merges.preview(sides, same ?? undefined);
    const previewOf = new Map(sides.map((side, index) => [side, files[index]]));
    const counted = held !== null && read.some(({ evidence }) => evidence.size > 0);
    const used = counted ? documentsInUse(mine.journal) : null;
    const isMissing = (sha256: string) => used?.has(sha256) === true && held?.has(sha256) === false;
    const lines = read.map(({ fileName, problems, notices, side, institution, intake, evidence }): MergeFileLine => {
      const preview = side === null ? null : (previewOf.get(side) ?? null);
      return {
        fileName,
        institution,
        problems: [...problems, ...(preview?.refused ?? [])],
        // Whoever is asked need not be told.
        notices: [...notices, ...(preview?.notices ?? [])].filter(
          ({ code }) => same === null || code !== 'merge.alikeInstitutions',
        ),
        preview,
        documents: [...evidence.keys()].filter(isMissing).length,
        intake,
      };
    });
    const taken = read.filter((_, index) => lines[index]?.problems.length === 0);
    const evidence = new Map(taken.flatMap((file) => [...file.evidence]));
    return {
      files: lines,
      documents: [...evidence.keys()].filter(isMissing).length,
      conflicts,
      newcomers,
      freshEntries: files.reduce(
        (sum, { refused, newEntries, completedEntries }) =>
          refused.length > 0 ? sum : sum + newEntries + completedEntries,
        0,
      ),
      journal: brought,
      evidence,
    };
  }
}

/** The same once. */
export function planMerge(input: PlanInput, given: readonly ReadFile[]): MergePlan {
  return new MergePlanner(input).plan(given);
}
