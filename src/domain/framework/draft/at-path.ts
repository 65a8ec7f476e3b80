import type { ProblemPath } from '../../problem.ts';

/** What stands at a path of plain data; undefined where nothing does. */
export function valueAt(whole: unknown, path: ProblemPath): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      at !== null && typeof at === 'object' && Object.hasOwn(at, key)
        ? (at as Record<PropertyKey, unknown>)[key]
        : undefined,
    whole,
  );
}

/**
 * The same data with another value at a path, `undefined` for none; everything beside the path is shared with what it was
 * made from. Objects on the way are made where they are missing. Nothing changed: the very same data.
 */
export function setAt<Whole>(whole: Whole, path: ProblemPath, next: unknown): Whole {
  const [key, ...rest] = path;
  if (key === undefined) return next as Whole;
  const held: unknown = valueAt(whole, [key]);
  if (held === undefined && next === undefined) return whole;
  const value = rest.length === 0 ? next : setAt(held ?? {}, rest, next);
  if (value === held) return whole;
  if (Array.isArray(whole)) {
    const list = whole as readonly unknown[];
    const at = Number(key);
    return (
      value === undefined
        ? list.filter((_, index) => index !== at)
        : list.map((one, index) => (index === at ? value : one))
    ) as Whole;
  }
  if (value !== undefined) return { ...whole, [key]: value };
  const { [key]: _gone, ...others } = whole as Record<PropertyKey, unknown>;
  return others as Whole;
}

/** The same record with one of its keys under another name, at its place. */
export function renameKey<Value>(
  record: Readonly<Record<string, Value>>,
  from: string,
  to: string,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key === from ? to : key, value]));
}
