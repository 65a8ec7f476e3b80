import type { Framework } from '../domain/framework/framework.ts';

function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false;
  return true;
}

/** So many different ones are kept: of ten thousand files of as many authors, not every one. */
const MAXIMUM_KNOWN = 16;

/** Frameworks as they stood in files, byte for byte, so that twenty-five files of one round check theirs once. */
export class FrameworkMemory {
  readonly #known: { readonly bytes: Uint8Array; readonly framework: Framework }[] = [];

  /** The framework that these bytes gave before; undefined where they are new. */
  find(bytes: Uint8Array): Framework | undefined {
    return this.#known.find((one) => areEqual(one.bytes, bytes))?.framework;
  }

  remember(bytes: Uint8Array, framework: Framework): void {
    this.#known.push({ bytes, framework });
    if (this.#known.length > MAXIMUM_KNOWN) this.#known.shift();
  }
}
