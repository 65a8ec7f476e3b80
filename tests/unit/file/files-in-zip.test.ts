import { strToU8, zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { readGivenFile } from '../../../src/file/read-given-file.ts';
import { bytesOf } from '../../fixtures/answer-workbooks.ts';

const GOOD = new Uint8Array(await bytesOf());
const nameBytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** What came of each file, by its name in the zip. */
async function outcomes(bytes: Uint8Array): Promise<Record<string, string>> {
  const read = await readGivenFile({
    file: new Blob([bytes as BlobPart]),
    fileName: 'returns.zip',
    use: 'return',
    passphrase: null,
  });
  return Object.fromEntries(
    read.map(({ fileName, content }) => [
      fileName.replace('returns.zip / ', ''),
      content.ok ? content.value.kind : content.problems.map(({ code }) => code).join(' '),
    ]),
  );
}

/** The bytes of a zip in which one byte of the content of a part is another. */
function withFault(zip: Uint8Array, part: string): Uint8Array {
  const spoiled = zip.slice();
  const at = Buffer.from(spoiled).indexOf(Buffer.from(part)) + part.length + 1;
  spoiled[at] = spoiled[at]! ^ 0xff;
  return spoiled;
}

describe('a zip of what came back', () => {
  it('names what cannot be read in it, and takes the rest', async () => {
    const files = {
      'Emploi.xlsx': GOOD,
      'Santé.xlsx': GOOD.slice(0, GOOD.length / 2),
      'Justice.xlsx': new Uint8Array(),
      'Intérieur.pdf': strToU8('%PDF-1.7'),
      'Éducation.docx': zipSync({ 'word/document.xml': strToU8('x') }),
      'Tableau.csv': strToU8('name;place\nA;B'),
      'note.txt': strToU8('Bonjour'),
    };
    const { 'Emploi.xlsx': taken, 'note.txt': note, ...others } = await outcomes(zipSync(files));
    expect(taken).toBe('workbook');
    expect(note).toBeUndefined();
    expect(others).toMatchObject({
      'Santé.xlsx': 'file.truncated',
      'Intérieur.pdf': 'file.isPdf',
      'Éducation.docx': 'file.isWord',
      'Tableau.csv': 'file.isSheet',
    });
    expect(Object.keys(others)).toHaveLength(5);
  });

  it('goes on where one part of it is damaged, or a zip in it', async () => {
    const inner = zipSync({ 'Justice.xlsx': [GOOD, { level: 0 }] });
    const whole = zipSync({
      'Emploi.xlsx': [GOOD, { level: 0 }],
      'lettre.txt': [strToU8('Bonjour'), { level: 0 }],
      'Justice.zip': [inner.slice(0, inner.length - 30), { level: 0 }],
    });
    expect(await outcomes(withFault(whole, 'lettre.txt'))).toEqual({
      'Emploi.xlsx': 'workbook',
      'lettre.txt': 'file.damaged',
      'Justice.zip': 'file.truncated',
    });
  });

  it('is unpacked once, however many kinds of fault it has', async () => {
    const names = ['a.txt', 'b.txt', 'c.txt', 'd.xlsx'];
    const whole = zipSync(Object.fromEntries(names.map((name) => [name, [GOOD, { level: 0 }] as const])) as never);
    const view = new DataView(whole.buffer);
    const directory = view.getUint32(whole.length - 6, true);
    const entryOf = (name: string) => Buffer.from(whole).indexOf(name, directory) - 46;
    view.setUint16(entryOf('a.txt') + 10, 99, true);
    view.setUint32(entryOf('b.txt') + 24, 0xfffffff0, true);
    view.setUint32(entryOf('c.txt') + 16, 1, true);
    const unpacked = vi.spyOn(Uint8Array.prototype, 'subarray');
    const found = await outcomes(whole);
    // The content of a part is cut out of the zip where it is unpacked.
    const cuts = unpacked.mock.calls.filter(([from = 0, to = 0]) => to - from === GOOD.length);
    unpacked.mockRestore();
    expect(found).toEqual({
      'a.txt': 'file.unsupportedZip',
      'b.txt': 'file.partTooBig',
      'c.txt': 'file.damaged',
      'd.xlsx': 'workbook',
    });
    expect(cuts).toHaveLength(2);
  });

  it('takes nothing of an unpacked file of which a part is damaged', async () => {
    const parts = { 'a/xl/workbook.xml': strToU8('<workbook/>'), 'a/xl/sheet.xml': strToU8('<sheet>content</sheet>') };
    const stored = Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, [part, { level: 0 }] as const]),
    );
    expect(await outcomes(withFault(zipSync(stored as never), 'a/xl/sheet.xml'))).toEqual({ 'a/': 'file.damaged' });
  });

  it('has names as older versions of Windows write them, and as packers that begin each with a dot and a stroke', async () => {
    const zip = zipSync({ 'Sant__.xlsx': GOOD, './retours/Emploi.xlsx': GOOD });
    const old = Buffer.from(zip.map((byte) => byte));
    for (let at = old.indexOf('Sant__'); at >= 0; at = old.indexOf('Sant__', at + 1)) {
      old.set(nameBytes('Sant\x82\x82'), at);
    }
    expect(await outcomes(new Uint8Array(old))).toEqual({
      'Santéé.xlsx': 'workbook',
      './retours/Emploi.xlsx': 'workbook',
    });
  });

  it('has no more parts with all the zips in it than a file may have: the rest is named', async () => {
    const many = (from: number) =>
      zipSync(Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`${from + at}.txt`, strToU8('x')])));
    const found = await outcomes(zipSync({ 'one.zip': many(0), 'two.zip': many(3000), 'good.xlsx': GOOD }));
    expect(found).toEqual({ 'two.zip': 'file.tooManyParts', 'good.xlsx': 'workbook' });
  });
});
