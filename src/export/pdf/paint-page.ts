import type { LaidPage } from './page-canvas.ts';
import { paintShape } from './paint-shape.ts';
import type { MarkedContent, PdfKit, StructureElement } from './pdfkit-document.ts';
import type { Content, Mark, StructureNode } from './structure.ts';

/** What painting a page leaves for the structure: the marked content of each element. */
export interface Painted {
  readonly elements: Map<StructureNode, StructureElement>;
  readonly contents: Map<Content, MarkedContent>;
}

function paintText(pdf: PdfKit, mark: Extract<Mark, { kind: 'text' }>, marked: boolean): void {
  const { pieces, x, baseline, size, colour } = mark;
  for (const { text, font, offset, width, shaped, language } of pieces) {
    if (/^[ \u00a0]*$/.test(text) && pieces.length === 1) continue;
    const span = marked && language !== null;
    if (span) pdf.markContent('Span', { lang: language });
    pdf.font(font).fontSize(size).fillColor(colour);
    pdf.text(text, x + offset, baseline, {
      lineBreak: false,
      baseline: 'alphabetic',
      // Known already: without it every piece is measured once more.
      textWidth: width,
      wordCount: 1,
      ...(shaped ? { features: [] } : {}),
    } as PDFKit.Mixins.TextOptions);
    if (span) pdf.endMarkedContent();
  }
}

/** Draws marks in order; `marked` where they are read out. */
function paintMarks(pdf: PdfKit, marks: readonly Mark[], marked: boolean): void {
  for (const mark of marks) {
    if (mark.kind === 'text') paintText(pdf, mark, marked);
    else paintShape(pdf, mark.shape);
  }
}

/** Draws what is not read out: `Pagination` repeats on every page, `Layout` is decoration. */
export function paintArtifact(pdf: PdfKit, type: 'Pagination' | 'Layout', marks: readonly Mark[]): void {
  if (marks.length === 0) return;
  pdf.markContent('Artifact', { type });
  paintMarks(pdf, marks, false);
  pdf.endMarkedContent();
}

/** Draws a page that is already added: decoration first, then each element, in reading order. */
export function paintPage(pdf: PdfKit, page: LaidPage, painted: Painted): void {
  for (const { name, y } of page.destinations) pdf.addNamedDestination(name, 'XYZ', 0, y, 0);
  paintArtifact(pdf, 'Layout', page.decoration);
  for (const content of page.contents) {
    const marked = pdf.markStructureContent(content.node.role);
    paintMarks(pdf, content.marks, true);
    pdf.endMarkedContent();
    painted.contents.set(content, marked);
  }
  for (const { node, x, y, width, height, target, contents } of page.links) {
    const element = painted.elements.get(node);
    // Strings of annotations must be String objects: plain ones are written as names.
    const options = {
      Contents: new String(contents),
      ...(element === undefined ? {} : { structParent: element }),
    } as unknown as PDFKit.Mixins.AnnotationOption;
    if (/^https?:/.test(target)) pdf.link(x, y, width, height, target, options);
    else pdf.goTo(x, y, width, height, target, options);
  }
}
