import { highestEntryId, isClockInDoubt, nextEntryId } from '../../domain/journal/clock.ts';
import type { Actor, Entry, FullEntry } from '../../domain/journal/entry-schema.ts';
import { isStub } from '../../domain/journal/entry-schema.ts';
import type { JournalState } from '../../domain/registers/fold.ts';
import { fold, foldInto, foldMore, stateOf } from '../../domain/registers/fold.ts';
import type { Change } from '../../domain/registers/make-changes.ts';
import { makeChanges } from '../../domain/registers/make-changes.ts';
import type { Problem } from '../../domain/problem.ts';
import { problem } from '../../domain/problem.ts';
import { StorageError, storageErrorOf } from '../../storage/storage-error.ts';
import { waitForStorage } from '../../storage/storage-patience.ts';
import type { Standing } from '../../storage/database-schema.ts';
import { ChangeCounter } from './change-counter.ts';
import type { JournalStore } from './journal-store.ts';
import type { Surroundings } from '../../domain/surroundings.ts';

/** Documents by SHA-256. */
type Evidence = ReadonlyMap<string, Uint8Array>;

/** Who speaks, or who speaks in a register. */
export type Speaker = Actor | ((register: string) => Actor);

export type SaveStatus =
  | { readonly state: 'saved' }
  | { readonly state: 'saving' }
  /** Entries that are in memory only; `problem` says why the last attempt failed, or that nothing answers. */
  | { readonly state: 'failed'; readonly problem: Problem };

/** What a refused write says of the assessment itself, and the other way round. */
const STANDING_OF: Readonly<Record<string, Standing>> = {
  'storage.deleted': 'deleted',
  'storage.notFound': 'erased',
  'storage.erasedElsewhere': 'erased',
};
const REFUSAL_OF = { deleted: 'storage.deleted', erased: 'storage.notFound' } as const;

const newestOf = (ids: Iterable<string>, newest: string | null = null): string | null => {
  for (const id of ids) if (newest === null || id > newest) newest = id;
  return newest;
};

/**
 * The journal of an open assessment: the one place where entries are made. An entry is in memory at once, and saved
 * only when the store says that it is durable; what could not be written stays queued and is never dropped.
 */
export class EntryWriter {
  readonly #assessmentId: string;
  readonly #store: JournalStore;
  readonly #surroundings: Surroundings;
  readonly #onwritten: (entries: readonly Entry[]) => void;
  /** 64 random bits drawn per open tab. */
  readonly #tab: string;
  /** Changed in place, as the registers of `#state` are: `#state` itself is another one after each change, and says so. */
  #entries = new Map<string, Entry>();
  #state: JournalState = $state.raw(fold([]));
  /** The entries as a list, once somebody asked for it. */
  #list: readonly Entry[] | null = null;
  #counter: ChangeCounter;
  /** Told at once which registers changed; null is more than can be named. */
  ontouched: (registers: readonly string[] | null) => void = () => {};
  #status: SaveStatus = $state.raw({ state: 'saved' });
  #queue: Entry[] = [];
  #writing: Promise<void> | null = null;
  /** Where our ids go on, and the newest there is, of whatever clock. */
  #highest: string | null;
  #newest: string | null;
  #isClockInDoubt: boolean = $state.raw(false);
  #standing: Standing = $state.raw('here');
  /** Rises with every change of the entries. */
  #changes = 0;
  /** What each action of this page replaced, to be put back by undo. */
  #actions: readonly (readonly Change[])[] = $state.raw([]);
  /** The newest entry of this page by register: undo leaves alone what others wrote since. */
  readonly #ownNewest = new Map<string, string>();

  constructor(
    assessmentId: string,
    entries: readonly Entry[],
    store: JournalStore,
    surroundings: Surroundings,
    onwritten: (entries: readonly Entry[]) => void = () => {},
  ) {
    this.#assessmentId = assessmentId;
    this.#store = store;
    this.#surroundings = surroundings;
    this.#onwritten = onwritten;
    this.#tab = surroundings.randomHex16();
    this.#entries = new Map(entries.map((entry) => [entry.id, entry]));
    this.#state = fold(entries);
    this.#counter = new ChangeCounter(this.#entries.values());
    this.#highest = highestEntryId(this.#entries.keys(), surroundings.nowMs());
    this.#newest = newestOf(this.#entries.keys());
    this.#lookAtClock();
  }

  /** Whether the assessment still takes work, or was deleted or erased, here or in another tab. */
  get standing(): Standing {
    return this.#standing;
  }

  /** Whether the clock of this computer, or the one that dated the newest entry, is wrong. */
  get isClockInDoubt(): boolean {
    return this.#isClockInDoubt;
  }

