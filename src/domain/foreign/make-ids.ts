const MAXIMUM_LENGTH = 60;

/** Ids of the format made of foreign codes and titles: Latin letters and digits with hyphens, each once. */
export class MadeIds {
  readonly #taken = new Set<string>();

  /** `fallback` where nothing of the text can stand in an id. */
  make(text: string, fallback: string): string {
    const plain = text
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .replaceAll(/[^A-Za-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, MAXIMUM_LENGTH)
      .replace(/-+$/, '');
    const base = plain === '' ? fallback : plain;
    let id = base;
    for (let number = 2; this.#taken.has(id.toLowerCase()); number += 1) id = `${base}-${number}`;
    this.#taken.add(id.toLowerCase());
    return id;
  }
}
