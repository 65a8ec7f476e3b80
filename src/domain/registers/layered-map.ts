/** What was changed before what it was changed from, without a copy of either: read while neither changes. */
export class LayeredMap<Key, Value extends object> implements ReadonlyMap<Key, Value> {
  readonly #changed: ReadonlyMap<Key, Value>;
  readonly #below: ReadonlyMap<Key, Value>;

  constructor(below: ReadonlyMap<Key, Value>, changed: ReadonlyMap<Key, Value>) {
    this.#below = below;
    this.#changed = changed;
  }

  get size(): number {
    return this.#below.size + [...this.#changed.keys()].filter((key) => !this.#below.has(key)).length;
  }

  get(key: Key): Value | undefined {
    return this.#changed.get(key) ?? this.#below.get(key);
  }

  has(key: Key): boolean {
    return this.#changed.has(key) || this.#below.has(key);
  }

  /** In the order of a map in which the changes were set. */
  *entries(): MapIterator<[Key, Value]> {
    for (const [key, value] of this.#below) yield [key, this.#changed.get(key) ?? value];
    for (const entry of this.#changed) if (!this.#below.has(entry[0])) yield entry;
  }

  *keys(): MapIterator<Key> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<Value> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries();
  }

  forEach(visit: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }
}
