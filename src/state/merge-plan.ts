import { documentsInUse } from '../domain/assessment/documents-in-use.ts';
import type { Intake, SettledCell } from '../domain/intake/open-cells.ts';
import type { Journal } from '../domain/journal/journal.ts';
import type { Newcomer } from '../domain/institutions/newcomers.ts';
import type { MergeSide } from '../domain/journal/preview-merge.ts';
import { mergeJournals } from '../domain/journal/merge.ts';
import type { FilePreview } from '../domain/journal/preview-merges.ts';
import { previewMerges } from '../domain/journal/preview-merges.ts';
import type { Problem, Result } from '../domain/problem.ts';
import { mapToNewer } from '../domain/rounds/map-to-newer.ts';
import { NO_FACTS, sideOfFile } from '../domain/returns/returned-form.ts';
import { checkFileRoom, sizesOf } from '../file/check-file-room.ts';
import type { SextantFile } from '../file/sextant-file.ts';

/** What would become of one file, before anything is written. */
export interface MergeFileLine {
  readonly fileName: string;
  /** Whose pack it is; null where it is somebody's whole copy, or cannot be read. */
  readonly institution: string | null;
  /** Why it stays out; empty where it can be taken in. */
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
  readonly preview: FilePreview | null;
  /** Documents in use that are not here. */
  readonly documents: number;
  /** Of a form that was filled in elsewhere. */
  readonly intake: SettledIntake | null;
}

/** What a form brings, what of it stays open, and what was entered on the spot. */
export interface SettledIntake extends Intake {
  readonly settled: readonly SettledCell[];
}

export interface MergePlan {
  readonly files: readonly MergeFileLine[];
  /** Registers that would have differing versions and have none now. */
  readonly conflicts: readonly string[];
  readonly freshEntries: number;
  /** Documents in use that are not here, each counted once. */
  readonly documents: number;
  /** Institutions that the files bring, and that may be some that are here: to be asked about. */
  readonly newcomers: readonly Newcomer[];
  readonly journal: Journal;
  readonly evidence: ReadonlyMap<string, Uint8Array>;
}

/** One file as it was read. */
export interface ReadFile {
  readonly fileName: string;
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
  readonly side: MergeSide | null;
  /** Whose it is; null where it is somebody's whole copy. */
  readonly institution?: string | null;
  readonly intake?: SettledIntake;
  readonly evidence: ReadonlyMap<string, Uint8Array>;
}

/** A file with what reading it gave. */
export function asReadFile(fileName: string, result: Result<SextantFile>, facts = NO_FACTS): ReadFile {
  if (!result.ok) return { fileName, problems: result.problems, notices: [], side: null, evidence: new Map() };
  const { value, advice } = result;
  const { side, institution } = sideOfFile(value, facts);
  return { fileName, problems: [], notices: advice, side, institution, evidence: value.evidence };
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

/** A file on an older version of the framework, as far as it says something of this one. */
function onThisVersion(file: ReadFile, mine: MergeSide): ReadFile {
  const mapped = file.side === null ? null : mapToNewer(file.side, mine.framework);
  return mapped === null ? file : { ...file, side: mapped.side, notices: [...file.notices, ...mapped.notices] };
}

/**
 * What taking in several files would do to an assessment. Files that are refused stay out and leave the others as they
 * are. `random` gives 16 hexadecimal digits for the ids of what is written where a later return replaces an earlier one;
 * without it nothing is. `same` are institutions that a person said to be some that are here. `nowMs` is UTC milliseconds; `held` are the SHA-256 of the documents here, where documents are to be counted.
 */
export function planMerge(
  mine: MergeSide,
  given: readonly ReadFile[],
  nowMs: number,
  held: ReadonlyMap<string, number> | null = null,
  random: (() => string) | null = null,
  same?: ReadonlyMap<string, string>,
): MergePlan {
  const mapped = given.map((file) => onThisVersion(file, mine));
  const read = held === null ? mapped : refuseWithoutRoom(mine, mapped, held);
  const sides = read.flatMap(({ side }) => side ?? []);
  const previews = previewMerges(mine, sides, nowMs, random, same);
  const previewOf = new Map(sides.map((side, index) => [side, previews.files[index]]));
  const used = held === null ? null : documentsInUse(previews.merged);
  const isMissing = (sha256: string) => used?.has(sha256) === true && held?.has(sha256) === false;
  const lines = read.map(
    ({ fileName, problems, notices, side, institution, intake = null, evidence }): MergeFileLine => {
      const preview = side === null ? null : (previewOf.get(side) ?? null);
      return {
        fileName,
        institution: institution ?? null,
        problems: [...problems, ...(preview?.refused ?? [])],
        // Whoever takes files in by hand is asked.
        notices: [...notices, ...(preview?.notices ?? [])].filter(
          ({ code }) => random === null || code !== 'merge.alikeInstitutions',
        ),
        preview,
        documents: [...evidence.keys()].filter(isMissing).length,
        intake,
      };
    },
  );
  const own = new Set(mine.journal.entries);
  const ownLines = new Set(mine.journal.damagedLines);
  const taken = read.filter((_, index) => lines[index]?.problems.length === 0);
  const evidence = new Map(taken.flatMap((file) => [...file.evidence]));
  return {
    files: lines,
    documents: [...evidence.keys()].filter(isMissing).length,
    conflicts: previews.conflicts,
    newcomers: previews.newcomers,
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
    evidence,
  };
}
