import { describe, expect, it } from 'vitest';
import { readFonts } from '../../../../src/cli/read-fonts.ts';
import { FONT_IDS, fontsFor } from '../../../../src/export/pdf/font-faces.ts';
import { Typesetter } from '../../../../src/export/pdf/font-metrics.ts';
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
    ['Қазақстан', 'cyrillic-extended-bold'],
    ['Việt Nam', 'sans-vietnamese-regular'],
    ['Ẹ̀kọ́', 'serif-vietnamese-bold'],
  ])('asks for more where %s stands', (title, font) => {
    expect(fontsFor(named(title))).toContain(font);
  });

  it('asks for Arabic where one institution has an Arabic name', () => {
    expect(fontsFor(documentOf(ENGLISH))).toContain('arabic-bold');
  });
});

describe('a name without its marks is another name', () => {
  it.each([
    'Bộ Ngoại giao — Nguyễn Thị Ánh',
    'Ọba Ọ̀ṣun, Ẹ̀kọ́',
    'Ụlọ ọrụ Ịgba',
    'Fɔ̀ngbè ɖɔ̀, Ɛ́wɛ́, ɣeɖuɖu',
    'Türkiye, İçişleri Bakanlığı, Česko, Łódź, Împărăție',
    'Ƙasar Haɓaka, Ɗan Ƙwadago, Ƴanci',
    'Міністерство у справах, Ёлка, Ґанок',
    'Υπουργείο Μετανάστευσης και Ασύλου',
    'Қазақстан Республикасының Еңбек және халықты әлеуметтік қорғау министрлігі',
    'Кыргыз Республикасынын Өкмөтү, үй-бүлө',
    'Вазорати меҳнат, муҳоҷират ва шуғли аҳолии Ҷумҳурии Тоҷикистон, рӯйхати нигоҳдорӣ',
  ])('%s is set whole, in either family', (name) => {
    const typesetter = new Typesetter(metrics);
    expect(typesetter.prepare(name)).toBe(name.normalize('NFC'));
    for (const family of ['sans', 'serif'] as const) {
      for (const character of typesetter.prepare(name)) typesetter.draw(character, { family, bold: true }, null);
    }
    expect([...typesetter.missing]).toEqual([]);
  });

  it.each(['Ἑλλάς', '外務省', 'የኢትዮጵያ'])('%s is set whole, or what of it is not is named', (name) => {
    const typesetter = new Typesetter(metrics);
    const prepared = typesetter.prepare(name);
    for (const character of prepared) typesetter.draw(character, { family: 'sans', bold: false }, null);
    const lost = [...name.normalize('NFC')].filter((one) => !prepared.includes(one));
    for (const character of lost) expect([...typesetter.missing].join('')).toContain(character);
    expect(lost.length === 0).toBe(prepared === name.normalize('NFC'));
  });

  it('is said where a mark cannot be drawn', () => {
    const typesetter = new Typesetter(metrics);
    expect(typesetter.prepare('Ḵ\u0331 ṩ\u032d')).not.toContain('\u032d');
    expect([...typesetter.missing]).toContain('\u032d');
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
    ['sans-extended-regular', 'ŠłğİĀəŋɔɛɖɣɩɲʋ'],
    ['sans-vietnamese-regular', 'ệọụịộễ\u0300\u0301\u0323'],
    ['serif-vietnamese-bold', 'ỌỤỊẸ\u0300'],
    ['greek-regular', 'Ωά'],
    ['cyrillic-bold', 'ЖёҐҰ'],
    ['cyrillic-extended-regular', 'ҚқҒғҢңӨөҮүҺһӘәҲҳҶҷӢӣӮӯ'],
  ] as const)('%s holds what it is asked for', (font, characters) => {
    expect([...characters].filter((one) => !metrics.has(font, one.codePointAt(0)!))).toEqual([]);
  });

  it('are small enough to be fetched over a weak line', () => {
    const sizes = (['sans-regular', 'sans-bold', 'serif-bold', 'signs'] as const).map((id) => fonts[id]!.length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(100_000);
  });
});
