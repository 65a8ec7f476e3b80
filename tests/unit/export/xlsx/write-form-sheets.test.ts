import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeFormSheets } from '../../../../src/export/xlsx/write-form-sheets.ts';

const text = 'يجوز احتساب مراجعة مكتوبة واحدة لعدة مؤشرات';

/** Points of the one row. */
async function heightIn(rightToLeft: boolean): Promise<number> {
  const sheet = {
    name: 'x',
    widths: [text.length - 2],
    rows: [[{ text, kind: 'text' } as const]],
    stickyRows: 0,
    stickyColumns: 0,
    choices: [],
  };
  const parts = unzipSync(await writeFormSheets([sheet], { rightToLeft, head: '' }));
  const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  return Number(/<row r="1" ht="([\d.]+)"/.exec(xml)?.[1]);
}

describe('a sheet to fill in', () => {
  it('leaves a line more to texts whose letters come from a font that nobody knows', async () => {
    expect(await heightIn(true)).toBeGreaterThan(await heightIn(false));
  });
});