  /** Id of the newest entry, of whatever clock. */
  get newestId(): string | null {
    return this.#newest;
  }

  get state(): JournalState {
    return this.#state;
  }

  get entries(): readonly Entry[] {
    void this.#state;
    return (this.#list ??= [...this.#entries.values()]);
  }

  /** How many changes a person made after the first so many entries. */
  changesAfter(entries: number): number {
    void this.#state;
    return this.#counter.after(entries);
  }

  /** Never "saved" where the assessment was deleted or erased: it takes nothing more. */
  get status(): SaveStatus {
    if (this.#standing === 'here') return this.#status;
    return { state: 'failed', problem: problem(REFUSAL_OF[this.#standing], '', [], { id: this.#assessmentId }) };
  }

  /** How many actions of this page can be undone. */
  get undoableActions(): number {
    return this.#actions.length;
  }

  /** Appends one entry a change, together: one action to undo; resolves with them. Changes that change nothing are left out. */
  async write(changes: readonly Change[], actor: Speaker): Promise<readonly FullEntry[]> {
    const made = this.prepare(changes, actor);
    await this.append(made);
    return made;
  }

  /** The entries of changes, for `append`: they are nowhere yet. */
  prepare(changes: readonly Change[], actor: Speaker): readonly FullEntry[] {
    return this.#prepare(changes, actor, this.#state);
  }

  /** Appends what `prepare` made, together: one action to undo. Entries that are here already are left out. */
  append(prepared: readonly FullEntry[]): Promise<void> {
    const made = prepared.filter(({ id }) => !this.#entries.has(id));
    const before = this.#valuesOf(made);
    // The storage first: the transaction is open before any screen is told.
    const saving = this.#save(made);
    if (made.length > 0) this.#actions = [...this.#actions, before];
    this.#addOwn(made);
    return saving;
  }

  /** What the last action of this page replaced: what `undo` would put back. */
  get undoable(): readonly Change[] {
    return this.#actions.at(-1) ?? [];
  }

  /**
   * Appends the values before the last action of this page; what others wrote since is left alone. Resolves with the
   * registers that were set, none where nothing could be taken back.
   */
  async undo(actor: Speaker): Promise<readonly string[]> {
    const last = this.undoable;
    this.#actions = this.#actions.slice(0, -1);
    const own = last.filter(
      ({ register }) => stateOf(this.#state, register)?.entry?.id === this.#ownNewest.get(register),
    );
    const made = this.#prepare(own, actor, this.#state);
    const saving = this.#save(made);
    this.#addOwn(made);
    await saving;
    return made.map(({ register }) => register);
  }

  /**
   * Appends entries together with the documents that they name: all of it durable, or a `StorageError` is thrown and
   * nothing of it is in memory either.
   */
  async writeWithEvidence(changes: readonly Change[], actor: Speaker, evidence: Evidence): Promise<void> {
    await this.writeTogether([], changes, actor, (entries) =>
      this.#store.appendEntries(this.#assessmentId, entries, evidence),
    );
  }

  /**
   * Stores what comes from elsewhere and the changes that stand on it in one go, as one action to undo; `store` gets
   * both. Throws what it throws, and then nothing of it is in memory either.
   */
  async writeTogether(
    brought: readonly Entry[],
    changes: readonly Change[],
    actor: Speaker,
    store: (entries: readonly Entry[]) => Promise<unknown>,
  ): Promise<void> {
    await this.#flush();
    if (this.#status.state === 'failed') throw new StorageError(this.#status.problem);
    const made = this.#prepare(changes, actor, foldMore(this.#state, this.#unknownAmong(brought)));
    const before = this.#valuesOf(made);
    await this.#orSaySilent(this.#refusable(() => store([...brought, ...made])));
    this.receive(brought);
    this.#addOwn(made);
    if (made.length > 0) this.#actions = [...this.#actions, before];
    this.#onwritten([...brought, ...made]);
  }

  /** Takes in entries that another tab or a file brought, already stored by whoever brought them. */
  receive(entries: readonly Entry[]): void {
    const fresh = this.#unknownAmong(entries);
    this.#add(fresh);
    const ids = fresh.map(({ id }) => id);
    this.#highest = highestEntryId(ids, this.#surroundings.nowMs(), this.#highest);
  }

  /** Takes the entries of the storage for all there is, but for those still waiting to be stored. */
  async startAfresh(read: () => Promise<readonly Entry[]>): Promise<void> {
    let [entries, changes]: [readonly Entry[], number] = [[], -1];
    // What was stored while it was read would be missing: read again.
    while (changes !== this.#changes) {
      await this.#writing;
      changes = this.#changes;
      entries = await read();
    }
    this.#entries = new Map([...entries, ...this.#queue].map((entry) => [entry.id, entry]));
    this.#list = null;
    this.#counter = new ChangeCounter(this.#entries.values());
    this.ontouched(null);
    this.#state = fold(this.#entries.values());
    this.#newest = newestOf(this.#entries.keys());
    this.#actions = [];
    this.#lookAtClock();
  }

  /** Nothing of this page can be undone from here on: what it would need was erased. */
  forgetUndo(): void {
    this.#actions = [];
  }

  /** What the storage says of the assessment; one that is here again gets what waited. */
  stand(standing: Standing): void {
    const isBack = standing === 'here' && this.#standing !== 'here';
    this.#standing = standing;
    if (isBack) void this.#flush();
  }

  /** Tries again to store what could not be stored. */
  retry(): Promise<void> {
    return this.#flush();
  }

  /** Entries that are not known, or only as stubs. */
  #unknownAmong(entries: readonly Entry[]): Entry[] {
    return entries.filter((entry) => {
      const known = this.#entries.get(entry.id);
      return known === undefined || (isStub(known) && !isStub(entry));
    });
  }

  #prepare(changes: readonly Change[], speaker: Speaker, state: JournalState): readonly FullEntry[] {
    const nowMs = this.#surroundings.nowMs();
    return makeChanges(changes, state, {
      nowMs,
      nextId: () => this.nextId(nowMs),
      actorOf: typeof speaker === 'string' ? () => speaker : speaker,
    });
  }

  /** Of an entry that `append` takes: after all there is. */
  nextId(nowMs = this.#surroundings.nowMs()): string {
    return (this.#highest = nextEntryId(this.#highest, nowMs, this.#tab));
  }

  /** What the registers of some entries hold now. */
  #valuesOf(made: readonly FullEntry[]): Change[] {
    return made.map(({ register }) => ({ register, value: stateOf(this.#state, register)?.value ?? null }));
  }

  #addOwn(made: readonly FullEntry[]): void {
    this.#add(made);
    for (const { register, id } of made) this.#ownNewest.set(register, id);
  }

  #add(entries: readonly Entry[]): void {
    if (entries.length === 0) return;
    this.#changes += 1;
    for (const entry of entries) this.#entries.set(entry.id, entry);
    this.#list = null;
    this.#counter.add(entries);
    // What is or was in conflict is listed beside its register, too.
    const isListed = () => entries.some(({ register }) => stateOf(this.#state, register)?.conflict);
    const wasListed = isListed();
    const { state, touched } = foldInto(this.#state, entries);
    this.#state = state;
    this.ontouched(wasListed || isListed() ? null : touched);
    this.#newest = newestOf(
      entries.map(({ id }) => id),
      this.#newest,
    );
    this.#lookAtClock();
  }

  #lookAtClock(): void {
    this.#isClockInDoubt = isClockInDoubt(this.#surroundings.nowMs(), this.#newest);
  }

  #save(made: readonly FullEntry[]): Promise<void> {
    if (made.length === 0) return Promise.resolve();
    this.#queue.push(...made);
    return this.#flush();
  }

  async #flush(): Promise<void> {
    this.#writing ??= this.#drain().finally(() => {
      this.#writing = null;
    });
    await this.#writing;
  }

  async #drain(): Promise<void> {
    while (this.#queue.length > 0) {
      this.#status = { state: 'saving' };
      const batch = this.#queue.slice();
      try {
        const work = this.#refusable(() => this.#store.appendEntries(this.#assessmentId, batch));
        await waitForStorage(work, (found) => (this.#status = { state: 'failed', problem: found }));
      } catch (error) {
        this.#status = { state: 'failed', problem: storageErrorOf(error).problem };
        return;
      }
      this.#queue = this.#queue.slice(batch.length);
      this.#onwritten(batch);
    }
    this.#status = { state: 'saved' };
  }

  /** What is nowhere until it is stored: that the storage does not answer is said as long as it does not. */
  async #orSaySilent(work: Promise<unknown>): Promise<void> {
    let silent: SaveStatus | null = null;
    try {
      await waitForStorage(
        work,
        (found) => (this.#status = silent = { state: 'failed', problem: found }),
        'storage.waiting',
      );
    } finally {
      if (this.#status === silent) this.#status = { state: 'saved' };
    }
  }

  /** A refusal says what became of the assessment, even where no other tab said it. */
  async #refusable<Value>(write: () => Promise<Value>): Promise<Value> {
    try {
      return await write();
    } catch (error) {
      this.#standing = STANDING_OF[storageErrorOf(error).problem.code] ?? this.#standing;
      throw error;
    }
  }
}
