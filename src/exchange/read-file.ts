import { readAssessment } from '../domain/assessment/read-assessment.ts';
import { findTask } from '../domain/institutions/find-task.ts';
import type { Framework } from '../domain/framework/framework.ts';
import type { Intake, SettledCell } from '../domain/intake/open-cells.ts';
import { fold } from '../domain/registers/fold.ts';
import type { MergeSide } from '../domain/returns/preview-merge.ts';
import type { Problem } from '../domain/problem.ts';
import { mapToNewer } from '../domain/rounds/map-to-newer.ts';
import type { SextantFile } from '../file/sextant-file.ts';

/** What a form brings, what of it stays open, and what was entered on the spot. */
export interface SettledIntake extends Intake {
  readonly settled: readonly SettledCell[];
}

/** One file as it was read. */
export interface ReadFile {
  readonly fileName: string;
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
  readonly side: MergeSide | null;
  /** Whose it is; null where it is somebody's whole copy. */
  readonly institution: string | null;
  /** Of a form that was filled in elsewhere. */
  readonly intake: SettledIntake | null;
  readonly evidence: ReadonlyMap<string, Uint8Array>;
}

/** What could not be read, with every reason. */
export function refusedFile(fileName: string, problems: readonly Problem[]): ReadFile {
  return { fileName, problems, notices: [], side: null, institution: null, intake: null, evidence: new Map() };
}

/** A file on an older version of the framework, as far as it says something of this one. */
export function onThisVersion(file: ReadFile, framework: Framework): ReadFile {
  const mapped = file.side === null ? null : mapToNewer(file.side, framework);
  return mapped === null ? file : { ...file, side: mapped.side, notices: [...file.notices, ...mapped.notices] };
}

/** An assessment file as somebody's copy of the same work, which is no return: all that it holds is joined. */
export function wholeFile(fileName: string, file: SextantFile, notices: readonly Problem[]): ReadFile {
  const { framework, journal, evidence } = file;
  const task = findTask(readAssessment(fold(journal.entries), framework));
  const institution = task?.institutions.length === 1 ? (task.institutions[0] ?? null) : null;
  return { fileName, problems: [], notices, side: file, institution, intake: null, evidence };
}
