import type { ReportDocument } from '../export/document.ts';
import { fontsFor } from '../export/pdf/font-faces.ts';
import { writePdf } from '../export/pdf/write-pdf.ts';
import { readFonts } from './read-fonts.ts';

/** The PDF file of a report, with the fonts that its words need. `now`: when it says that it was made, ISO. */
export function writeReportPdf(document: ReportDocument, now: string): Promise<Uint8Array> {
  return writePdf(document, readFonts(fontsFor(document)), { createdAt: now });
}
