const MAXIMUM_LENGTH = 40;

/**
 * An id for a new institution: its name in lower-case letters and digits, with a number where that is taken; `fallback`
 * for a name without any Latin letter or digit. Ids stand in registers and never change when the name does.
 */
export function institutionId(name: string, taken: ReadonlySet<string>, fallback: string): string {
  const plain = name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, MAXIMUM_LENGTH)
    .replaceAll(/^-+|-+$/g, '');
  const base = plain === '' ? fallback : plain;
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  return id;
}
