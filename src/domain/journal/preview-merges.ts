import type { Journal } from './journal.ts';
import { compareText } from './journal.ts';
import { mergeJournals } from './merge.ts';
import type { MergePreview, MergeSide } from './preview-merge.ts';
import { foldJournal, previewMergeInto } from './preview-merge.ts';

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
  const before = foldJournal(mine.journal);
  let known = before;
  const taken: Journal[] = [];
  const files = theirs.map((side) => {
    const { preview, next } = previewMergeInto(mine, known, side, nowMs);
    if (preview.refused.length === 0) {
      known = next;
      taken.push(side.journal);
    }
    return preview;
  });
  const conflicts = [...known.state.registers.values()]
    .filter(({ register, conflict }) => conflict && before.state.registers.get(register)?.conflict !== true)
    .map(({ register }) => register)
    .sort(compareText);
  return { files, merged: mergeJournals(mine.journal, ...taken), conflicts };
}
