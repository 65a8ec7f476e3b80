import { zlibSync } from 'fflate';

/** Objects that are packed together: readers unpack all of a stream for one of them. */
const OBJECTS_A_STREAM = 200;
const END = '\nendobj\n';
const latin1 = new TextDecoder('latin1');
const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

interface PdfObject {
  readonly number: number;
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** The table of a file that PDFKit has written: where it stands, where each object begins, and what its trailer says. */
function readTable(text: string) {
  const at = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text.slice(-60))?.[1]);
  const table = text.slice(at);
  const offsets = [...table.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
  const trailer = /trailer\n<<\n([\s\S]*)\n>>\nstartxref/.exec(table)?.[1];
  if (trailer === undefined) throw new Error('The file does not end as PDFKit ends it.');
  return { at, offsets, trailer };
}

/** Without `1 0 obj` and `endobj`. */
function bodyOf({ number, bytes }: PdfObject): Uint8Array {
  return bytes.subarray(`${number} 0 obj\n`.length, bytes.length - END.length);
}

class Writing {
  readonly #parts: Uint8Array[] = [];
  length = 0;

  add(...parts: readonly Uint8Array[]): void {
    for (const part of parts) {
      this.#parts.push(part);
      this.length += part.length;
    }
  }

  joined(): Uint8Array {
    const whole = new Uint8Array(this.length);
    let at = 0;
    for (const part of this.#parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }
}

function streamOf(number: number, entries: string, content: Uint8Array): Uint8Array[] {
  const packed = zlibSync(content);
  const head = `${number} 0 obj\n<<\n${entries}\n/Filter /FlateDecode\n/Length ${packed.length}\n>>\nstream\n`;
  return [bytesOf(head), packed, bytesOf(`\nendstream${END}`)];
}

/** Numbers and places of the objects first, then the objects. */
function packTogether(objects: readonly PdfObject[]): { readonly content: Uint8Array; readonly first: number } {
  const bodies = objects.map(bodyOf);
  let at = 0;
  const places = bodies.map((body, index) => {
    const place = `${objects[index]?.number ?? 0} ${at}`;
    at += body.length + 1;
    return place;
  });
  const head = bytesOf(`${places.join(' ')}\n`);
  const all = new Writing();
  all.add(head, ...bodies.flatMap((body) => [body, bytesOf('\n')]));
  return { content: all.joined(), first: head.length };
}

/**
 * The same PDF 1.7 file with its objects packed together (ISO 32000-1, 7.5.7 and 7.5.8), which halves a file with
 * structure: `file` is as PDFKit writes it, neither encrypted nor changed afterwards.
 */
export function packObjects(file: Uint8Array): Uint8Array {
  const text = latin1.decode(file);
  const { at: tableAt, offsets, trailer } = readTable(text);
  const ends = new Map<number, number>();
  const sorted = [...offsets].sort((a, b) => a - b);
  sorted.forEach((offset, index) => ends.set(offset, sorted[index + 1] ?? tableAt));
  const objects = offsets.map((offset, index): PdfObject => ({
    number: index + 1,
    offset,
    bytes: file.subarray(offset, ends.get(offset)),
  }));
  const isStream = ({ offset }: PdfObject) => text.endsWith(`\nendstream${END}`, ends.get(offset));
  const written = new Writing();
  written.add(file.subarray(0, sorted[0] ?? tableAt));
  // Type, then a place in the file and nothing, or a stream and a place in it.
  const places: (readonly [type: number, first: number, second: number])[] = [[0, 0, 65_535]];
  const alone = objects.filter(isStream);
  for (const object of alone) {
    places[object.number] = [1, written.length, 0];
    written.add(object.bytes);
  }
  const together = objects.filter((object) => !isStream(object));
  let next = objects.length + 1;
  for (let from = 0; from < together.length; from += OBJECTS_A_STREAM) {
    const group = together.slice(from, from + OBJECTS_A_STREAM);
    group.forEach(({ number }, index) => (places[number] = [2, next, index]));
    places[next] = [1, written.length, 0];
    const { content, first } = packTogether(group);
    written.add(...streamOf(next, `/Type /ObjStm\n/N ${group.length}\n/First ${first}`, content));
    next += 1;
  }
  const tableStart = written.length;
  places[next] = [1, tableStart, 0];
  const rows = new Uint8Array(places.length * 7);
  const view = new DataView(rows.buffer);
  places.forEach(([type, first, second], index) => {
    view.setUint8(index * 7, type);
    view.setUint32(index * 7 + 1, first);
    view.setUint16(index * 7 + 5, second);
  });
  const entries = trailer.replace(/\/Size \d+/, `/Size ${places.length}`);
  written.add(...streamOf(next, `/Type /XRef\n/W [1 4 2]\n${entries}`, rows));
  written.add(bytesOf(`startxref\n${tableStart}\n%%EOF\n`));
  return written.joined();
}
