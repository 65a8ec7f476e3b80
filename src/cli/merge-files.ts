import { readAssessment } from '../domain/assessment/read-assessment.ts';
import { newestFramework } from '../domain/framework/newest-framework.ts';
import { nextEntryIds } from '../domain/journal/clock.ts';
import { fold } from '../domain/registers/fold.ts';
import { mergeJournals } from '../domain/journal/merge.ts';
import type { FilePreview } from '../domain/returns/preview-merges.ts';
import type { Problem } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { planMerge } from '../exchange/merge-plan.ts';
import type { ReadFile } from '../exchange/read-file.ts';
import { refusedFile, wholeFile } from '../exchange/read-file.ts';
import type { ReturnPlace } from '../exchange/returned-side.ts';
import { returnedSide } from '../exchange/returned-side.ts';
import { sizesOf } from '../file/check-file-room.ts';
import type { NamedReturn } from '../file/read-given-file.ts';
import type { SextantFile } from '../file/sextant-file.ts';

/** What became of one file: the one that the others are merged into, merged, or refused with every reason. */
export type FileOutcome = { readonly path: string; readonly notices: readonly Problem[] } & (
  | { readonly kind: 'first'; readonly entries: number }
  | { readonly kind: 'merged'; readonly preview: FilePreview }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
);

export interface MergedFiles {
  /** Null where no file could be read. */
  readonly merged: SextantFile | null;
  readonly outcomes: readonly FileOutcome[];
}

export interface MergeWishes {
  /** UTC milliseconds. */
  readonly nowMs: number;
  /** 16 hexadecimal digits. */
  readonly random: () => string;
  /** Of a form that is partly wrong, what is right is taken, and the rest is said beside. */
  readonly takeRight: boolean;
}

/** The path before the part of the file a problem is in. */
const located = (path: string, found: readonly Problem[]) =>
  found.map((one) => ({ ...one, file: one.file === '' ? path : `${path}:${one.file}` }));

const wholeIn = ({ content }: NamedReturn) =>
  content.ok && content.value.kind === 'assessment' ? content.value.file : null;

/** Whose pack a file is; null for others. */
function institutionIn(given: NamedReturn): string | null {
  const file = wholeIn(given);
  return file === null ? null : wholeFile('', file, []).institution;
}

/** What returns are taken into: the institutions of all files of the assessment are known. */
function placeOf(
  { assessment, framework }: SextantFile,
  isPack: boolean,
  files: readonly NamedReturn[],
  { nowMs, random }: MergeWishes,
): ReturnPlace {
  const same = files.flatMap((file) => wholeIn(file) ?? []).filter((file) => file.assessment.id === assessment.id);
  const journal = fold(mergeJournals(...same.map((file) => file.journal)).entries);
  const { institutions } = readAssessment(journal, framework);
  const nextId = nextEntryIds([], nowMs, random);
  return { assessment, framework, institutions, isPack, journal, nowMs, nextId };
}

/** What could not be read of a form refuses the whole, unless what is right is to be taken. */
function sideOf(given: NamedReturn, place: ReturnPlace, takeRight: boolean): ReadFile {
  const { fileName, content } = given;
  const read = returnedSide({ ...given, content: content.ok ? { ...content, advice: [] } : content }, place);
  const open = read.intake?.open.map((cell) => cell.problem) ?? [];
  if (open.length > 0 && !takeRight) return refusedFile(fileName, open);
  return { ...read, notices: [...read.notices, ...open] };
}

/**
 * Merges files into the first assessment file that can be read, or rather the first of that assessment that is nobody's
 * pack; returns as the returns that they are. A refused one leaves the others as they are. Code `workbook.alone` where
 * there is no assessment file to take workbooks into.
 */
export function mergeFiles(files: readonly NamedReturn[], wishes: MergeWishes): MergedFiles {
  const wholes = files.filter((file) => wholeIn(file) !== null);
  const idIn = (file: NamedReturn | undefined) => (file === undefined ? null : wholeIn(file)?.assessment.id);
  const same = wholes.filter((file) => idIn(file) === idIn(wholes[0]));
  const first = same.find((file) => institutionIn(file) === null) ?? same[0];
  const base = first === undefined ? null : wholeIn(first);
  if (base === null) {
    const alone = ({ fileName: path, content }: NamedReturn): FileOutcome => {
      const problems = content.ok ? [problem('workbook.alone', path, [])] : content.problems;
      return { path, kind: 'refused', problems, notices: [] };
    };
    return { merged: null, outcomes: files.map(alone) };
  }
  const others = files.filter((file) => file !== first);
  const isPack = first !== undefined && institutionIn(first) !== null;
  const place = placeOf(base, isPack, files, wishes);
  const read = others.map((file) => sideOf(file, place, wishes.takeRight));
  const plan = planMerge({ mine: base, held: sizesOf(base.evidence), ...wishes }, read);
  const taken = read.flatMap(({ side }, index) => (plan.files[index]?.problems.length === 0 ? (side ?? []) : []));
  const outcomes = files.map((file): FileOutcome => {
    const { fileName: path, content } = file;
    const said = content.ok ? content.advice : [];
    if (file === first) return { path, kind: 'first', entries: base.journal.entries.length, notices: said };
    const line = plan.files[others.indexOf(file)];
    const notices = [...said, ...located(path, line?.notices ?? [])];
    if (line === undefined || line.preview === null || line.problems.length > 0) {
      const problems = content.ok ? located(path, line?.problems ?? []) : content.problems;
      return { path, kind: 'refused', problems, notices };
    }
    return { path, kind: 'merged', preview: line.preview, notices };
  });
  const merged = {
    assessment: base.assessment,
    framework: newestFramework(base.framework, ...taken.map(({ framework }) => framework)),
    journal: mergeJournals(base.journal, plan.journal),
    evidence: new Map([...base.evidence, ...plan.evidence]),
  };
  return { merged, outcomes };
}
