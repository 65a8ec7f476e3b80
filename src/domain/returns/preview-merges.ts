import type { Newcomer } from '../institutions/newcomers.ts';
import { joinNewcomers, newcomersAmong } from '../institutions/newcomers.ts';
import type { Joins } from '../registers/living-institution.ts';
import { isInstitutionMark, livingAddress } from '../registers/joins.ts';
import { livingId } from '../registers/living-institution.ts';
import type { SettledReturn } from './incoming-return.ts';
import { KnownReturns } from './known-returns.ts';
import { settleReturn } from './settle-return.ts';
import { highestEntryId, nextEntryId } from '../journal/clock.ts';
import type { Entry } from '../journal/entry-schema.ts';
import type { JournalState } from '../registers/fold.ts';
import { fold, foldInto } from '../registers/fold.ts';
import type { Journal } from '../journal/journal.ts';
import { compareText } from '../journal/journal.ts';
import { isSameValue } from '../journal/same-value.ts';
import { journalOf, mergeJournals } from '../journal/merge.ts';
import type { MergePreview, MergeSide } from './preview-merge.ts';
import { compareMerge } from './preview-merge.ts';

/** What merging one file would do; of a return also what becomes of what an earlier one said. */
export interface FilePreview extends MergePreview {
  readonly settled: SettledReturn | null;
}

export interface MergesPreview {
  /** One a file, in the given order: what it would add to what is here and to the files before it. */
  readonly files: readonly FilePreview[];
  /** What is to be written at once: of everything that can be merged, what is not here. */
  readonly brought: Journal;
  /** Registers with differing heads afterwards that have not got them now. Sorted as text. */
  readonly conflicts: readonly string[];
  /** Institutions that the files bring, and that may be some that are here. */
  readonly newcomers: readonly Newcomer[];
}

/** One file in its turn. */
interface Step {
  readonly side: MergeSide;
  readonly preview: FilePreview;
  /** What it brings, with what settles it; nothing where it is refused. */
  readonly brought: Journal;
}

const NOTHING: Journal = { entries: [], damagedLines: [] };

/** What the files up to one came to. */
class Gathered {
  readonly #byId: Map<string, Entry>;
  /** Looked up when the first return comes. */
  #known: KnownReturns | null = null;
  /** Its own, changed in place: what a file brings costs what it touches. */
  state: JournalState;

  constructor({ entries }: Journal, state: JournalState) {
    this.#byId = new Map(entries.map((entry) => [entry.id, entry]));
    this.state = { ...state, registers: new Map(state.registers) };
  }

  get known(): KnownReturns {
    return (this.#known ??= new KnownReturns(this.state));
  }

  get(id: string): Entry | undefined {
    return this.#byId.get(id);
  }

  add(entries: readonly Entry[]): void {
    if (entries.length === 0) return;
    this.state = foldInto(this.state, entries).state;
    for (const entry of entries) this.#byId.set(entry.id, entry);
    const { joins } = this.state;
    // Joined or separated, what is known is looked up anew.
    if (entries.some(({ register }) => isInstitutionMark(register))) this.#known = null;
    else this.#known?.add(this.state, new Set(entries.map(({ register }) => livingAddress(joins, register))));
  }
}

const NO_NEWCOMERS: ReadonlyMap<string, string> = new Map();

/**
 * What merging several files into an assessment would do, before anything is written, and again when one of them was
 * read anew: files that have nothing to do with it are not looked at a second time. `random` gives 16 hexadecimal digits
 * for the ids of what is written where a later return replaces an earlier one; without it nothing is.
 */
export class MergesPlanner {
  readonly #mine: MergeSide;
  readonly #nowMs: number;
  readonly #random: (() => string) | null;
  readonly #state: JournalState;
  #highest: string | null;
  #steps: readonly Step[] = [];
  /** After all of them. */
  #joins: Joins;

  constructor(mine: MergeSide, nowMs: number, random: (() => string) | null) {
    this.#mine = mine;
    this.#nowMs = nowMs;
    this.#random = random;
    this.#state = fold(mine.journal.entries);
    this.#joins = this.#state.joins;
    this.#highest = highestEntryId(
      mine.journal.entries.map(({ id }) => id),
      nowMs,
    );
  }

