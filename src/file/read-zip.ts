import { inflateSync } from 'fflate';
import type { Problem, Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { crc32 } from './crc32.ts';
import { MAXIMUM_PARTS, MAXIMUM_RATIO, MAXIMUM_TOTAL_BYTES, RATIO_FROM_BYTES } from '../domain/limits.ts';
import type { ZipPart } from './zip-directory.ts';
import { packedBytesOf, readDirectory } from './zip-directory.ts';

const STORED = 0;
const DEFLATED = 8;

/** What a zip may hold. */
export interface ZipRules {
  /** The greatest size of a part in bytes; null for a name that does not belong. */
  readonly limitOf: (name: string) => number | null;
  /** Parts that nobody asks for stay packed and are not counted. */
  readonly isWanted?: (name: string) => boolean;
  /** Of the wanted parts together, in bytes. */
  readonly maximumBytes?: number;
}

/** What packs better than this was made to unpack to more than anybody wrote. The writer leaves such parts unpacked. */
export function isExaggerated(packedBytes: number, unpackedBytes: number): boolean {
  return unpackedBytes > RATIO_FROM_BYTES && unpackedBytes > packedBytes * MAXIMUM_RATIO;
}

/** What the directory announces is checked before anything is unpacked. Of the whole the file is ''. */
function checkLimits(parts: readonly ZipPart[], { limitOf, maximumBytes = MAXIMUM_TOTAL_BYTES }: ZipRules): Problem[] {
  if (parts.length > MAXIMUM_PARTS) {
    return [problem('file.tooManyParts', '', [], { found: parts.length, maximum: MAXIMUM_PARTS })];
  }
  const problems: Problem[] = [];
  const names = new Set<string>();
  for (const { name, packedBytes, unpackedBytes, method } of parts) {
    const limit = limitOf(name);
    if (limit === null) problems.push(problem('file.unknownPart', name, [], { part: name }));
    else if (unpackedBytes > limit) {
      problems.push(problem('file.partTooBig', name, [], { part: name, bytes: unpackedBytes, maximum: limit }));
    } else if (isExaggerated(packedBytes, unpackedBytes)) {
      problems.push(problem('file.exaggerated', name, [], { part: name, bytes: unpackedBytes }));
    }
    if (names.has(name)) problems.push(problem('file.partTwice', name, [], { part: name }));
    if (method !== STORED && method !== DEFLATED) problems.push(problem('file.unsupportedZip', name, []));
    names.add(name);
  }
  const refused = new Set(problems.map(({ file }) => file));
  const total = totalOf(parts.filter(({ name }) => !refused.has(name)));
  if (total > maximumBytes) {
    problems.push(problem('file.tooBig', '', [], { bytes: total, maximum: maximumBytes }));
  }
  return problems;
}

const totalOf = (parts: readonly ZipPart[]) => parts.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);

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

/** The wanted parts of a zip that are whole, by name, and what is wrong with the others, which is said of each by its name. */
export interface PartsOfZip {
  readonly whole: ReadonlyMap<string, Uint8Array>;
  readonly bad: readonly Problem[];
}

function unpackParts(
  bytes: Uint8Array,
  rules: ZipRules,
  takesRest: boolean,
  onpart: (share: number) => void = () => {},
): Result<PartsOfZip> {
  const directory = readDirectory(bytes);
  if ('problem' in directory) return { ok: false, problems: [directory.problem] };
  const { isWanted = () => true } = rules;
  const parts = directory.parts.filter(
    ({ name, unpackedBytes }) => !(name.endsWith('/') && unpackedBytes === 0) && isWanted(name),
  );
  const limits = checkLimits(parts, rules);
  if (limits.some(({ file }) => !takesRest || file === '')) return { ok: false, problems: limits };
  const refused = new Set(limits.map(({ file }) => file));
  const whole = new Map<string, Uint8Array>();
  const bad = [...limits];
  const total = totalOf(parts);
  let done = 0;
  for (const part of parts.filter(({ name }) => !refused.has(name))) {
    const packed = packedBytesOf(bytes, part, directory.start);
    const content = packed === null ? null : unpack(packed, part);
    if (content === null) bad.push(problem('file.damaged', part.name, [], { part: part.name }));
    else whole.set(part.name, content);
    done += part.unpackedBytes;
    onpart(total === 0 ? 1 : done / total);
  }
  return { ok: true, value: { whole, bad }, advice: [] };
}

/**
 * The wanted parts of a zip, as far as they can be had, in one reading. Codes: those of `readDirectory`, `file.tooManyParts`,
 * `file.tooBig`; of single parts `file.partTooBig`, `file.exaggerated` (part, bytes), `file.partTwice`, `file.unknownPart`,
 * `file.unsupportedZip`, `file.damaged` (part).
 */
export function readParts(bytes: Uint8Array, rules: ZipRules): Result<PartsOfZip> {
  return unpackParts(bytes, rules, true);
}

/**
 * The wanted parts of a zip by name, whole or not at all; nothing is unpacked where one breaks the rules. `onpart` hears the
 * share that is unpacked, 0 to 1. Codes: those of `readParts`.
 */
export function readZip(
  bytes: Uint8Array,
  rules: ZipRules,
  onpart?: (share: number) => void,
): Result<ReadonlyMap<string, Uint8Array>> {
  const read = unpackParts(bytes, rules, false, onpart);
  if (!read.ok) return read;
  const { whole, bad } = read.value;
  return bad.length > 0 ? { ok: false, problems: bad } : { ok: true, value: whole, advice: [] };
}
