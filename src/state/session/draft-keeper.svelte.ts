import type { Problem } from '../../domain/problem.ts';
import type { TypedText } from '../../storage/database-schema.ts';
import { storageErrorOf } from '../../storage/storage-error.ts';
import { waitForStorage } from '../../storage/storage-patience.ts';
import type { DraftStore } from './journal-store.ts';

/** After a key that was not followed by another one. */
const DRAFT_PAUSE_MS = 500;
/** After the first key that is not stored yet, however steadily somebody types. */
export const DRAFT_LONGEST_WAIT_MS = 800;

export interface DraftKeeperInput {
  /** Null for texts outside of any assessment. */
  readonly assessmentId: string | null;
  readonly store: DraftStore;
  /** 64 random bits of this tab. */
  readonly tab: string;
  /** UTC milliseconds. */
  readonly nowMs: () => number;
  /** What tabs left behind that are closed by now. */
  readonly left: readonly TypedText[];
  /** Whether everything that was handed over to be saved is durable, as soon as that is known. */
  readonly isSaved?: () => Promise<boolean>;
  /** Whether what was to be made of the texts was refused just now: then they stay. */
  readonly isRefused?: () => boolean;
}

/**
 * Keeps the texts that are being typed, by their key, until they are saved: durable within a second, and this tab
 * touches no text that is being typed in another one. Where two closed tabs left a text of the same key, the newest is
 * the one in the field, and the others are offered.
 */
export class DraftKeeper {
  readonly #input: DraftKeeperInput;
  #texts: ReadonlyMap<string, string> = $state.raw(new Map());
  #others: readonly TypedText[] = $state.raw([]);
  #problem: Problem | null = $state.raw(null);
  /** Keys whose text is not stored as it stands. */
  readonly #unstored = new Set<string>();
  /** The tabs of the rows that a text of this tab takes the place of, and its own. */
  readonly #rows = new Map<string, Set<string>>();
  /** Keys whose rows go as soon as what was made of them is durable. */
  readonly #leaving = new Set<string>();
  #pause: ReturnType<typeof setTimeout> | undefined;
  #longest: ReturnType<typeof setTimeout> | undefined;

  constructor(input: DraftKeeperInput) {
    this.#input = input;
    const texts = new Map<string, string>();
    const others: TypedText[] = [];
    for (const typed of [...input.left].sort((a, b) => b.atMs - a.atMs)) {
      const { key, text } = typed;
      if (!texts.has(key)) texts.set(key, text);
      if (texts.get(key) === text) this.#rowsOf(key).add(typed.tab);
      else others.push(typed);
    }
    this.#texts = texts;
    this.#others = others;
  }

  /** Every text that is being typed, by key. */
  get texts(): ReadonlyMap<string, string> {
    return this.#texts;
  }

  /** Why the last texts could not be stored; null when everything is. */
  get problem(): Problem | null {
    return this.#problem;
  }

  textOf(key: string): string | undefined {
    return this.#texts.get(key);
  }

  /** Texts that other tabs, closed by now, left for the same field. */
  othersOf(key: string): readonly TypedText[] {
    return this.#others.filter((other) => other.key === key);
  }

