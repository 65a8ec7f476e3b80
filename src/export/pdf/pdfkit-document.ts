import PDFDocument from 'pdfkit';
import type { DocumentFacts } from './describe-file.ts';
import { describeFile } from './describe-file.ts';
import type { FontId, PdfFonts } from './font-faces.ts';
import { FONT_IDS } from './font-faces.ts';
import type { FontMetrics } from './font-metrics.ts';

/** What is used of PDFKit beyond its published types. */
interface EmbeddedFont {
  widthOfString(text: string, size: number, features?: readonly string[]): number;
  readonly font: {
    readonly unitsPerEm: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    layout(text: string): {
      readonly glyphs: readonly { readonly path: { toSVG(): string } }[];
      readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }[];
    };
  };
}

export interface MarkedContent {
  readonly refs: readonly unknown[];
}

export interface StructureElement {
  readonly dictionary: { readonly data: Record<string, unknown> };
  add(child: StructureElement | MarkedContent): StructureElement;
  end(): void;
}

interface OutlineItem {
  addItem(title: string, options?: { expanded?: boolean }): OutlineItem;
}

type Untyped = 'outline' | 'struct' | 'addStructure' | 'page' | 'markStructureContent' | 'markContent';

export interface PdfKit extends Omit<PDFKit.PDFDocument, Untyped> {
  readonly page: { readonly dictionary: { readonly data: Record<string, unknown> } };
  readonly outline: OutlineItem;
  readonly _font: EmbeddedFont;
  readonly _fontFamilies: Record<string, EmbeddedFont>;
  /** What it writes into the metadata of the file when it ends. */
  _addInfo(): void;
  appendXML(xml: string): void;
  struct(role: string, options?: Record<string, unknown>): StructureElement;
  addStructure(element: StructureElement): PdfKit;
  markStructureContent(role: string): MarkedContent;
  markContent(tag: 'Artifact' | 'Span', options: Record<string, string>): void;
}

/**
 * A PDF 1.7 file without pages, tagged and set up for PDF/UA-1, with the given fonts. A font that is opened twice is
 * read anew at every use, so the first is registered by hand.
 */
export function openPdf(fonts: PdfFonts, facts: DocumentFacts): PdfKit {
  const { title, author = '', language, created, producer } = facts;
  const [first] = FONT_IDS.filter((id) => fonts[id] !== undefined);
  if (first === undefined) throw new Error('A PDF file needs at least one font.');
  const options = {
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    displayTitle: true,
    lang: language,
    info: {
      Title: title,
      ...(author === '' ? {} : { Author: author }),
      Producer: producer,
      Creator: producer,
      CreationDate: created,
    },
    font: fonts[first],
  };
  const pdf = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions) as unknown as PdfKit;
  // The package neither escapes a name nor knows a language there.
  pdf._addInfo = () => pdf.appendXML(describeFile(facts));
  for (const id of FONT_IDS) {
    const bytes = fonts[id];
    if (bytes !== undefined) pdf.registerFont(id, bytes as unknown as PDFKit.Mixins.PDFFontSource);
  }
  pdf._fontFamilies[first] = pdf._font;
  return pdf;
}

/** Measures by the fonts that will be embedded. A font that was not given has no characters. */
export function metricsOf(pdf: PdfKit, fonts: PdfFonts): FontMetrics {
  const opened = new Map<FontId, EmbeddedFont>();
  for (const id of FONT_IDS) {
    if (fonts[id] === undefined) continue;
    pdf.font(id);
    opened.set(id, pdf._font);
  }
  return {
    has: (font, codePoint) => opened.get(font)?.font.hasGlyphForCodePoint(codePoint) ?? false,
    width: (font, text, shaped) => opened.get(font)?.widthOfString(text, 1, shaped ? [] : undefined) ?? 0,
  };
}

/** All bytes of a file once it is ended. */
export function collectBytes(pdf: PdfKit): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('error', reject);
    pdf.on('end', () => {
      const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
      let at = 0;
      for (const chunk of chunks) {
        whole.set(chunk, at);
        at += chunk.length;
      }
      resolve(whole);
    });
  });
}
