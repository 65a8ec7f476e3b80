import type { TextSetting } from './inline-text.ts';
import { FAINT, STYLES } from './measures.ts';
import type { LaidPage } from './page-canvas.ts';
import { paintMarks } from './paint-page.ts';
import type { PdfKit } from './pdfkit-document.ts';
import { setText } from './text-lines.ts';

const SIZE = 80;
const ANGLE = -35;

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
  const place = { x: centre.x - line.width / 2, baseline: centre.y + size * 0.36 };
  paintMarks(pdf, [{ kind: 'text', pieces: line.pieces, ...place, size, colour: FAINT, spoken: null }], false);
  pdf.restore();
  pdf.endMarkedContent();
}
