import type { Answer } from '../domain/registers/answer.ts';
import type { Framework } from '../domain/framework/framework.ts';
import { levelAt, levelPosition, scaleOf } from '../domain/framework/framework.ts';
import type { Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { sha256Hex } from '../domain/sha256.ts';
import { decodeBase45, encodeBase45 } from './base45.ts';
import { crc32 } from './crc32.ts';

/** The number changes when the format does. */
const PREFIX = 'SX1:';
const ANY_VERSION = /^SX(\d{1,3}):/;
const [FRAMEWORK_BYTES, ID_BYTES, VOTE_BYTES, CHECKSUM_BYTES] = [6, 4, 1, 4];
const HEAD_BYTES = FRAMEWORK_BYTES + 2 * ID_BYTES + VOTE_BYTES;

/** What one institution said, as one QR code carries it: levels and don't knows, no reasons and no comments. */
export interface QrAnswers {
  readonly institution: string;
  /** 1 for the first opinion, 2 for the one after discussion, ... at most 99. */
  readonly vote: number;
  /** By indicator id. */
  readonly answers: ReadonlyMap<string, Extract<Answer, { state: 'level' | 'unknown' }>>;
}

/** What the code is read against: the facilitator's copy. */
export interface QrContext {
  readonly framework: Framework;
  /** Id of the assessment. */
  readonly assessment: string;
  /** Ids of the institutions that may rate. */
  readonly institutions: readonly string[];
}

const bytesOfHex = (hex: string, count: number) =>
  Array.from({ length: count }, (_, index) => Number.parseInt(hex.slice(2 * index, 2 * index + 2), 16));
const shortOf = (id: string) => bytesOfHex(sha256Hex(id), ID_BYTES);
const sameBytes = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);
const checksumOf = (bytes: readonly number[]) => {
  const sum = crc32(Uint8Array.from(bytes));
  return [sum >>> 24, (sum >>> 16) & 0xff, (sum >>> 8) & 0xff, sum & 0xff];
};

/** Of each indicator in the framework's order: its levels, "don't know", and nothing. */
const basesOf = (framework: Framework) =>
  framework.indicators.map((indicator) => BigInt(scaleOf(framework, indicator).levels.length + 2));

/** Bytes that the answers take: those of the greatest number in these mixed bases. */
function lengthOfAnswers(framework: Framework): number {
  const greatest = basesOf(framework).reduce((product, base) => product * base, 1n) - 1n;
  return Math.ceil(greatest.toString(16).length / 2);
}

/**
 * What an institution said as the text of a QR code: `SX1:` and in base 45 the beginnings of the framework's hash and of
 * the hashed ids of assessment and institution, the vote, one digit an indicator in a number of mixed bases (0 nothing,
 * 1 the lowest level, ..., the last "don't know"), and a CRC-32. docs/file-formats.md section 12.
 */
export function encodeQrAnswers(
  { framework, assessment }: Pick<QrContext, 'framework' | 'assessment'>,
  { institution, vote, answers }: { institution: string; vote: number; answers: ReadonlyMap<string, Answer> },
): string {
  let packed = 0n;
  const bases = basesOf(framework);
  for (const [index, indicator] of [...framework.indicators.entries()].reverse()) {
    const base = bases[index] ?? 1n;
    const answer = answers.get(indicator.id);
    const position = answer?.state === 'level' ? levelPosition(scaleOf(framework, indicator), answer.level) : null;
    const digit = answer?.state === 'unknown' ? base - 1n : BigInt(position ?? 0);
    packed = packed * base + digit;
  }
  const hex = packed.toString(16).padStart(2 * lengthOfAnswers(framework), '0');
  const bytes = [
    ...bytesOfHex(framework.hash, FRAMEWORK_BYTES),
    ...shortOf(assessment),
    ...shortOf(institution),
    vote,
    ...bytesOfHex(hex, hex.length / 2),
  ];
  return PREFIX + encodeBase45(Uint8Array.from([...bytes, ...checksumOf(bytes)]));
}

const refuse = (code: string): Result<never> => ({ ok: false, problems: [problem(code, '', [])] });

function readDigits(framework: Framework, bytes: readonly number[]): QrAnswers['answers'] | null {
  const answers = new Map<string, Extract<Answer, { state: 'level' | 'unknown' }>>();
  let rest = BigInt(`0x0${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`);
  for (const indicator of framework.indicators) {
    const scale = scaleOf(framework, indicator);
    const base = BigInt(scale.levels.length + 2);
    const digit = Number(rest % base);
    rest /= base;
    const level = digit === 0 ? undefined : levelAt(scale, digit);
    if (level !== undefined) answers.set(indicator.id, { state: 'level', level: level.id });
    else if (digit > 0) answers.set(indicator.id, { state: 'unknown' });
  }
  return rest === 0n ? answers : null;
}

/**
 * What a scanned text says; one problem otherwise. Codes: `qr.notOurs` (another kind of code), `qr.newer` (a newer
 * Sextant), `qr.damaged` (does not add up), `qr.otherFramework`, `qr.otherAssessment`, `qr.unknownInstitution`.
 * docs/file-formats.md section 12.
 */
export function decodeQrAnswers(text: string, { framework, assessment, institutions }: QrContext): Result<QrAnswers> {
  if (!text.startsWith(PREFIX)) return refuse(ANY_VERSION.test(text) ? 'qr.newer' : 'qr.notOurs');
  const read = decodeBase45(text.slice(PREFIX.length));
  const bytes = read === null ? [] : [...read];
  const body = bytes.slice(0, -CHECKSUM_BYTES);
  const isWhole = body.length > HEAD_BYTES && sameBytes(bytes.slice(-CHECKSUM_BYTES), checksumOf(body));
  if (!isWhole) return refuse('qr.damaged');
  if (!sameBytes(body.slice(0, FRAMEWORK_BYTES), bytesOfHex(framework.hash, FRAMEWORK_BYTES))) {
    return refuse('qr.otherFramework');
  }
  const idAt = (start: number) => body.slice(start, start + ID_BYTES);
  if (!sameBytes(idAt(FRAMEWORK_BYTES), shortOf(assessment))) return refuse('qr.otherAssessment');
  const institution = institutions.find((id) => sameBytes(idAt(FRAMEWORK_BYTES + ID_BYTES), shortOf(id)));
  if (institution === undefined) return refuse('qr.unknownInstitution');
  const vote = body[HEAD_BYTES - 1] ?? 0;
  const packed = body.slice(HEAD_BYTES);
  const answers = packed.length === lengthOfAnswers(framework) ? readDigits(framework, packed) : null;
  if (answers === null || vote < 1 || vote > 99) return refuse('qr.damaged');
  return { ok: true, value: { institution, vote, answers }, advice: [] };
}
