import { fontsFor } from '../export/pdf/font-faces.ts';
import type { makePdf } from '../export/pdf/make-pdf.ts';
import { readFonts } from './read-fonts.ts';

/** A PDF file without a browser: written on the spot, with fonts from the folder of the project. */
export const makePdfHere: typeof makePdf = async (document, createdAt, options) => {
  const { makePdfFile } = await import('../export/pdf/make-pdf-file.ts');
  return makePdfFile({ document, createdAt, fonts: readFonts(fontsFor(document)) }, options);
};
