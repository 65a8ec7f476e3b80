import { INSTANT_LENGTH } from '../../domain/journal/clock.ts';
import type { Entry } from '../../domain/journal/entry-schema.ts';

/**
 * Counts what a person changed after so many entries, the oldest first. The requirements that a level brings with it
 * are part of one change, a tick alone is one; entries that a merge brought count too. What an assessment begins with is no change: what was
 * set up or carried over, written in the instant of its first entry. Asking costs nothing, and so does each entry that
 * is newer than all before it.
 */
export class ChangeCounter {
  #entries: Pick<Entry, 'id' | 'register'>[] = [];
  /** How many of the first 0, 1, 2 ... entries are changes. */
  #changes: number[] = [0];

  constructor(entries: Iterable<Pick<Entry, 'id' | 'register'>>) {
    this.#count([...entries]);
  }

  add(entries: readonly Pick<Entry, 'id' | 'register'>[]): void {
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

  #count(entries: Pick<Entry, 'id' | 'register'>[]): void {
    this.#entries = [];
    this.#changes = [0];
    for (const entry of entries.sort((a, b) => (a.id < b.id ? -1 : 1))) this.#append(entry);
  }

  #append(entry: Pick<Entry, 'id' | 'register'>): void {
    const before = this.#entries.at(-1)?.register;
    this.#entries.push(entry);
    const began = this.#entries[0]?.id.slice(0, INSTANT_LENGTH) ?? '';
    const isOfLevel =
      entry.register.endsWith('/requirements') && before === entry.register.replace(/requirements$/, 'answer');
    const isChange = !entry.id.startsWith(began) && !isOfLevel;
    this.#changes.push((this.#changes.at(-1) ?? 0) + Number(isChange));
  }
}
