import type { Framework } from '../framework/framework.ts';
import type { Problem } from '../problem.ts';
import { problem } from '../problem.ts';
import { isTooFarAhead } from '../journal/clock.ts';
import type { AssessmentIdentity, Entry } from '../journal/entry-schema.ts';
import { isStub } from '../journal/entry-schema.ts';
import type { JournalState } from '../registers/fold.ts';
import { foldOver } from '../registers/fold.ts';
import { livingAddress } from '../registers/joins.ts';
import { newcomersAmong } from '../institutions/newcomers.ts';
import { compareFrameworks } from '../framework/frameworks-match.ts';
import type { Journal } from '../journal/journal.ts';
import { compareText, identityOfJournal, isSameAssessment } from '../journal/journal.ts';
import { meetEntries } from '../journal/merge.ts';
import type { IncomingReturn } from './incoming-return.ts';

export interface MergeSide {
  readonly assessment: AssessmentIdentity;
  readonly framework: Framework;
  readonly journal: Journal;
  /** What an institution sent back, where it is that. */
  readonly returned?: IncomingReturn;
}

/** What merging would do, before anything is written. Lists are sorted as text. */
export interface MergePreview {
  /** Why it cannot be done; when not empty, nothing else is to be relied on. */
  readonly refused: readonly Problem[];
  /** What to say although it can be done. */
  readonly notices: readonly Problem[];
  /** Entries that only the other side has, and those both have. */
  readonly newEntries: number;
  readonly sameEntries: number;
  /** Entries of which we only have the stub and they the whole. */
  readonly completedEntries: number;
  /** Registers that get a first value; whose shown value becomes theirs; that end with more than one head. */
  readonly newRegisters: readonly string[];
  readonly newerRegisters: readonly string[];
  readonly conflictingRegisters: readonly string[];
  /** Ids under which both sides have different full entries: one is folded, the other carried as a damaged line. */
  readonly differingEntries: readonly string[];
}

function identityProblems(mine: AssessmentIdentity, other: AssessmentIdentity | undefined): Problem[] {
  if (other === undefined) return [];
  // Taken in, the entry that says so could become the first, and the file could not be read again.
  if (other.id === mine.id) return [problem('merge.otherRound', '', [], { assessment: mine.id })];
  return [problem('merge.otherAssessment', '', [], { mine: mine.id, theirs: other.id })];
}

function refusals(mine: Omit<MergeSide, 'journal'>, theirs: MergeSide): Problem[] {
  const said = identityOfJournal(theirs.journal) ?? theirs.assessment;
  const other = [theirs.assessment, said].find((one) => !isSameAssessment(mine.assessment, one));
  return [...identityProblems(mine.assessment, other), ...compareFrameworks(mine.framework, theirs.framework)];
}

/** One notice an actor whose clock ran more than a day ahead of `nowMs`, with the latest id. */
function clockNotices(entries: readonly Entry[], nowMs: number): Problem[] {
  const byActor = new Map<string, { count: number; latest: string }>();
  for (const entry of entries) {
    if (!isTooFarAhead(entry.id, nowMs)) continue;
    const actor = isStub(entry) ? '' : entry.actor;
    const known = byActor.get(actor) ?? { count: 0, latest: '' };
    const latest = entry.id > known.latest ? entry.id : known.latest;
    byActor.set(actor, { count: known.count + 1, latest });
  }
  return [...byActor]
    .sort(([a], [b]) => compareText(a, b))
    .map(([actor, { count, latest }]) =>
      problem('merge.clockAhead', '', [], { actor, count, latest: latest.slice(0, 24) }, 'advice'),
    );
}

/** A journal as merging needs it: its entries by id, and what they make. */
export interface FoldedJournal {
  readonly byId: { get(id: string): Entry | undefined };
  readonly state: JournalState;
}

function compareEntries({ byId }: FoldedJournal, theirs: Journal) {
  const fresh: Entry[] = [];
  const changed: Entry[] = [];
  const differing = new Map<string, string>();
  let completed = 0;
  for (const entry of theirs.entries) {
    const known = byId.get(entry.id);
    const meeting = known === undefined ? { kept: entry, damagedLine: null } : meetEntries(known, entry);
    if (meeting.kept !== known) changed.push(meeting.kept);
    if (known === undefined) fresh.push(entry);
    else if (isStub(known) && !isStub(entry)) completed += 1;
    else if (meeting.damagedLine !== null) differing.set(entry.id, meeting.damagedLine);
  }
  return { fresh, changed, differing, completed };
}

/** What merging one journal into another comes to. */
export interface ComparedMerge {
  readonly preview: MergePreview;
  /** Both together, while what is known is not changed. */
  readonly state: JournalState;
  /** Entries that are new here. */
  readonly fresh: readonly Entry[];
  /** What is to be written: entries that are new, or more than the stub that is here, and lines that are no entries. */
  readonly brought: Journal;
}

/**
 * What merging `theirs` into what is `known` brings: counts and registers by what happens to them. Codes refused:
 * `merge.otherAssessment`, `merge.otherRound`, `merge.otherFramework`, `merge.otherFrameworkVersion`, `merge.otherFrameworkStructure`;
 * notices: `merge.otherFrameworkTexts`, `merge.clockAhead` (actor, count, latest), `merge.alikeInstitutions` (name, other), `merge.differingEntries` (count),
 * `merge.damagedLines` (count). Source: docs/file-formats.md section 3.
 */
export function compareMerge(
  mine: Omit<MergeSide, 'journal'>,
  known: FoldedJournal,
  theirs: MergeSide,
  nowMs: number,
): ComparedMerge {
  const found = refusals(mine, theirs);
  const { fresh, changed, differing, completed } = compareEntries(known, theirs.journal);
  const before = known.state.registers;
  const state = foldOver(known.state, changed);
  const after = state.registers;
  const lists = { new: [] as string[], newer: [] as string[], conflicting: [] as string[] };
  const touched = new Set(fresh.map((entry) => livingAddress(state.joins, entry.register)));
  for (const register of [...touched].sort(compareText)) {
    const old = before.get(register);
    const merged = after.get(register);
    if (merged?.conflict === true) lists.conflicting.push(register);
    else if (old === undefined || old.entry === null) lists.new.push(register);
    else if (merged?.entry?.id !== old.entry.id) lists.newer.push(register);
  }
  const { damagedLines } = theirs.journal;
  const notices = [
    ...found.filter(({ severity }) => severity === 'advice'),
    ...clockNotices(fresh, nowMs),
    ...(changed.some(({ register }) => register.startsWith('institution/'))
      ? newcomersAmong(known.state, state)
      : []
    ).map(({ name, otherName }) => problem('merge.alikeInstitutions', '', [], { name, other: otherName }, 'advice')),
    ...(differing.size > 0 ? [problem('merge.differingEntries', '', [], { count: differing.size }, 'advice')] : []),
    ...(damagedLines.length > 0
      ? [problem('merge.damagedLines', '', [], { count: damagedLines.length }, 'advice')]
      : []),
  ];
  const preview = {
    refused: found.filter(({ severity }) => severity === 'error'),
    notices,
    newEntries: fresh.length,
    sameEntries: theirs.journal.entries.length - fresh.length - completed - differing.size,
    completedEntries: completed,
    newRegisters: lists.new,
    newerRegisters: lists.newer,
    conflictingRegisters: lists.conflicting,
    differingEntries: [...differing.keys()],
  };
  const brought = { entries: changed, damagedLines: [...damagedLines, ...differing.values()] };
  return { preview, state, fresh, brought };
}
