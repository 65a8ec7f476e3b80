// @vitest-environment node
import { cpus } from 'node:os';
import { bench, describe } from 'vitest';
import { readFonts } from '../../src/cli/read-fonts.ts';
import type { ReportDocument } from '../../src/export/document/document.ts';
import { fontsFor } from '../../src/export/pdf/font-faces.ts';
import { writePdf } from '../../src/export/pdf/write-pdf.ts';
import { pageTexts, readPdf } from '../fixtures/read-pdf.ts';
import { documentOf, ENGLISH } from '../fixtures/report-documents.ts';

/** About forty pages: every kind of block, three times over, with long comments. */
function fortyPages(): ReportDocument {
  const document = documentOf(ENGLISH);
  return { ...document, sections: [document, document, document].flatMap(({ sections }) => sections) };
}

const document = fortyPages();
const fonts = readFonts(fontsFor(document));
const pages = pageTexts(readPdf(await writePdf(document, fonts))).length;

describe(`a PDF report of ${pages} pages on ${cpus()[0]?.model ?? 'an unknown processor'}`, () => {
  bench('writePdf', () => writePdf(document, fonts).then(() => undefined), { iterations: 5, time: 0 });
});
