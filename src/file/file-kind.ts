import { isEncrypted } from './is-encrypted.ts';
import { openDocumentKind } from './read-ods.ts';
import { WORKBOOK_PART } from './read-xlsx.ts';
import { MANIFEST_PART } from './sextant-file.ts';
import { decodeText } from './text-bytes.ts';
import { readDirectory } from './zip-directory.ts';

/** What a file is by its content, whatever its name. Those of the second line are none that we read. */
export type FileKind =
  | ('sextant' | 'workbook' | 'zip' | 'encrypted' | 'framework' | 'sheet')
  | (
      | 'word'
      | 'slides'
      | 'binaryWorkbook'
      | 'openText'
      | 'oldOffice'
      | 'pdf'
      | 'picture'
      | 'film'
      | 'archive'
      | 'page'
      | 'mail'
    )
  | ('lock' | 'other');

/** By how they begin. A video says what it is after four bytes of length. */
const BEGINNINGS: readonly (readonly [FileKind, readonly number[], number?])[] = [
  // The container of older office files, which also holds newer ones that have a password.
  ['oldOffice', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x52, 0x49, 0x46, 0x46]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
  ['film', [0x66, 0x74, 0x79, 0x70], 4],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x1f, 0x8b]],
];
/** Enough to see what a text is, and what other files begin with. */
export const BEGINNING_BYTES = 4096;

/**
 * Names that programs leave beside files: of macOS and Windows, and the locks of open documents; not the parts of one, nor
 * the `./` that some packers write before every name.
 */
export function isLeftBeside(name: string): boolean {
  return /(^|\/)(__MACOSX\/|\.(?!rels$|\/|\.\/)|~\$|Thumbs\.db$|desktop\.ini$)/i.test(name);
}

function kindOfZip(names: readonly string[], bytes: Uint8Array): FileKind {
  const open = names.includes('mimetype') ? openDocumentKind(bytes) : null;
  if (open !== null) return /\.spreadsheet/.test(open) ? 'workbook' : 'openText';
  if (names.includes(MANIFEST_PART)) return 'sextant';
  if (names.some((name) => WORKBOOK_PART.test(name))) return 'workbook';
  if (names.some((name) => /^xl\/workbook\d*\.bin$/i.test(name))) return 'binaryWorkbook';
  if (names.some((name) => /^word\//i.test(name))) return 'word';
  return names.some((name) => /^ppt\//i.test(name)) ? 'slides' : 'zip';
}

function kindOfText(text: string): FileKind {
  const begins = text.trimStart();
  if (/^(<!doctype html|<html)/i.test(begins)) return 'page';
  if (begins.startsWith('{\\rtf')) return 'word';
  // A list of JSON is none either, and is told by the reader what it is not; a table seldom begins with two brackets.
  if (begins.startsWith('{') || /^\[\s*[[{\]]/.test(begins)) return 'framework';
  if (/^(from|to|subject|received|return-path|mime-version|message-id|date): /im.test(begins.slice(0, 400)))
    return 'mail';
  return /^(sep=.\r?\n)?[^\n]*[,;\t][^\n]*(\r?\n|$)/i.test(begins) ? 'sheet' : 'other';
}

/** What a file is by its content; `name` tells the lock of an open document only. */
export function fileKind(bytes: Uint8Array, name = ''): FileKind {
  if (/(^|[\\/ ])(~\$|\.~lock\.)/.test(name)) return 'lock';
  if (isEncrypted(bytes)) return 'encrypted';
  const found = BEGINNINGS.find(([, begins, at = 0]) => begins.every((byte, index) => bytes[at + index] === byte));
  if (found !== undefined) return found[0];
  const directory = readDirectory(bytes);
  if ('parts' in directory)
    return kindOfZip(
      directory.parts.map((part) => part.name),
      bytes,
    );
  const text = directory.problem.code === 'file.notZip' ? decodeText(bytes.subarray(0, BEGINNING_BYTES)) : null;
  return text === null ? 'other' : kindOfText(text);
}
