import { newestFramework } from '../domain/framework/newest-framework.ts';
import { mergeJournals } from '../domain/journal/merge.ts';
import type { MergePreview } from '../domain/journal/preview-merge.ts';
import { previewMerge } from '../domain/journal/preview-merge.ts';
import type { Problem, Result } from '../domain/problem.ts';
import type { SextantFile } from '../file/sextant-file.ts';

export interface GivenFile {
  readonly path: string;
  readonly read: Result<SextantFile>;
}

/** What became of one file: where the others are merged into, merged, or refused with every reason. */
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

const named = (path: string, found: readonly Problem[]) => found.map((one) => ({ ...one, file: one.file || path }));

/** Merges files one after the other into the first that can be read; a refused one leaves the others as they are. */
export function mergeFiles(files: readonly GivenFile[], nowMs: number): MergedFiles {
  let merged: SextantFile | null = null;
  const outcomes = files.map(({ path, read }): FileOutcome => {
    if (!read.ok) return { path, kind: 'refused', problems: read.problems, notices: [] };
    if (merged === null) {
      merged = read.value;
      return { path, kind: 'first', entries: read.value.journal.entries.length, notices: read.advice };
    }
    const preview = previewMerge(merged, read.value, nowMs);
    const notices = [...read.advice, ...named(path, preview.notices)];
    if (preview.refused.length > 0) return { path, kind: 'refused', problems: named(path, preview.refused), notices };
    merged = join(merged, read.value);
    return { path, kind: 'merged', preview, notices };
  });
  return { merged, outcomes };
}
