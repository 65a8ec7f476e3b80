import { decodeEightBits } from './eight-bit-text.ts';

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const ENCODER = new TextEncoder();
/** Bytes that are not UTF-8 become lone low surrogates U+DC80 to U+DCFF, as in PEP 383, which no UTF-8 text can hold. */
const ESCAPE_BASE = 0xdc00;
const FIRST_NON_ASCII = 0x80;
const LINE_FEED = 10;

/** UTF-8 bytes as text; null where they are not UTF-8. A byte order mark stays. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return UTF8.decode(bytes);
  } catch {
    return null;
  }
}

/** Why bytes that `decodeUtf8` refuses are no text here: `file.notUtf8` for a text in another code, `file.notText` for none. */
export function whyNotUtf8(bytes: Uint8Array): 'file.notUtf8' | 'file.notText' {
  return decodeText(bytes) === null ? 'file.notText' : 'file.notUtf8';
}

const UTF16_SHARE = 0.3;
const LENIENT_UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });
/** How many letters of a text must be whole for each that is lost, for it to be damaged UTF-8 rather than another code. */
const WHOLE_TO_LOST = 2;

/** UTF-8 of which letters were lost, U+FFFD in their place: cut off within one, or with a part in another code. Else null. */
function damagedUtf8(bytes: Uint8Array): string | null {
  const text = LENIENT_UTF8.decode(bytes);
  const letters = text.match(/[^\0-\x7f]/gu) ?? [];
  const lost = letters.filter((letter) => letter === '\uFFFD').length;
  return letters.length - lost > WHOLE_TO_LOST * lost ? text : null;
}

/**
 * A text as programs save it: UTF-8, also damaged, UTF-16 of either order, else what `decodeEightBits` finds, which any bytes
 * could be. Null where the bytes are no text. A byte order mark is taken off.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const zerosAt = (parity: number) => bytes.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  const isUtf16 = (parity: number) => zerosAt(parity) > UTF16_SHARE * (bytes.length / 2) && zerosAt(1 - parity) === 0;
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || isUtf16(1)) return new TextDecoder('utf-16le').decode(bytes);
  if ((first === 0xfe && second === 0xff) || isUtf16(0)) return new TextDecoder('utf-16be').decode(bytes);
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== null) return utf8.includes('\0') ? null : withoutByteOrderMark(utf8);
  if (bytes.includes(0)) return null;
  const damaged = damagedUtf8(bytes);
  return damaged === null ? decodeEightBits(bytes) : withoutByteOrderMark(damaged);
}

/** As `decodeText` the first `most` bytes, which end between two letters. */
export function decodeBeginning(bytes: Uint8Array, most: number): string | null {
  let end = Math.min(most, bytes.length);
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80 && most - end < 3) end -= 1;
  return decodeText(bytes.subarray(0, end));
}

/** Some editors put a byte order mark before a text; it says nothing. */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** Bytes as text whether or not they are UTF-8: `bytesOfLine` gives exactly these bytes back. */
export function lineOfBytes(bytes: Uint8Array): string {
  const text = decodeUtf8(bytes);
  if (text !== null) return text;
  return Array.from(bytes, (byte) => String.fromCharCode(byte < FIRST_NON_ASCII ? byte : ESCAPE_BASE + byte)).join('');
}

/** The bytes of a line read by `lineOfBytes`, or of any text in UTF-8. */
export function bytesOfLine(line: string): Uint8Array {
  if (!/[\udc80-\udcff]/.test(line) || !/^[\0-\x7f\udc80-\udcff]*$/.test(line)) return ENCODER.encode(line);
  return Uint8Array.from(line, (character) => character.charCodeAt(0) & 0xff);
}

/** Text as UTF-8 bytes. */
export function encodeUtf8(text: string): Uint8Array {
  return ENCODER.encode(text);
}

/** How many lines `splitLines` would give; counting ends beyond `most`. */
export function countLines(bytes: Uint8Array, most: number): number {
  let count = bytes.length > 0 && bytes.at(-1) !== LINE_FEED ? 1 : 0;
  for (let index = 0; index < bytes.length && count <= most; index += 1) if (bytes[index] === LINE_FEED) count += 1;
  return count;
}

/** The lines between line feeds; the last one only if something stands in it. */
export function splitLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  if (start < bytes.length) lines.push(bytes.subarray(start));
  return lines;
}
