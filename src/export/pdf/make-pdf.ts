import type { ReportDocument } from '../document/document.ts';
import { fontsFor } from './font-faces.ts';
import { loadFonts } from './load-fonts.ts';
import type { MakingOptions } from './make-pdf-in-worker.ts';
import { makePdfInWorker, WorkerUnavailable } from './make-pdf-in-worker.ts';
import type { PdfFile } from './pdf-request.ts';
import { startPdfWorker } from './start-pdf-worker.ts';

/**
 * The PDF file of a report, in a browser: in a worker where one starts, else on the page itself. Rejects with the reason
 * of the signal when stopped.
 */
export async function makePdf(document: ReportDocument, createdAt: string, options: MakingOptions): Promise<PdfFile> {
  const request = { document, createdAt, fonts: await loadFonts(fontsFor(document)) };
  options.signal?.throwIfAborted();
  try {
    return await makePdfInWorker(request, options, startPdfWorker);
  } catch (error) {
    if (!(error instanceof WorkerUnavailable)) throw error;
    const { makePdfFile } = await import('./make-pdf-file.ts');
    return await makePdfFile(request, options);
  }
}
