import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { savedAt } from '../../../src/file/saved-at.ts';

const fileOf = (name: string, text: string) => zipSync({ [name]: strToU8(text), 'xl/workbook.xml': strToU8('<x/>') });
const core = (said: string) =>
  fileOf('docProps/core.xml', `<cp:p><dcterms:modified xsi:type="dcterms:W3CDTF">${said}</dcterms:modified></cp:p>`);

describe('savedAt', () => {
  it.each([
    ['of Excel', core('2026-11-28T16:04:05Z'), '2026-11-28T16:04:05.000Z'],
    ['with another zone', core('2026-11-28T20:04:05+04:00'), '2026-11-28T16:04:05.000Z'],
    [
      'of OpenDocument, in the time of the place',
      fileOf('meta.xml', '<m><dc:date>2026-11-28T16:04:05.123456789</dc:date></m>'),
      new Date(2026, 10, 28, 16, 4, 5, 123).toISOString(),
    ],
    ['that is no time', core('yesterday'), null],
    ['that is no day', core('2026-13-45T16:04:05Z'), null],
    ['where the file does not say so', fileOf('docProps/app.xml', '<x/>'), null],
    ['of something that is no zip', strToU8('PK'), null],
  ])('reads the time %s', (_what, bytes, saved) => {
    expect(savedAt(bytes)).toBe(saved);
  });
});
