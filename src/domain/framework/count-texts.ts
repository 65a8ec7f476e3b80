/** How many texts a language should have, and how many of them are there. */
export interface TextCount {
  readonly total: number;
  readonly there: number;
}

/** What a language says of its own review, which is no translation. */
const NO_TEXTS: readonly string[] = ['review'];

/** Counts the texts of a source, of whatever depth, and those that stand at the same place in another language and are not empty. */
export function countTexts(source: unknown, own: unknown): TextCount {
  if (typeof source === 'string') return { total: 1, there: typeof own === 'string' && own.trim() !== '' ? 1 : 0 };
  if (source === null || typeof source !== 'object') return { total: 0, there: 0 };
  const found = new Map<string, unknown>(Object.entries(own ?? {}));
  const parts = Object.entries(source).flatMap(([key, value]: [string, unknown]) =>
    NO_TEXTS.includes(key) ? [] : [countTexts(value, found.get(key))],
  );
  const sum = (member: keyof TextCount) => parts.reduce((all, part) => all + part[member], 0);
  return { total: sum('total'), there: sum('there') };
}
