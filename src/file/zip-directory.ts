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
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const MAXIMUM_COMMENT_BYTES = 0xffff;
const ZIP64_COUNT = 0xffff;
const ZIP64_SIZE = 0xffffffff;
const ENCRYPTED = 1;

export type Directory = { readonly parts: readonly ZipPart[]; readonly start: number } | { readonly problem: Problem };

const failure = (code: string, params: Problem['params'] = {}) => ({ problem: problem(code, '', [], params) });

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_BYTES - MAXIMUM_COMMENT_BYTES);
  for (let at = view.byteLength - END_BYTES; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END && at + END_BYTES + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  }
  return -1;
}

/** Whether a file begins as a zip does, which its end has to prove. */
export function beginsAsZip(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return bytes.length >= 4 && view.getUint32(0, true) === LOCAL;
}

/**
 * The parts a zip announces, in its order. Codes: `file.notZip`, `file.truncated` (begins as a zip, the end is
 * missing), `file.damaged` (the parts contradict each other), `file.unsupportedZip` (encrypted, split, over 4 GiB).
 */
export function readDirectory(bytes: Uint8Array): Directory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length < END_BYTES ? -1 : findEnd(view);
  if (end === -1) {
    return failure(beginsAsZip(bytes) ? 'file.truncated' : 'file.notZip');
  }
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (view.getUint32(end + 4, true) !== 0 || count === ZIP64_COUNT || size === ZIP64_SIZE || start === ZIP64_SIZE) {
    return failure('file.unsupportedZip');
  }
  if (start + size !== end || view.getUint16(end + 8, true) !== count) return failure('file.damaged', { part: 'zip' });
  const parts: ZipPart[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_BYTES > end || view.getUint32(at, true) !== CENTRAL)
      return failure('file.damaged', { part: 'zip' });
    const nameBytes = view.getUint16(at + 28, true);
    const next = at + CENTRAL_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const name = zipName(bytes.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes));
    if (next > end) return failure('file.damaged', { part: 'zip' });
    if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0) return failure('file.unsupportedZip');
    parts.push({
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      unpackedBytes: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return at === end ? { parts, start } : failure('file.damaged', { part: 'zip' });
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
