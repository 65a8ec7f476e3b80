/** The named members of a register as they were given, null where nobody gave one. */
export type Given<Fields> = { readonly [Field in keyof Fields]-?: NonNullable<Fields[Field]> | null };

/** Picks the named members, with null for those that are absent. */
export function given<Fields extends object, Key extends keyof Fields>(
  fields: Fields,
  keys: readonly Key[],
): Given<Pick<Fields, Key>> {
  return Object.fromEntries(keys.map((key) => [key, fields[key] ?? null])) as Given<Pick<Fields, Key>>;
}
