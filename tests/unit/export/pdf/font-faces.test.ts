import { describe, expect, it } from 'vitest';
import { readFonts } from '../../../../src/cli/read-fonts.ts';
import { FONT_IDS, fontsFor } from '../../../../src/export/pdf/font-faces.ts';
import { metricsOf, openPdf } from '../../../../src/export/pdf/pdfkit-document.ts';
import { documentOf, ENGLISH, FRENCH } from '../../../fixtures/report-documents.ts';

const named = (title: string) => ({ ...documentOf({ ...FRENCH, foreign: { text: 'OIM', language: 'fr' } }), title });
const fonts = readFonts(FONT_IDS);
const metrics = metricsOf(openPdf(fonts, { title: '', language: 'en', created: new Date(0), producer: 'test' }), fonts);

describe('fontsFor', () => {
  it('asks for no more than text in French or English needs', () => {
    expect(fontsFor(named('Œuvre à l\u2019État, dû'))).toEqual(['sans-regular', 'sans-bold', 'serif-bold', 'signs']);
  });

  it.each([
    ['وزارة', 'arabic-regular'],
    ['Česko', 'sans-extended-regular'],
    ['Ελλάδα', 'greek-bold'],
    ['Москва', 'cyrillic-regular'],
  ])('asks for more where %s stands', (title, font) => {
    expect(fontsFor(named(title))).toContain(font);
  });

  it('asks for Arabic where one institution has an Arabic name', () => {
    expect(fontsFor(documentOf(ENGLISH))).toContain('arabic-bold');
  });
});

describe('the font files', () => {
  const LATIN = 'aZ09éÉœŒçñ¿«»“”’–—…•·×−€°§%‰'.replace('‰', '');
  it.each([
    ['sans-regular', LATIN],
    ['sans-bold', LATIN],
    ['serif-bold', LATIN.replace('−', '')],
    ['signs', '→←▼▽▲△≥≤✓'],
    ['arabic-regular', 'ابجدﻻ،؟٠١٢ '],
    ['sans-extended-regular', 'ŠłğİĀəŋɔ'],
    ['greek-regular', 'Ωά'],
    ['cyrillic-bold', 'ЖёҐ'],
  ] as const)('%s holds what it is asked for', (font, characters) => {
    expect([...characters].filter((one) => !metrics.has(font, one.codePointAt(0)!))).toEqual([]);
  });

  it('are small enough to be fetched over a weak line', () => {
    const sizes = (['sans-regular', 'sans-bold', 'serif-bold', 'signs'] as const).map((id) => fonts[id]!.length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(100_000);
  });
});
