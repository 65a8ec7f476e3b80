import { decodeDataAddress } from '../document/decode-data-address.ts';
import type { FontId, PdfFonts } from './font-faces.ts';

/** Addresses by path, each known when it is wanted; in the portable file they hold the bytes themselves. */
const ADDRESSES = import.meta.glob<string>('./fonts/*.ttf', { query: '?url', import: 'default' });

async function loadFont(id: FontId): Promise<Uint8Array> {
  const address = await ADDRESSES[`./fonts/${id}.ttf`]?.();
  if (address === undefined) throw new Error(`There is no font ${id}.`);
  const inside = decodeDataAddress(address);
  if (inside !== null) return inside;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The font ${id} could not be loaded (${response.status}).`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The fonts of a PDF file in a browser: files of the build, or what the portable file carries. */
export async function loadFonts(ids: readonly FontId[]): Promise<PdfFonts> {
  const loaded = await Promise.all(ids.map(async (id) => [id, await loadFont(id)] as const));
  return Object.fromEntries(loaded);
}
