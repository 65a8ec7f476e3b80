import { isDeviceName } from '../file-name.ts';
import { MAXIMUM_DOCUMENT_BYTES } from '../limits.ts';
import { MEDIA_TYPES } from '../media-types.ts';
import type { Result } from '../problem.ts';
import { problem } from '../problem.ts';

/** A document as evidence names it; the bytes stand in the file under their SHA-256. */
export interface EvidenceDocument {
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
}

/** A document that was chosen and is not stored yet. */
export interface ChosenDocument {
  readonly document: EvidenceDocument;
  readonly bytes: Uint8Array;
}

/** The document of a piece of evidence; null where none is attached. */
export function documentOf(evidence: Partial<EvidenceDocument>): EvidenceDocument | null {
  const { sha256, fileName, mediaType, sizeBytes } = evidence;
  if (sha256 === undefined) return null;
  return { sha256, fileName: fileName ?? '', mediaType: mediaType ?? '', sizeBytes: sizeBytes ?? 0 };
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument';

interface Kind {
  readonly mediaType: string;
  /** How such a file begins; null for plain text. */
  readonly head: readonly number[] | null;
}

/**
 * What may be taken in, by the end of the name. Left out on purpose: everything that runs or carries macros (programs,
 * scripts, HTML, SVG, docm, xlsm, old Office files) and archives, whose content nobody sees.
 */
const KINDS: ReadonlyMap<string, Kind> = new Map([
  ['pdf', { mediaType: MEDIA_TYPES.pdf, head: [0x25, 0x50, 0x44, 0x46] }],
  ['docx', { mediaType: MEDIA_TYPES.docx, head: ZIP }],
  ['xlsx', { mediaType: MEDIA_TYPES.xlsx, head: ZIP }],
  ['pptx', { mediaType: MEDIA_TYPES.pptx, head: ZIP }],
  ['odt', { mediaType: `${OPEN_DOCUMENT}.text`, head: ZIP }],
  ['ods', { mediaType: `${OPEN_DOCUMENT}.spreadsheet`, head: ZIP }],
  ['odp', { mediaType: `${OPEN_DOCUMENT}.presentation`, head: ZIP }],
  ['jpg', { mediaType: 'image/jpeg', head: [0xff, 0xd8, 0xff] }],
  ['jpeg', { mediaType: 'image/jpeg', head: [0xff, 0xd8, 0xff] }],
  ['png', { mediaType: MEDIA_TYPES.png, head: [0x89, 0x50, 0x4e, 0x47] }],
  ['txt', { mediaType: 'text/plain', head: null }],
  ['csv', { mediaType: MEDIA_TYPES.csv, head: null }],
]);

export const DOCUMENT_EXTENSIONS: readonly string[] = [...KINDS.keys()];

const MAXIMUM_NAME_LENGTH = 100;
const LAST_CONTROL = 0x1f;

const isControl = (character: string) => character.charCodeAt(0) <= LAST_CONTROL || character === '\u007f';

/**
 * A name that is safe on every system and says truly what it is: no folders, no control or direction-changing
 * characters (which can make `exe` look like `pdf`), no leading dot, at most 100 characters, and one of the known ends.
 */
export function safeDocumentName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const shown = [...last.normalize('NFC')].filter((character) => !isControl(character)).join('');
  const plain = shown.replaceAll(/[\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, '').replaceAll(/[<>:"|?*]/g, '-');
  const [, stem = plain, extension = ''] = /^(.*)\.([A-Za-z0-9]+)$/.exec(plain) ?? [];
  const end = KINDS.has(extension.toLowerCase()) ? extension.toLowerCase() : 'bin';
  // Windows drops dots and spaces at the end, and takes some stems for devices.
  const trimmed = stem.replaceAll(/^[. ]+|[. ]+$/g, '').slice(0, MAXIMUM_NAME_LENGTH);
  return `${trimmed === '' || isDeviceName(trimmed) ? 'document' : trimmed}.${end}`;
}

function looksLikeText(bytes: Uint8Array): boolean {
  return !bytes.subarray(0, 4096).includes(0);
}

/**
 * A document that somebody attaches: name, type by its name and its first bytes, size. The type that the browser says
 * is not asked. Codes: `document.type` (name, allowed), `document.empty`, `document.tooBig` (name, bytes, maximum),
 * `document.content` (the bytes are not what the name says). `sizeBytes` is its whole size where only its beginning was read.
 */
export function checkDocument(
  name: string,
  bytes: Uint8Array,
  sha256: string,
  sizeBytes = bytes.length,
): Result<EvidenceDocument> {
  const extension = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const kind = KINDS.get(extension);
  const fileName = safeDocumentName(name);
  const refuse = (code: string, params: Record<string, string | number> = {}): Result<EvidenceDocument> => ({
    ok: false,
    problems: [problem(code, '', [], { name: fileName, ...params })],
  });
  if (kind === undefined) return refuse('document.type', { name, allowed: DOCUMENT_EXTENSIONS.join(', ') });
  if (bytes.length === 0) return refuse('document.empty');
  if (bytes.length > MAXIMUM_DOCUMENT_BYTES) {
    return refuse('document.tooBig', { bytes: sizeBytes, maximum: MAXIMUM_DOCUMENT_BYTES });
  }
  const fits = kind.head === null ? looksLikeText(bytes) : kind.head.every((byte, index) => bytes[index] === byte);
  if (!fits) return refuse('document.content');
  return { ok: true, value: { sha256, fileName, mediaType: kind.mediaType, sizeBytes: bytes.length }, advice: [] };
}