  /** Takes a text as it stands in its field, to be stored within `DRAFT_LONGEST_WAIT_MS`. */
  keep(key: string, text: string): void {
    this.#texts = new Map([...this.#texts, [key, text]]);
    this.#leaving.delete(key);
    this.#unstored.add(key);
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.flush(), DRAFT_PAUSE_MS);
    this.#longest ??= setTimeout(() => void this.flush(), DRAFT_LONGEST_WAIT_MS);
  }

  /**
   * Stores what is not stored yet; what cannot be stays to be tried again, and `problem` says why. `leaving`: the page
   * may be gone in the next moment.
   */
  async flush(leaving = false): Promise<void> {
    this.#stopTimers();
    const { tab, nowMs, store, assessmentId } = this.#input;
    const keys = [...this.#unstored];
    this.#unstored.clear();
    if (keys.length > 0) {
      const atMs = nowMs();
      const put = keys.map((key) => ({ key, tab, text: this.#texts.get(key) ?? '', atMs }));
      const remove = keys.flatMap((key) => this.#rowsBut(tab, key));
      for (const key of keys) this.#rowsOf(key).add(tab);
      try {
        const work = store.writeDrafts(assessmentId, { put, remove }, leaving);
        await waitForStorage(work, (found) => (this.#problem = found));
        for (const gone of remove) this.#rows.get(gone.key)?.delete(gone.tab);
        this.#problem = null;
      } catch (error) {
        for (const { key, text } of put) if (this.#texts.get(key) === text) this.#unstored.add(key);
        if (this.#unstored.size > 0) this.#problem = storageErrorOf(error).problem;
      }
    }
    await this.#clearAway();
  }

  /**
   * Lets go of a text, or of all texts of a form (`key` and what stands below it). It stays stored until everything
   * that was made of it is durable.
   */
  async forget(key: string): Promise<void> {
    const isMeant = (one: string) => one === key || one.startsWith(`${key}/`);
    const keys = [...this.#texts.keys()].filter(isMeant);
    if (keys.length === 0 || this.#input.isRefused?.() === true) return;
    this.#texts = new Map([...this.#texts].filter(([one]) => !isMeant(one)));
    for (const one of keys) {
      this.#unstored.delete(one);
      if (this.#rows.has(one)) this.#leaving.add(one);
    }
    if (this.#unstored.size === 0) {
      this.#stopTimers();
      this.#problem = null;
    }
    await this.#clearAway();
  }

  /** Lets go of the texts of a form when what it was for was done; false where that was refused: then they stay. */
  settle(key: string): boolean {
    if (this.#input.isRefused?.() === true) return false;
    void this.forget(key);
    return true;
  }

  /** Adds the text of another tab to the text of the field as it stands; nothing of either is lost. */
  addOther(other: TypedText, text: string, separator: string): void {
    this.#rowsOf(other.key).add(other.tab);
    this.#others = this.#others.filter((one) => one !== other);
    this.keep(other.key, text === '' ? other.text : `${text}${separator}${other.text}`);
  }

  /** Removes the text of another tab, because a person wants that or because it is saved. */
  async removeOther(other: TypedText): Promise<void> {
    this.#others = this.#others.filter((one) => one !== other);
    await this.#input.store.writeDrafts(this.#input.assessmentId, { put: [], remove: [other] }).catch(() => {
      // It is offered again when the assessment is next opened.
    });
  }

  /** Lets go of everything without a word to the store, because that was erased. */
  stop(): void {
    this.#stopTimers();
    this.#unstored.clear();
    this.#texts = new Map();
    this.#others = [];
    this.#problem = null;
  }

  async #clearAway(): Promise<void> {
    if (this.#leaving.size === 0 || !((await this.#input.isSaved?.()) ?? true)) return;
    const keys = [...this.#leaving];
    const remove = keys.flatMap((key) => [...this.#rowsOf(key)].map((tab) => ({ key, tab })));
    // Before the store answers: what is typed, stored and let go of meanwhile is another row, and leaves by itself.
    for (const key of keys) this.#rows.delete(key);
    this.#leaving.clear();
    if (remove.length === 0) return;
    await this.#input.store.writeDrafts(this.#input.assessmentId, { put: [], remove }).catch(() => {
      // Nobody needs these rows: where they cannot be removed, that is tried again with the next one.
      for (const { key, tab } of remove) {
        this.#rowsOf(key).add(tab);
        if (!this.#texts.has(key)) this.#leaving.add(key);
      }
    });
  }

  #rowsOf(key: string): Set<string> {
    const known = this.#rows.get(key) ?? new Set<string>();
    this.#rows.set(key, known);
    return known;
  }

  #rowsBut(tab: string, key: string): { key: string; tab: string }[] {
    return [...this.#rowsOf(key)].filter((one) => one !== tab).map((one) => ({ key, tab: one }));
  }

  #stopTimers(): void {
    clearTimeout(this.#pause);
    clearTimeout(this.#longest);
    this.#longest = undefined;
  }
}
