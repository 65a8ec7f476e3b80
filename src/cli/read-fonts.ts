import { readFileSync } from 'node:fs';
import type { FontId, PdfFonts } from '../export/pdf/font-faces.ts';

const FONTS = new URL('../export/pdf/fonts/', import.meta.url);

/** The fonts of a PDF file, from the folder that the browser is served from too. */
export function readFonts(ids: readonly FontId[]): PdfFonts {
  const read = (id: FontId) => new Uint8Array(readFileSync(new URL(`${id}.ttf`, FONTS)));
  return Object.fromEntries(ids.map((id) => [id, read(id)]));
}
