/** A file name of letters, digits and hyphens, which every system takes. */
export function fileNameOf(title: string, extension: string): string {
  const plain = title.normalize('NFD').replaceAll(/\p{M}/gu, '');
  const name = plain.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/g, '');
  return `${name === '' ? 'sextant' : name.slice(0, 80)}.${extension}`;
}
