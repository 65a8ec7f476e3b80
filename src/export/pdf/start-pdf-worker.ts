import PdfWorker from './pdf-worker.ts?worker';

/** A worker that writes one PDF file. The build puts it into a file beside the app, or into the portable file itself. */
export function startPdfWorker(): Worker {
  return new PdfWorker();
}
