// @vitest-environment node
import { unzlibSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFonts } from '../../../../src/cli/read-fonts.ts';
import { packObjects } from '../../../../src/export/pdf/pack-objects.ts';
import { collectBytes, openPdf } from '../../../../src/export/pdf/pdfkit-document.ts';
import { readPdf } from '../../../fixtures/read-pdf.ts';

const PAGES = 120;
const latin1 = new TextDecoder('latin1');

describe('a file whose objects are packed together', () => {
  let plain: Uint8Array;
  let packed: Uint8Array;

  beforeAll(async () => {
    const facts = { title: 'endobj (\\) \n stream', language: 'en', created: new Date(0), producer: 'test' };
    const pdf = openPdf(readFonts(['sans-regular']), facts);
    const bytes = collectBytes(pdf);
    for (let page = 1; page <= PAGES; page += 1) {
      pdf.addPage({ size: [200, 200], margin: 0 });
      const element = pdf.struct('P', { alt: `Page ${page}\nendstream\nendobj\n` });
      pdf.addStructure(element);
      element.add(pdf.markStructureContent('P'));
      pdf.font('sans-regular').text(`Page ${page}`, 10, 10);
      element.end();
    }
    pdf.end();
    plain = await bytes;
    packed = packObjects(plain);
  });

  it('has every object word for word, in fewer bytes', () => {
    const [before, after] = [readPdf(plain), readPdf(packed)];
    expect(before.objects.size).toBeGreaterThan(3 * PAGES);
    for (const [number, object] of before.objects) expect(after.objects.get(number)).toBe(object);
    for (const [number, stream] of before.streams) expect(after.streams.get(number)).toBe(stream);
    expect(packed.length).toBeLessThan(plain.length / 2);
  });

  it('says of every object where it is', () => {
    const text = latin1.decode(packed);
    const tableAt = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
    const [, entries = ''] = /^\d+ 0 obj\n<<\n([\s\S]*?)\n>>\nstream\n/.exec(text.slice(tableAt)) ?? [];
    expect(entries).toMatch(/\/Root \d+ 0 R/);
    expect(entries).toMatch(/\/Info \d+ 0 R/);
    const start = text.indexOf('stream\n', tableAt) + 'stream\n'.length;
    const rows = unzlibSync(packed.subarray(start, start + Number(/\/Length (\d+)/.exec(entries)?.[1])));
    const view = new DataView(rows.buffer, rows.byteOffset, rows.length);
    const count = Number(/\/Size (\d+)/.exec(entries)?.[1]);
    expect(rows.length).toBe(count * 7);
    const { streams } = readPdf(packed);
    const kinds = new Set<number>();
    for (let number = 1; number < count; number += 1) {
      const [kind, first, second] = [
        view.getUint8(number * 7),
        view.getUint32(number * 7 + 1),
        view.getUint16(number * 7 + 5),
      ];
      kinds.add(kind);
      if (kind === 1) expect(text.startsWith(`${number} 0 obj\n`, first)).toBe(true);
      else expect(streams.get(first)?.split('\n')[0]?.split(' ')[2 * second]).toBe(String(number));
    }
    expect([...kinds].sort()).toEqual([1, 2]);
  });
});
