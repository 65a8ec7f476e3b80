/** What was written in one language; undefined where nothing was. */
export function textIn<Value>(all: Readonly<Record<string, Value>> | null, code: string): Value | undefined {
  return all !== null && Object.hasOwn(all, code) ? all[code] : undefined;
}

/** What was written in every language, with that of one replaced (null: taken out); null where nothing is left. */
export function withText<Value>(
  all: Readonly<Record<string, Value>> | null,
  code: string,
  value: Value | null,
): Record<string, Value> | null {
  const others = Object.entries(all ?? {}).filter(([one]) => one !== code);
  const texts = [...others, ...(value === null ? [] : [[code, value] as const])];
  return texts.length === 0 ? null : Object.fromEntries(texts);
}
