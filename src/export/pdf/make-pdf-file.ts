import type { PdfFile, PdfRequest } from './pdf-request.ts';
import type { PdfOptions } from './write-pdf.ts';
import { writePdf } from './write-pdf.ts';

/** Writes a PDF file where this is called: in a worker, or on the page where there is none. Rejects when stopped. */
export async function makePdfFile(
  { document, fonts, createdAt }: PdfRequest,
  options: Pick<PdfOptions, 'onprogress' | 'signal'> = {},
): Promise<PdfFile> {
  let missing: readonly string[] = [];
  const onmissing = (characters: readonly string[]) => (missing = characters);
  const bytes = await writePdf(document, fonts, { ...options, createdAt, onmissing });
  return { bytes, missing };
}
