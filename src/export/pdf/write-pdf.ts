import type { ReportDocument } from '../document/document.ts';
import type { OutlineEntry } from './boxes/block-context.ts';
import type { PdfFonts } from './font-faces.ts';
import { Typesetter } from './font-metrics.ts';
import type { TextSetting } from './inline-text.ts';
import type { LaidDocument } from './lay-out-document.ts';
import { layOutDocument } from './lay-out-document.ts';
import { packObjects } from './pack-objects.ts';
import { paintArtifact, paintPage } from './paint-page.ts';
import { attachStructure, makeElements } from './paint-structure.ts';
import { paintWatermark } from './paint-watermark.ts';
import { collectBytes, metricsOf, openPdf } from './pdfkit-document.ts';
import type { PdfKit } from './pdfkit-document.ts';
import { runningLines } from './running-lines.ts';

export interface PdfOptions {
  /** How much is done, 0 to 1. */
  readonly onprogress?: (done: number) => void;
  readonly signal?: AbortSignal;
  /** When the file says that it was made: ISO date or instant. The same document and time give the same bytes. */
  readonly createdAt?: string;
  /** Characters that no font holds: they stand as a replacement sign. */
  readonly onmissing?: (characters: readonly string[]) => void;
}

/** A file without a time says this one, as the other files of the application do. */
const NO_TIME = '1980-01-01T00:00:00Z';
const PRODUCER = 'Sextant';
/** Share of the work that layout is. */
const LAYOUT_SHARE = 0.6;
/** Pages painted before others get a turn. */
const PAGES_A_TURN = 4;

/** Lets progress be shown and a wish to stop be heard. Rejects with the reason of the signal. */
async function takeTurn({ onprogress, signal }: PdfOptions, done: number): Promise<void> {
  onprogress?.(done);
  await new Promise((resolve) => setTimeout(resolve, 0));
  signal?.throwIfAborted();
}

/** Adds the bookmarks of a page below those of the pages before it. */
function addBookmarks(pdf: PdfKit, entries: readonly OutlineEntry[], open: PdfKit['outline'][]): void {
  for (const { level, title } of entries) {
    open.length = Math.min(open.length, level);
    const parent = open.at(-1) ?? pdf.outline;
    open.push(parent.addItem(title, { expanded: false }));
  }
}

async function paint(
  pdf: PdfKit,
  document: ReportDocument,
  laid: LaidDocument,
  setting: TextSetting,
  options: PdfOptions,
): Promise<void> {
  const painted = makeElements(pdf, laid.root, laid.pages);
  const open = [pdf.outline];
  const pages = laid.pages.length;
  for (const [index, page] of laid.pages.entries()) {
    const number = index + 1;
    pdf.addPage({ size: [page.width, page.height], margin: 0 });
    // Readers go from link to link in the order of the structure.
    pdf.page.dictionary.data['Tabs'] = 'S';
    addBookmarks(
      pdf,
      laid.outline.filter((entry) => entry.page === number),
      open,
    );
    if (document.watermark !== null) paintWatermark(pdf, document.watermark, page, setting);
    paintArtifact(pdf, 'Pagination', runningLines(document, page, number, pages, setting));
    paintPage(pdf, page, painted);
    if (number % PAGES_A_TURN === 0) {
      await takeTurn(options, LAYOUT_SHARE + (1 - LAYOUT_SHARE) * (number / pages));
    }
  }
  attachStructure(pdf, laid.root, painted);
}

/**
 * Writes a report as a PDF file built to PDF/UA-1: vector text in embedded fonts, structure, bookmarks, contents with
 * pages. `fonts` are those that `fontsFor` names. Rejects when stopped by the signal.
 */
export async function writePdf(
  document: ReportDocument,
  fonts: PdfFonts,
  options: PdfOptions = {},
): Promise<Uint8Array> {
  options.signal?.throwIfAborted();
  const { title, author = '', language, direction } = document;
  const created = new Date(options.createdAt ?? NO_TIME);
  const pdf = openPdf(fonts, { title, author, language, created, producer: PRODUCER });
  const bytes = collectBytes(pdf);
  const typesetter = new Typesetter(metricsOf(pdf, fonts));
  const layout = layOutDocument(document, typesetter);
  let step = layout.next();
  while (step.done !== true) {
    await takeTurn(options, step.value * LAYOUT_SHARE);
    step = layout.next();
  }
  const setting = { typesetter, language, direction, pageOf: () => '' };
  await paint(pdf, document, step.value, setting, options);
  pdf.end();
  const written = packObjects(await bytes);
  if (typesetter.missing.size > 0) options.onmissing?.([...typesetter.missing]);
  options.onprogress?.(1);
  return written;
}
