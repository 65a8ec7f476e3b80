import { highestEntryId, nextEntryId } from '../domain/journal/clock.ts';
import type { Entry, FullEntry } from '../domain/journal/entry-schema.ts';
import { isStub } from '../domain/journal/entry-schema.ts';
import type { JournalState, JsonValue } from '../domain/journal/fold.ts';
import { fold, foldMore } from '../domain/journal/fold.ts';
import type { Actor } from '../domain/journal/make-entry.ts';
import { makeEntry } from '../domain/journal/make-entry.ts';
import type { Problem } from '../domain/problem.ts';
import { storageErrorOf } from '../storage/storage-error.ts';
import type { JournalStore, Surroundings } from './journal-store.ts';

export interface Change {
  readonly register: string;
  readonly value: JsonValue;
}

export type SaveStatus =
  | { readonly state: 'saved' }
  | { readonly state: 'saving' }
  /** Entries that are in memory only; `problem` says why the last attempt failed. */
  | { readonly state: 'failed'; readonly problem: Problem };

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
  #entries: ReadonlyMap<string, Entry> = $state.raw(new Map());
  #state: JournalState = $state.raw({ registers: new Map() });
  #status: SaveStatus = $state.raw({ state: 'saved' });
  #queue: Entry[] = [];
  #writing: Promise<void> | null = null;
  #highest: string | null;
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
    this.#highest = highestEntryId(this.#entries.keys(), surroundings.nowMs());
  }

  get state(): JournalState {
    return this.#state;
  }

  get entries(): readonly Entry[] {
    return [...this.#entries.values()];
  }

  get status(): SaveStatus {
    return this.#status;
  }

  get canUndo(): boolean {
    return this.#actions.length > 0;
  }

  /** Appends one entry a change, together: one action to undo. Changes that change nothing are left out. */
  write(changes: readonly Change[], actor: Actor): Promise<void> {
    const before = new Map(
      changes.map(({ register }) => [register, this.#state.registers.get(register)?.value ?? null] as const),
    );
    const made = this.#make(changes, actor);
    const replaced = made.map(({ register }) => ({ register, value: before.get(register) ?? null }));
    if (made.length > 0) this.#actions = [...this.#actions, replaced];
    return this.#save(made);
  }

  /** Appends the values before the last action of this page; what others wrote since is left alone. */
  undo(actor: Actor): Promise<void> {
    const last = this.#actions.at(-1);
    if (last === undefined) return Promise.resolve();
    this.#actions = this.#actions.slice(0, -1);
    const own = last.filter(
      ({ register }) => this.#state.registers.get(register)?.entry?.id === this.#ownNewest.get(register),
    );
    return this.#save(this.#make(own, actor));
  }

  /** Takes in entries that another tab or a file brought, already stored by whoever brought them. */
  receive(entries: readonly Entry[]): void {
    const fresh = entries.filter((entry) => {
      const known = this.#entries.get(entry.id);
      return known === undefined || (isStub(known) && !isStub(entry));
    });
    if (fresh.length === 0) return;
    this.#entries = new Map([...this.#entries, ...fresh.map((entry) => [entry.id, entry] as const)]);
    this.#state = foldMore(this.#state, fresh);
    this.#highest = highestEntryId(
      fresh.map(({ id }) => id),
      this.#surroundings.nowMs(),
      this.#highest,
    );
  }

  /** Takes the entries of the storage for all there is, but for those still waiting to be stored. */
  startAfresh(entries: readonly Entry[]): void {
    this.#entries = new Map([...entries, ...this.#queue].map((entry) => [entry.id, entry]));
    this.#state = fold(this.#entries.values());
    this.#actions = [];
  }

  /** Tries again to store what could not be stored. */
  retry(): Promise<void> {
    return this.#flush();
  }

  /** One entry a register, the last change to it; all made against the same state, which is folded once. */
  #make(changes: readonly Change[], actor: Actor): FullEntry[] {
    const made: FullEntry[] = [];
    for (const [register, { value }] of new Map(changes.map((change) => [change.register, change]))) {
      const known = this.#state.registers.get(register);
      const same = JSON.stringify(known?.value ?? null) === JSON.stringify(value);
      if (same && known?.conflict !== true) continue;
      const nowMs = this.#surroundings.nowMs();
      const id = nextEntryId(this.#highest, nowMs, this.#tab);
      this.#highest = id;
      made.push(makeEntry({ id, nowMs, actor, register, value }, this.#state));
      this.#ownNewest.set(register, id);
    }
    if (made.length === 0) return made;
    this.#entries = new Map([...this.#entries, ...made.map((entry) => [entry.id, entry] as const)]);
    this.#state = foldMore(this.#state, made);
    return made;
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
        await this.#store.appendEntries(this.#assessmentId, batch);
      } catch (error) {
        this.#status = { state: 'failed', problem: storageErrorOf(error).problem };
        return;
      }
      this.#queue = this.#queue.slice(batch.length);
      this.#onwritten(batch);
    }
    this.#status = { state: 'saved' };
  }
}