  /**
   * Refused files leave the others as they are; counts go by the order of the files, what is merged in the end does not
   * (docs/file-formats.md section 3). `same` are newcomers, by id, that a person said to be institutions here. Codes:
   * those of `compareMerge`.
   */
  preview(theirs: readonly MergeSide[], same = NO_NEWCOMERS): MergesPreview {
    const before = new Map(this.#steps.map((step) => [step.side, step]));
    const gone = [...before.values()].filter(({ side }) => !theirs.includes(side));
    const changed = new Touched(this.#joins, gone);
    const gathered = new Gathered(this.#mine.journal, this.#state);
    let passed: Entry[] = [];
    this.#steps = theirs.map((side): Step => {
      const known = before.get(side);
      if (known !== undefined && !changed.concerns(side)) {
        passed.push(...known.brought.entries);
        return known;
      }
      gathered.add(passed);
      passed = [];
      const step = this.#take(side, gathered);
      changed.note(step);
      return step;
    });
    gathered.add(passed);
    this.#joins = gathered.state.joins;
    const newcomers = newcomersAmong(this.#state, gathered.state);
    const joined = this.#join(gathered, same);
    gathered.add(joined);
    return { ...this.#sum(gathered.state, joined), newcomers };
  }

  #join({ state }: Gathered, same: ReadonlyMap<string, string>): readonly Entry[] {
    const [nowMs, random] = [this.#nowMs, this.#random];
    if (random === null || same.size === 0) return [];
    const nextId = this.#nextIds(
      this.#steps.flatMap(({ brought }) => brought.entries),
      random,
    );
    return joinNewcomers(state, same, { nowMs, nextId, actorOf: () => 'facilitator' });
  }

  /** Ids after all there is and some entries. */
  #nextIds(entries: readonly Entry[], random: () => string): () => string {
    const ids = entries.map(({ id }) => id);
    this.#highest = highestEntryId(ids, this.#nowMs, this.#highest);
    return () => (this.#highest = nextEntryId(this.#highest, this.#nowMs, random()));
  }

  #take(side: MergeSide, gathered: Gathered): Step {
    const merge = compareMerge(this.#mine, { byId: gathered, state: gathered.state }, side, this.#nowMs);
    if (merge.preview.refused.length > 0)
      return { side, preview: { ...merge.preview, settled: null }, brought: NOTHING };
    const settled = this.#settle(side, gathered, merge);
    const { damagedLines } = merge.brought;
    const brought = { entries: [...merge.brought.entries, ...(settled?.entries ?? [])], damagedLines };
    const valueOf = (register: string) => gathered.state.registers.get(register)?.value ?? null;
    const { conflictingRegisters: differing, newerRegisters: newer } = merge.preview;
    const before = new Map(differing.map((register) => [register, valueOf(register)]));
    gathered.add(brought.entries);
    const isOpen = (register: string) => gathered.state.registers.get(register)?.conflict === true;
    const conflictingRegisters = differing.filter(isOpen);
    // What replaces an earlier return is newer than it.
    const replaced = differing.filter(
      (one) => !isOpen(one) && !isSameValue(one, before.get(one) ?? null, valueOf(one)),
    );
    const newerRegisters = [...newer, ...replaced].sort(compareText);
    return { side, preview: { ...merge.preview, newerRegisters, conflictingRegisters, settled }, brought };
  }

  #settle(
    { returned: incoming }: MergeSide,
    gathered: Gathered,
    { state: after, fresh, brought }: ReturnType<typeof compareMerge>,
  ): SettledReturn | null {
    const [nowMs, random] = [this.#nowMs, this.#random];
    if (incoming === undefined || random === null) return null;
    const nextId = this.#nextIds(brought.entries, random);
    const { state: before, known } = gathered;
    return settleReturn({ incoming, before, after, known, fresh, nowMs, nextId, returnId: random() });
  }

  #sum({ registers }: JournalState, joined: readonly Entry[]): Omit<MergesPreview, 'newcomers'> {
    const { journal } = this.#mine;
    const all = mergeJournals(...this.#steps.map(({ brought }) => brought), journalOf(joined));
    const own = new Set(journal.damagedLines);
    const conflicts = [...registers.values()]
      .filter(({ register, conflict }) => conflict && this.#state.registers.get(register)?.conflict !== true)
      .map(({ register }) => register)
      .sort(compareText);
    return {
      files: this.#steps.map(({ preview }) => preview),
      brought: journalOf(
        all.entries,
        all.damagedLines.filter((line) => !own.has(line)),
      ),
      conflicts,
    };
  }
}

/** What was touched since files were looked at: whoever has to do with it is to be looked at again. */
class Touched {
  readonly #joins: Joins;
  readonly #registers = new Set<string>();
  readonly #institutions = new Set<string>();
  /** Other institutions are joined than before: what any file says may be said of another. */
  #joinedAnew = false;

  constructor(joins: Joins, steps: readonly Step[]) {
    this.#joins = joins;
    for (const step of steps) this.note(step);
  }

  note({ side, brought }: Step): void {
    for (const { register } of brought.entries) {
      this.#registers.add(livingAddress(this.#joins, register));
      this.#joinedAnew ||= isInstitutionMark(register);
    }
    if (side.returned !== undefined) this.#institutions.add(livingId(this.#joins, side.returned.institution));
  }

  concerns({ journal, returned }: MergeSide): boolean {
    if (this.#joinedAnew) return true;
    if (returned !== undefined && this.#institutions.has(livingId(this.#joins, returned.institution))) return true;
    const isTouched = (entry: Entry) => this.#registers.has(livingAddress(this.#joins, entry.register));
    return this.#registers.size > 0 && journal.entries.some(isTouched);
  }
}

/** The same once, for files that are not read again. */
export function previewMerges(
  mine: MergeSide,
  theirs: readonly MergeSide[],
  nowMs: number,
  random: (() => string) | null = null,
  same: ReadonlyMap<string, string> = NO_NEWCOMERS,
): MergesPreview {
  return new MergesPlanner(mine, nowMs, random).preview(theirs, same);
}
