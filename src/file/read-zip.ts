import { inflateSync } from 'fflate';
import type { Problem, Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { crc32 } from './crc32.ts';
import { MAXIMUM_PARTS, MAXIMUM_RATIO, MAXIMUM_TOTAL_BYTES, RATIO_FROM_BYTES } from './file-limits.ts';
import type { ZipPart } from './zip-directory.ts';
import { packedBytesOf, readDirectory } from './zip-directory.ts';

const STORED = 0;
const DEFLATED = 8;

/** What the directory announces is checked before anything is unpacked. */
function checkLimits(
  parts: readonly ZipPart[],
  packedTotal: number,
  limitOf: (name: string) => number | null,
): Problem[] {
  if (parts.length > MAXIMUM_PARTS) {
    return [problem('file.tooManyParts', '', [], { found: parts.length, maximum: MAXIMUM_PARTS })];
  }
  const problems: Problem[] = [];
  const names = new Set<string>();
  for (const { name, unpackedBytes, method } of parts) {
    const limit = limitOf(name);
    if (limit === null) problems.push(problem('file.unknownPart', name, [], { part: name }));
    else if (unpackedBytes > limit) {
      problems.push(problem('file.partTooBig', name, [], { part: name, bytes: unpackedBytes, maximum: limit }));
    }
    if (names.has(name)) problems.push(problem('file.partTwice', name, [], { part: name }));
    if (method !== STORED && method !== DEFLATED) problems.push(problem('file.unsupportedZip', name, []));
    names.add(name);
  }
  const total = parts.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  const exaggerated = total > RATIO_FROM_BYTES && total > packedTotal * MAXIMUM_RATIO;
  if (total > MAXIMUM_TOTAL_BYTES || exaggerated) {
    problems.push(problem('file.tooBig', '', [], { bytes: total, maximum: MAXIMUM_TOTAL_BYTES }));
  }
  return problems;
}

function unpack(packed: Uint8Array, { method, unpackedBytes, crc }: ZipPart): Uint8Array | null {
  let unpacked: Uint8Array;
  if (method === STORED) unpacked = packed;
  else {
    try {
      // With `out` no more than the announced size is ever held, whatever the stream goes on to say.
      unpacked = inflateSync(packed, { out: new Uint8Array(unpackedBytes) });
    } catch {
      return null;
    }
  }
  return unpacked.length === unpackedBytes && crc32(unpacked) === crc ? unpacked : null;
}

/**
 * The parts of a zip by name, whole or not at all. `limitOf` gives the greatest size of a part in bytes, or null for
 * a name that does not belong. Codes: those of `readDirectory`, `file.tooManyParts`, `file.tooBig`,
 * `file.partTooBig`, `file.partTwice`, `file.unknownPart`, `file.damaged` (part).
 */
export function readZip(
  bytes: Uint8Array,
  limitOf: (name: string) => number | null,
): Result<ReadonlyMap<string, Uint8Array>> {
  const directory = readDirectory(bytes);
  if ('problem' in directory) return { ok: false, problems: [directory.problem] };
  const parts = directory.parts.filter(({ name, unpackedBytes }) => !(name.endsWith('/') && unpackedBytes === 0));
  const limits = checkLimits(parts, bytes.length, limitOf);
  if (limits.length > 0) return { ok: false, problems: limits };
  const unpacked = new Map<string, Uint8Array>();
  const problems: Problem[] = [];
  for (const part of parts) {
    const packed = packedBytesOf(bytes, part, directory.start);
    const content = packed === null ? null : unpack(packed, part);
    if (content === null) problems.push(problem('file.damaged', part.name, [], { part: part.name }));
    else unpacked.set(part.name, content);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: unpacked, advice: [] };
}
