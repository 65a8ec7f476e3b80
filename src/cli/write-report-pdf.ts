import type { ReportDocument } from '../export/document/document.ts';
import { fontsFor } from '../export/pdf/font-faces.ts';
import { writePdf } from '../export/pdf/write-pdf.ts';
import { readFonts } from './read-fonts.ts';

/**
 * The PDF file of a report, with the fonts that its words need, and the characters that none of them holds. `now`: when
 * it says that it was made, ISO.
 */
export async function writeReportPdf(
  document: ReportDocument,
  now: string,
): Promise<{ bytes: Uint8Array; missing: readonly string[] }> {
  const missing: string[] = [];
  const bytes = await writePdf(document, readFonts(fontsFor(document)), {
    createdAt: now,
    onmissing: (characters) => missing.push(...characters),
  });
  return { bytes, missing };
}
