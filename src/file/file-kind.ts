import { compoundFileKind } from './compound-file-kind.ts';
import { isEncrypted } from './is-encrypted.ts';
import { kindOfText } from './kind-of-text.ts';
import { openDocumentKind } from './read-ods.ts';
import { WORKBOOK_PART } from './read-xlsx.ts';
import { MANIFEST_PART } from './sextant-file.ts';
import { decodeBeginning } from './text-bytes.ts';
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
      | 'olderFile'
      | 'otherTable'
      | 'pdf'
      | 'picture'
      | 'film'
      | 'archive'
      | 'page'
      | 'mail'
      | 'link'
      | 'empty'
    )
  | ('lock' | 'other');

/** The container of older office programs, which also holds mails, and newer files that have a password. */
const COMPOUND = '\xD0\xCF\x11\xE0';
/**
 * By how they begin, a character a byte. Pictures of telephones begin as films do and are told apart by what follows, sounds as
 * pictures of the web do.
 */
const BEGINNINGS = (
  [
    ['pdf', String.raw`%PDF`],
    [
      'picture',
      String.raw`\x89PNG|\xFF\xD8\xFF|GIF8|RIFF[^]{4}WEBP|II[*+]\0|MM\0[*+]|BM[^]{4}\0{4}|8BPS\0|\0{3}\x0CjP`,
    ],
    ['picture', String.raw`[^]{4}ftyp(?:hei|hev|mif1|msf1|avi|crx)`],
    [
      'film',
      String.raw`[^]{4}ftyp|\0[^]{3}(?:moov|mdat|wide)|RIFF[^]{4}(?:AVI |WAVE)|\x1A\x45\xDF\xA3|\0\0\x01[\xB3\xBA]`,
    ],
    [
      'film',
      String.raw`\x30\x26\xB2\x75|ID3[\x02-\x04]|OggS\0|fLaC\0|FLV\x01|MThd\0|#!AMR|FORM[^]{4}AIF|\xFF[\xFB\xF3\xF2]`,
    ],
    ['archive', String.raw`Rar!|7z\xBC\xAF|\x1F\x8B|BZh\d|\xFD7zXZ|\x28\xB5\x2F\xFD|MSCF\0|[^]{257}ustar`],
    ['mail', String.raw`\x78\x9F\x3E\x22|!BDN`],
    ['link', String.raw`L\0{3}\x01\x14\x02\0`],
  ] as const
).map(([kind, begins]) => [kind, new RegExp(`^(?:${begins})`)] as const);
/** How much of a file tells what it is: the mark of a tar archive stands furthest behind. */
const MARK_BYTES = 262;
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
  if (names.some((name) => /^Index\/Tables\//.test(name))) return 'otherTable';
  if (names.some((name) => /^word\//i.test(name))) return 'word';
  return names.some((name) => /^ppt\//i.test(name)) ? 'slides' : 'zip';
}

/** What a file is by its content; `name` tells the lock of an open document, and a page that a program saved as a table. */
export function fileKind(bytes: Uint8Array, name = ''): FileKind {
  if (/(^|[\\/ ])(~\$|\.~lock\.)/.test(name)) return 'lock';
  if (bytes.length === 0) return 'empty';
  if (isEncrypted(bytes)) return 'encrypted';
  const mark = String.fromCharCode(...bytes.subarray(0, MARK_BYTES));
  if (mark.startsWith(COMPOUND)) return compoundFileKind(bytes);
  const found = BEGINNINGS.find(([, begins]) => begins.test(mark));
  if (found !== undefined) return found[0];
  const directory = readDirectory(bytes);
  if ('parts' in directory)
    return kindOfZip(
      directory.parts.map((part) => part.name),
      bytes,
    );
  const text = directory.problem.code === 'file.notZip' ? decodeBeginning(bytes, BEGINNING_BYTES) : null;
  return text === null ? 'other' : kindOfText(text, name);
}
