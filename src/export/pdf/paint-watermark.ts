import type { TextSetting } from './inline-text.ts';
import { FAINT, STYLES } from './measures.ts';
import type { LaidPage } from './page-canvas.ts';
import type { PdfKit } from './pdfkit-document.ts';
import type { TextPiece } from './structure.ts';
import { setText } from './text-lines.ts';

const SIZE = 80;
const ANGLE = -35;

/** Letters as outlines: what takes the text out of a page does not find the word between the lines. */
function paintOutlines(pdf: PdfKit, { text, font }: TextPiece, x: number, baseline: number, size: number): void {
  pdf.font(font);
  const { unitsPerEm } = pdf._font.font;
  const { glyphs, positions } = pdf._font.font.layout(text);
  pdf.save();
  pdf.translate(x, baseline).scale(size / unitsPerEm, -size / unitsPerEm);
  glyphs.forEach((glyph, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
    const outline = glyph.path.toSVG();
    if (outline !== '') {
      pdf.save();
      pdf.translate(xOffset, yOffset).path(outline).fill(FAINT);
      pdf.restore();
    }
    pdf.translate(xAdvance, 0);
  });
  pdf.restore();
}

/** A word across the page, under everything else, as large as fits. */
export function paintWatermark(pdf: PdfKit, word: string, page: LaidPage, setting: TextSetting): void {
  const set = (size: number) =>
    setText(word, Infinity, { ...STYLES.label, size, line: size, colour: FAINT }, setting)[0];
  const room = Math.min(page.width, page.height) * 0.95;
  const widest = set(SIZE)?.width ?? 0;
  const size = widest <= room ? SIZE : (SIZE * room) / widest;
  const line = set(size);
  if (line === undefined) return;
  const centre = { x: page.width / 2, y: page.height / 2 };
  pdf.markContent('Artifact', { type: 'Background' });
  pdf.save();
  pdf.rotate(ANGLE, { origin: [centre.x, centre.y] });
  for (const piece of line.pieces) {
    paintOutlines(pdf, piece, centre.x - line.width / 2 + piece.offset, centre.y + size * 0.36, size);
  }
  pdf.restore();
  pdf.endMarkedContent();
}
