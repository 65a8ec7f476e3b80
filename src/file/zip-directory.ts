import type { Problem } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { zipName } from './zip-name.ts';

/** One part as the central directory of a zip announces it (PKWARE APPNOTE 6.3.10, section 4.3). */
export interface ZipPart {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** Where the local header begins. */
  readonly offset: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const END_BYTES = 22;
const END_64_BYTES = 56;
const LOCATOR_64_BYTES = 20;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const MAXIMUM_COMMENT_BYTES = 0xffff;
/** Stands for a number that a longer field gives. */
const IN_LONGER_FIELD = 0xffffffff;
const LONGER_FIELD = 1;
const ENCRYPTED = 1;

export type Directory = { readonly parts: readonly ZipPart[]; readonly start: number } | { readonly problem: Problem };

const failure = (code: string, params: Problem['params'] = {}) => ({ problem: problem(code, '', [], params) });

/** What the end of a zip says of its directory. */
interface DirectoryEnd {
  readonly count: number;
  readonly countHere: number;
  readonly disk: number;
  readonly size: number;
  /** Where it begins, and by how many bytes that is behind what the zip says: what stands before it is no part of it. */
  readonly start: number;
  readonly shift: number;
}

const longAt = (view: DataView, at: number) => Number(view.getBigUint64(at, true));

/** The longer form of the end, which programs that do not know beforehand how much they will pack write before the other. */
function directoryEnd64(view: DataView, end: number): DirectoryEnd | null {
  const locator = end - LOCATOR_64_BYTES;
  const at = locator - END_64_BYTES;
  if (at < 0 || view.getUint32(locator, true) !== LOCATOR_64 || view.getUint32(at, true) !== END_64) return null;
  const [size, start] = [longAt(view, at + 40), longAt(view, at + 48)];
  return {
    ...{ count: longAt(view, at + 32), countHere: longAt(view, at + 24), disk: view.getUint32(at + 16, true) },
    ...{ size, start: at - size, shift: at - size - start },
  };
}

function directoryEndAt(view: DataView, end: number): DirectoryEnd {
  const [size, start] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  return {
    ...{ count: view.getUint16(end + 10, true), countHere: view.getUint16(end + 8, true) },
    ...{ disk: view.getUint32(end + 4, true), size, start: end - size, shift: end - size - start },
  };
}

/** Whether a directory is where its end says; behind other bytes only where those are no zip that was cut off in itself. */
function isInPlace(view: DataView, { count, start, shift }: DirectoryEnd): boolean {
  if (start < 0 || shift < 0 || (shift > 0 && view.getUint32(0, true) === LOCAL)) return false;
  return count === 0 || (start + CENTRAL_BYTES <= view.byteLength && view.getUint32(start, true) === CENTRAL);
}

/** The last end in a file: as it was written, else one with other bytes before or behind it; -1 without any. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_BYTES - MAXIMUM_COMMENT_BYTES);
  let inPlace = -1;
  for (let at = view.byteLength - END_BYTES; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    if (at + END_BYTES + view.getUint16(at + 20, true) === view.byteLength) return at;
    const end = directoryEnd64(view, at) ?? directoryEndAt(view, at);
    if (inPlace === -1 && isInPlace(view, end)) inPlace = at;
  }
  return inPlace;
}

/** Sizes and place of a part, which stand in a field of their own where they are long, or could have been. */
function longerFields(view: DataView, at: number, to: number, numbers: readonly number[]): readonly number[] | null {
  if (!numbers.includes(IN_LONGER_FIELD)) return numbers;
  for (let field = at; field + 4 <= to; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== LONGER_FIELD) continue;
    let next = field + 4;
    const fieldEnd = Math.min(to, next + view.getUint16(field + 2, true));
    return numbers.map((number) => {
      if (number !== IN_LONGER_FIELD || next + 8 > fieldEnd) return number;
      next += 8;
      return longAt(view, next - 8);
    });
  }
  return null;
}

/** Whether a file begins as a zip does, which its end has to prove. */
export function beginsAsZip(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return bytes.length >= 4 && view.getUint32(0, true) === LOCAL;
}

/**
 * The parts a zip announces, in its order, whatever a server or a mail program put before or behind it. Codes: `file.notZip`,
 * `file.truncated` (begins as a zip, the end is missing), `file.damaged` (the parts contradict each other),
 * `file.unsupportedZip` (encrypted, split).
 */
export function readDirectory(bytes: Uint8Array): Directory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length < END_BYTES ? -1 : findEnd(view);
  if (end === -1) {
    return failure(beginsAsZip(bytes) ? 'file.truncated' : 'file.notZip');
  }
  const directory = directoryEnd64(view, end) ?? directoryEndAt(view, end);
  const { count, start, shift, size } = directory;
  if (directory.disk !== 0) return failure('file.unsupportedZip');
  if (!isInPlace(view, directory) || directory.countHere !== count) return failure('file.damaged', { part: 'zip' });
  const to = start + size;
  const parts: ZipPart[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_BYTES > to || view.getUint32(at, true) !== CENTRAL)
      return failure('file.damaged', { part: 'zip' });
    const nameEnd = at + CENTRAL_BYTES + view.getUint16(at + 28, true);
    const fieldsEnd = nameEnd + view.getUint16(at + 30, true);
    const next = fieldsEnd + view.getUint16(at + 32, true);
    if (next > to) return failure('file.damaged', { part: 'zip' });
    if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0) return failure('file.unsupportedZip');
    const said = [24, 20, 42].map((place) => view.getUint32(at + place, true));
    const [unpackedBytes, packedBytes, offset] = longerFields(view, nameEnd, fieldsEnd, said) ?? [];
    if (unpackedBytes === undefined || packedBytes === undefined || offset === undefined)
      return failure('file.damaged', { part: 'zip' });
    parts.push({
      name: zipName(bytes.subarray(at + CENTRAL_BYTES, nameEnd)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedBytes,
      unpackedBytes,
      offset: offset + shift,
    });
    at = next;
  }
  return at === to ? { parts, start } : failure('file.damaged', { part: 'zip' });
}

/** The packed bytes of a part, between its local header and the directory; null where they cannot be. */
export function packedBytesOf(bytes: Uint8Array, part: ZipPart, directoryStart: number): Uint8Array | null {
  if (part.offset + LOCAL_BYTES > directoryStart) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(part.offset, true) !== LOCAL) return null;
  const nameBytes = view.getUint16(part.offset + 26, true);
  const nameStart = part.offset + LOCAL_BYTES;
  const start = nameStart + nameBytes + view.getUint16(part.offset + 28, true);
  const sameName = zipName(bytes.subarray(nameStart, nameStart + nameBytes)) === part.name;
  return sameName && start + part.packedBytes <= directoryStart
    ? bytes.subarray(start, start + part.packedBytes)
    : null;
}
