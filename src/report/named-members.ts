/** Members that count whole, by their names. */
export function namedMembers<const Name extends string>(names: readonly Name[]): { readonly [Member in Name]: true } {
  return Object.fromEntries(names.map((name) => [name, true])) as { readonly [Member in Name]: true };
}
