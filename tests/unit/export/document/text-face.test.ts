import { describe, expect, it } from 'vitest';
import { readFonts } from '../../../../src/cli/read-fonts.ts';
import { ANY_FACE, PRINTED_FACE } from '../../../../src/export/document/text-face.ts';
import { FONT_IDS } from '../../../../src/export/pdf/font-faces.ts';
import { Typesetter } from '../../../../src/export/pdf/font-metrics.ts';
import { metricsOf, openPdf } from '../../../../src/export/pdf/pdfkit-document.ts';

const fonts = readFonts(FONT_IDS);
const metrics = metricsOf(openPdf(fonts, { title: '', language: 'en', created: new Date(0), producer: 'test' }), fonts);
const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
/** Latin letters; the horns of Vietnamese take a little more, and a line that passes its room by them is cut when it is set. */
const LETTERS = [...range(0x20, 0x7e), ...range(0xa0, 0x17f), ...'\u202f\u2011‘’“”„–—…•→°€'];

describe('the face that is printed', () => {
  it.each([false, true])(
    'is narrower than its font by no more than three hundredths, letter by letter (bold: %s)',
    (bold) => {
      const typesetter = new Typesetter(metrics);
      for (const letter of LETTERS) {
        const { text, font } = typesetter.draw(letter, { family: 'sans', bold }, null);
        const drawn = text === '' ? 0 : metrics.width(font, text, false);
        expect(PRINTED_FACE.width(letter, bold), letter).toBeGreaterThanOrEqual(0.97 * drawn);
      }
    },
  );

  it.each([
    'تبلغ المواقف مستويين أو أكثر في اثني عشر مؤشراً',
    'وزارة الشؤون الخارجية والمواطنين في الخارج، والاحتجاز ملاذٌ أخير؟',
    'ضمان اجتماعي يتنقل مع العامل',
  ])('knows Arabic letters by how they join, and no word of them is cut for want of room: %s', (words) => {
    for (const bold of [false, true]) {
      const typesetter = new Typesetter(metrics);
      const { text, font } = typesetter.draw(words, { family: 'sans', bold }, null);
      expect(text).toBe(words);
      const drawn = metrics.width(font, text, true);
      expect(PRINTED_FACE.width(words, bold)).toBeGreaterThanOrEqual(0.97 * drawn);
      expect(PRINTED_FACE.width(words, bold)).toBeLessThan(1.15 * drawn);
    }
  });

  it('is narrower than a face nobody knows, so that more stands on the page', () => {
    const sentence = 'Les positions des institutions s’écartent de deux niveaux ou plus sur 12 indicateurs.';
    expect(PRINTED_FACE.width(sentence, false)).toBeLessThan(0.95 * ANY_FACE.width(sentence, false));
  });
});
