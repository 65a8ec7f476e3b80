import { newestFramework } from '../domain/framework/newest-framework.ts';
import { mergeJournals } from '../domain/journal/merge.ts';
import type { MergePreview } from '../domain/journal/preview-merge.ts';
import { previewMerge } from '../domain/journal/preview-merge.ts';
import type { Problem, Result } from '../domain/problem.ts';
import { readAssessment } from '../domain/assessment/read-assessment.ts';
import { fold } from '../domain/journal/fold.ts';
import { problem } from '../domain/problem.ts';
import { takeInWorkbook } from '../domain/workbook/take-in-workbook.ts';
import { checkFileRoom, sizesOf } from '../file/check-file-room.ts';
import type { ReturnedFile } from '../file/read-returned-file.ts';
import type { SextantFile } from '../file/sextant-file.ts';

export interface GivenFile {
  readonly path: string;
  readonly read: Result<ReturnedFile>;
}

/** What became of one file: the one that the others are merged into, merged, or refused with every reason. */
export type FileOutcome = { readonly path: string; readonly notices: readonly Problem[] } & (
  | { readonly kind: 'first'; readonly entries: number }
  | { readonly kind: 'merged'; readonly preview: MergePreview }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
);

export interface MergedFiles {
  /** Null where no file could be read. */
  readonly merged: SextantFile | null;
  readonly outcomes: readonly FileOutcome[];
}

function join(mine: SextantFile, theirs: SextantFile): SextantFile {
  return {
    assessment: mine.assessment,
    framework: newestFramework(mine.framework, theirs.framework),
    journal: mergeJournals(mine.journal, theirs.journal),
    evidence: new Map([...mine.evidence, ...theirs.evidence]),
  };
}

/** The path before the part of the file a problem is in. */
const located = (path: string, found: readonly Problem[]) =>
  found.map((one) => ({ ...one, file: one.file === '' ? path : `${path}:${one.file}` }));

/**
 * A file as a side of the merge; a workbook takes its framework from the assessment that it belongs to. What could not be
 * read of it refuses the whole, unless what is right is to be taken: then it is said beside.
 */
function sideOf(file: ReturnedFile, merged: SextantFile, takeRight: boolean): Result<SextantFile> {
  if (file.kind === 'assessment') return { ok: true, value: file.file, advice: [] };
  if (file.kind === 'sheet') return { ok: false, problems: [problem('file.isSheet', '', [])] };
  const { assessment, framework, journal } = merged;
  const { institutions } = readAssessment(fold(journal.entries), framework);
  const side = takeInWorkbook(file.sheets, { assessment, framework, institutions });
  if (!side.ok) return side;
  const open = side.value.open.map((cell) => cell.problem);
  if (open.length > 0 && !takeRight) return { ok: false, problems: open };
  return { ok: true, value: { ...side.value, evidence: new Map() }, advice: [...side.advice, ...open] };
}

/**
 * Merges files one after the other into the first assessment file that can be read; a refused one leaves the others as
 * they are. Code `workbook.alone` where there is no assessment file to take workbooks into.
 */
export function mergeFiles(files: readonly GivenFile[], nowMs: number, takeRight = false): MergedFiles {
  const first = files.find(({ read }) => read.ok && read.value.kind === 'assessment');
  const base = first?.read.ok === true && first.read.value.kind === 'assessment' ? first.read.value.file : null;
  let merged = base;
  const outcomes = files.map((given): FileOutcome => {
    const { path, read } = given;
    const refuse = (problems: readonly Problem[], notices: readonly Problem[] = []): FileOutcome => ({
      path,
      kind: 'refused',
      problems,
      notices,
    });
    if (!read.ok) return refuse(read.problems);
    if (merged === null) return refuse([problem('workbook.alone', path, [])]);
    if (given === first && base !== null) {
      return { path, kind: 'first', entries: base.journal.entries.length, notices: read.advice };
    }
    const side = sideOf(read.value, merged, takeRight);
    if (!side.ok) return refuse(located(path, side.problems));
    const preview = previewMerge(merged, side.value, nowMs);
    const notices = [...read.advice, ...located(path, [...side.advice, ...preview.notices])];
    if (preview.refused.length > 0) return refuse(located(path, preview.refused), notices);
    const joined = join(merged, side.value);
    const room = checkFileRoom(joined.journal, sizesOf(joined.evidence));
    if (room.length > 0) return refuse(located(path, room), notices);
    merged = joined;
    return { path, kind: 'merged', preview, notices };
  });
  return { merged, outcomes };
}
