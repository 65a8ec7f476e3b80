import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readZip } from '../../../src/file/read-zip.ts';

const FILES = { 'a.txt': strToU8('first'), 'b/c.txt': strToU8('second '.repeat(40)) };
const ZIP = zipSync(FILES);
const RULES = { limitOf: () => 1000 };

function namesIn(bytes: Uint8Array): readonly string[] {
  const read = readZip(bytes, RULES);
  if (!read.ok) return read.problems.map(({ code }) => code);
  for (const [name, content] of read.value) expect(content).toEqual(FILES[name as keyof typeof FILES]);
  return [...read.value.keys()];
}

const joined = (...pieces: (Uint8Array | string)[]) =>
  Uint8Array.from(pieces.flatMap((piece) => [...(typeof piece === 'string' ? strToU8(piece, true) : piece)]));

const END = ZIP.length - 22;
const startOf = (zip: Uint8Array) => new DataView(zip.buffer).getUint32(zip.length - 6, true);

/** As programs write it that pack while they send: the local headers do not know the sizes, which follow the content. */
function streamed(): Uint8Array {
  const zip = ZIP.slice();
  const view = new DataView(zip.buffer);
  for (let at = startOf(zip); view.getUint32(at, true) === 0x02014b50;) {
    const local = view.getUint32(at + 42, true);
    for (const flags of [at + 8, local + 6]) view.setUint16(flags, view.getUint16(flags, true) | 8, true);
    for (const place of [14, 18, 22]) view.setUint32(local + place, 0, true);
    at += 46 + view.getUint16(at + 28, true);
  }
  return zip;
}

/** With the longer end that ZIP64 has, and every number of the shorter one left to it, or as it is (APPNOTE 4.3.14 to 4.3.16). */
function withLongerEnd(leavesNumbers: boolean): Uint8Array {
  const [size, start] = [END - startOf(ZIP), startOf(ZIP)];
  const longer = new DataView(new ArrayBuffer(76));
  longer.setUint32(0, 0x06064b50, true);
  longer.setBigUint64(4, 44n, true);
  for (const at of [24, 32]) longer.setBigUint64(at, 2n, true);
  longer.setBigUint64(40, BigInt(size), true);
  longer.setBigUint64(48, BigInt(start), true);
  longer.setUint32(56, 0x07064b50, true);
  longer.setBigUint64(64, BigInt(END), true);
  longer.setUint32(72, 1, true);
  const end = ZIP.slice(END);
  if (leavesNumbers) end.fill(0xff, 8, 20);
  return joined(ZIP.slice(0, END), new Uint8Array(longer.buffer), end);
}

/** With sizes and places in the longer fields of the directory, whether they are long or not (APPNOTE 4.5.3). */
function withLongerFields(): Uint8Array {
  const [view, start] = [new DataView(ZIP.buffer), startOf(ZIP)];
  const entries: Uint8Array[] = [];
  for (let at = start; view.getUint32(at, true) === 0x02014b50;) {
    const next = at + 46 + view.getUint16(at + 28, true);
    const entry = new DataView(joined(ZIP.slice(at, next), new Uint8Array(28)).buffer);
    entry.setUint16(30, 28, true);
    entry.setUint16(next - at, 1, true);
    entry.setUint16(next - at + 2, 24, true);
    [24, 20, 42].forEach((place, index) => {
      entry.setBigUint64(next - at + 4 + 8 * index, BigInt(entry.getUint32(place, true)), true);
      entry.setUint32(place, 0xffffffff, true);
    });
    entries.push(new Uint8Array(entry.buffer));
    at = next;
  }
  const directory = joined(...entries);
  const end = new DataView(ZIP.slice(END).buffer);
  end.setUint32(12, directory.length, true);
  return joined(ZIP.slice(0, start), directory, new Uint8Array(end.buffer));
}

describe('a zip that came by many hands', () => {
  it.each<[string, Uint8Array]>([
    ['as it is', ZIP],
    ['with two bytes behind it', joined(ZIP, '\r\n')],
    ['with zeros up to a full block behind it', joined(ZIP, new Uint8Array(4096))],
    ['with an empty line before it', joined('\r\n', ZIP)],
    ['with a mark of the order of bytes before it', joined(Uint8Array.of(0xef, 0xbb, 0xbf), ZIP)],
    [
      'with lines of a mail before and behind it',
      joined('Content-Type: application/zip\r\n\r\n', ZIP, '\r\n--end--\r\n'),
    ],
    ['packed while it was sent', streamed()],
    ['with the longer end beside the shorter one', withLongerEnd(false)],
    ['with the longer end alone', withLongerEnd(true)],
    ['with its sizes in the longer fields', withLongerFields()],
    ['with all of that', joined('\n', withLongerEnd(true), '\n')],
  ])('is read %s', (_, bytes) => {
    expect(namesIn(bytes)).toEqual(Object.keys(FILES));
  });

  it('is not taken for one that lies whole in it where it is cut off itself', () => {
    const outer = zipSync({ 'Justice.zip': [ZIP, { level: 0 }], 'Emploi.zip': [ZIP, { level: 0 }] });
    for (let length = ZIP.length; length < outer.length; length += 7) {
      expect(namesIn(outer.slice(0, length))).toEqual(['file.truncated']);
    }
  });
});
