/** The places around one of them, each undefined where there is none. */
export interface Neighbours<Item> {
  readonly previous: Item | undefined;
  readonly next: Item | undefined;
  /** Without an answer, from the start again after the last. */
  readonly nextOpen: Item | undefined;
}

/** What comes before and after `item` in the order of `all`: under a filter, the nearest that is in `matching`. */
export function neighboursOf<Item>(
  item: Item | undefined,
  all: readonly Item[],
  matching: readonly Item[],
  isOpen: (item: Item) => boolean,
): Neighbours<Item> {
  const position = item === undefined ? -1 : all.indexOf(item);
  const before = all.slice(0, Math.max(0, position));
  const after = all.slice(position + 1);
  const matches = new Set(matching);
  return {
    previous: before.filter((one) => matches.has(one)).at(-1),
    next: after.find((one) => matches.has(one)),
    nextOpen: after.find(isOpen) ?? before.find(isOpen),
  };
}
