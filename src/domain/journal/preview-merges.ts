import { fold } from './fold.ts';
import type { Journal } from './journal.ts';
import { mergeJournals } from './merge.ts';
import type { MergePreview, MergeSide } from './preview-merge.ts';
import { previewMerge } from './preview-merge.ts';

export interface MergesPreview {
  /** One a file, in the given order: what it would add to what is here and to the files before it. */
  readonly files: readonly MergePreview[];
  /** Everything that can be merged, together: what is written at once. */
  readonly merged: Journal;
  /** Registers with more than one head afterwards that have not got them now. Sorted as text. */
  readonly conflicts: readonly string[];
}

/**
 * What merging several files would do, before anything is written. Refused files leave the others as they are; counts
 * go by the order of the files, what is merged in the end does not (docs/file-formats.md section 3). Codes: those of
 * `previewMerge`.
 */
export function previewMerges(mine: MergeSide, theirs: readonly MergeSide[], nowMs: number): MergesPreview {
  let merged = mine.journal;
  const files = theirs.map((side) => {
    const preview = previewMerge({ ...mine, journal: merged }, side, nowMs);
    if (preview.refused.length === 0) merged = mergeJournals(merged, side.journal);
    return preview;
  });
  const inConflict = (journal: Journal) =>
    [...fold(journal.entries).registers.values()].filter(({ conflict }) => conflict).map(({ register }) => register);
  const before = new Set(inConflict(mine.journal));
  return {
    files,
    merged,
    conflicts: inConflict(merged)
      .filter((register) => !before.has(register))
      .sort(),
  };
}
