import type { Newcomer } from '../institutions/newcomers.ts';
import { joinNewcomers, newcomersAmong } from '../institutions/newcomers.ts';
import type { SettledReturn } from '../returns/settle-return.ts';
import { settleReturn } from '../returns/settle-return.ts';
import { nextEntryIds } from './clock.ts';
import type { Entry } from './entry-schema.ts';
import { foldMore } from './fold.ts';
import type { Journal } from './journal.ts';
import { compareText } from './journal.ts';
import { mergeJournals } from './merge.ts';
import type { FoldedJournal, MergePreview, MergeSide } from './preview-merge.ts';
import { foldJournal, previewMergeInto } from './preview-merge.ts';

/** What merging one file would do; of a return also what becomes of what an earlier one said. */
export interface FilePreview extends MergePreview {
  readonly settled: SettledReturn | null;
}

export interface MergesPreview {
  /** One a file, in the given order: what it would add to what is here and to the files before it. */
  readonly files: readonly FilePreview[];
  /** Everything that can be merged, together: what is written at once. */
  readonly merged: Journal;
  /** Registers with differing heads afterwards that have not got them now. Sorted as text. */
  readonly conflicts: readonly string[];
  /** Institutions that the files bring, and that may be some that are here. */
  readonly newcomers: readonly Newcomer[];
}

function withEntries({ byId, state }: FoldedJournal, entries: readonly Entry[]): FoldedJournal {
  if (entries.length === 0) return { byId, state };
  return {
    byId: new Map([...byId, ...entries.map((entry) => [entry.id, entry] as const)]),
    state: foldMore(state, entries),
  };
}

const NO_NEWCOMERS: ReadonlyMap<string, string> = new Map();

function joinedOnes(
  { byId, state }: FoldedJournal,
  same: ReadonlyMap<string, string>,
  nowMs: number,
  random: () => string,
): readonly Entry[] {
  const tab = random();
  const nextId = nextEntryIds(byId.keys(), nowMs, () => tab);
  return joinNewcomers(state, same, { nowMs, nextId, actorOf: () => 'facilitator' });
}

/**
 * What merging several files would do, before anything is written. Refused files leave the others as they are; counts
 * go by the order of the files, what is merged in the end does not (docs/file-formats.md section 3), but for what is
 * written where a later return replaces an earlier one: `random` gives 16 hexadecimal digits for the ids of that. `same`
 * are newcomers, by id, that a person said to be institutions here. Codes: those of `previewMerge`.
 */
export function previewMerges(
  mine: MergeSide,
  theirs: readonly MergeSide[],
  nowMs: number,
  random: (() => string) | null = null,
  same: ReadonlyMap<string, string> = NO_NEWCOMERS,
): MergesPreview {
  const before = foldJournal(mine.journal);
  let known = before;
  const taken: Journal[] = [];
  const files = theirs.map((side): FilePreview => {
    const { preview, next, fresh } = previewMergeInto(mine, known, side, nowMs);
    if (preview.refused.length > 0) return { ...preview, settled: null };
    const { returned: incoming } = side;
    const settled =
      incoming === undefined || random === null
        ? null
        : settleReturn({
            ...{ incoming, before: known.state, after: next.state, fresh, nowMs },
            nextId: nextEntryIds(next.byId.keys(), nowMs, random),
            returnId: random(),
          });
    known = withEntries(next, settled?.entries ?? []);
    taken.push(side.journal, { entries: settled?.entries ?? [], damagedLines: [] });
    const { registers } = known.state;
    const conflictingRegisters = preview.conflictingRegisters.filter((one) => registers.get(one)?.conflict === true);
    return { ...preview, conflictingRegisters, settled };
  });
  const newcomers = newcomersAmong(before.state, known.state);
  const joins = random === null || same.size === 0 ? [] : joinedOnes(known, same, nowMs, random);
  known = withEntries(known, joins);
  taken.push({ entries: joins, damagedLines: [] });
  const conflicts = [...known.state.registers.values()]
    .filter(({ register, conflict }) => conflict && before.state.registers.get(register)?.conflict !== true)
    .map(({ register }) => register)
    .sort(compareText);
  return { files, merged: mergeJournals(mine.journal, ...taken), conflicts, newcomers };
}
