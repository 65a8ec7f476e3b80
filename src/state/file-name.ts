const MAXIMUM_LENGTH = 80;

/** A file name that every system takes: letters, digits and hyphens; `fallback` where nothing is left. */
export function plainFileName(text: string, fallback: string): string {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '');
  const name = plain.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/g, '');
  return name === '' ? fallback : name.slice(0, MAXIMUM_LENGTH);
}
