import { INSTANT_LENGTH } from '../../domain/journal/clock.ts';
import type { Entry, FullEntry } from '../../domain/journal/entry-schema.ts';

type Counted = Pick<Entry, 'id' | 'register'> & Partial<Pick<FullEntry, 'at'>>;

/**
 * Counts what a person changed after so many entries, the oldest first. All that one act wrote is one change, as it is
 * one step of Ctrl+Z: a click that assigns every indicator is as soon done again as any other, and the requirements that
 * a level brings with it are part of its change. What a merge brought counts too. What an assessment begins with is no
 * change: what was set up or carried over. Asking costs nothing, and so does each entry that is newer than all before it.
 */
export class ChangeCounter {
  #entries: Counted[] = [];
  /** How many of the first 0, 1, 2 ... entries are changes. */
  #changes: number[] = [0];
  /** When the last act was done. Its clock, not that of the ids: those stand still while a clock is behind. */
  #lastAct: string | undefined;

  constructor(entries: Iterable<Counted>) {
    this.#count([...entries]);
  }

  add(entries: readonly Counted[]): void {
    const newest = this.#entries.at(-1)?.id ?? '';
    const isInOrder = entries.every(({ id }, index) => id > (entries[index - 1]?.id ?? newest));
    if (isInOrder) for (const entry of entries) this.#append(entry);
    else {
      const byId = new Map([...this.#entries, ...entries].map((entry) => [entry.id, entry]));
      this.#count([...byId.values()]);
    }
  }

  /** How many changes there are after the first `entries`. */
  after(entries: number): number {
    const all = this.#changes.at(-1) ?? 0;
    return all - (this.#changes[entries] ?? all);
  }

  #count(entries: Counted[]): void {
    this.#entries = [];
    this.#changes = [0];
    this.#lastAct = undefined;
    for (const entry of entries.sort((a, b) => (a.id < b.id ? -1 : 1))) this.#append(entry);
  }

  #append(entry: Counted): void {
    this.#entries.push(entry);
    // A stub lost its time.
    const act = entry.at ?? entry.id.slice(0, INSTANT_LENGTH);
    const isChange = (this.#lastAct ?? act) !== act;
    this.#lastAct = act;
    this.#changes.push((this.#changes.at(-1) ?? 0) + Number(isChange));
  }
}
