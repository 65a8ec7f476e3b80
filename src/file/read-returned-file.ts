import type { WorkbookSheet } from '../domain/intake/cells.ts';
import type { SheetOfAnswers } from '../domain/intake/map-columns.ts';
import { MAXIMUM_SHEET_BYTES } from '../domain/limits.ts';
import type { Problem, Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import type { FileKind } from './file-kind.ts';
import { fileKind } from './file-kind.ts';
import { FrameworkMemory } from './framework-memory.ts';
import { readSextantFile } from './read-sextant-file.ts';
import { readWorkbook } from './read-workbook.ts';
import { isAnswerSheet } from './sheet-table.ts';
import { decodeText } from './text-bytes.ts';
import type { SextantFile } from './sextant-file.ts';

/** What institutions send back: an assessment file, a workbook that they filled in, or an answer sheet as text. */
export type ReturnedFile =
  | { readonly kind: 'assessment'; readonly file: SextantFile }
  | { readonly kind: 'workbook'; readonly sheets: readonly WorkbookSheet[] }
  | SheetOfAnswers;

/** Kinds of files that we do not read, each with a sentence of its own: what it is and what would be right. */
const SAID: Partial<Record<FileKind, string>> = {
  word: 'file.isWord',
  slides: 'file.isSlides',
  binaryWorkbook: 'file.isBinaryWorkbook',
  openText: 'file.isOpenText',
  oldOffice: 'file.oldOffice',
  olderFile: 'file.isOlderFile',
  otherTable: 'file.isOtherTable',
  pdf: 'file.isPdf',
  picture: 'file.isPicture',
  film: 'file.isFilm',
  archive: 'file.isArchive',
  page: 'file.isPage',
  mail: 'file.isMail',
  link: 'file.isLink',
  empty: 'file.isEmpty',
  lock: 'file.isLock',
};

/** One problem that says what a file is where it is none that we read, and what would be right; null for others. */
export function wrongFile(kind: FileKind): Problem | null {
  const code = SAID[kind];
  return code === undefined ? null : problem(code, '', []);
}

/** The text of an answer sheet, whatever program saved it; what it says depends on the framework. */
function readSheetText(bytes: Uint8Array): Result<ReturnedFile> {
  if (bytes.length > MAXIMUM_SHEET_BYTES) {
    return { ok: false, problems: [problem('sheet.tooBig', '', [], { maximum: MAXIMUM_SHEET_BYTES })] };
  }
  const text = decodeText(bytes);
  const isAnswers = text !== null && isAnswerSheet(text);
  return isAnswers
    ? { ok: true, value: { kind: 'sheet', text }, advice: [] }
    : { ok: false, problems: [problem('file.isSheet', '', [])] };
}

/**
 * Reads what came back, by what it is: its name says no more than `fileKind` asks of it. Codes: those of
 * `readSextantFile` and `readWorkbook`, `file.encrypted` (a file with a passphrase, which is opened on its own; name),
 * `file.oldOffice` (an .xls, or a workbook with a password), `file.isSheet` (a table as text that is no answer sheet),
 * `file.isJson` (a framework, or what another program wrote), `sheet.tooBig`, and those of `wrongFile`.
 */
export async function readReturnedFile(
  bytes: Uint8Array,
  name: string,
  memory = new FrameworkMemory(),
  onshare: (share: number) => void = () => {},
): Promise<Result<ReturnedFile>> {
  const kind = fileKind(bytes, name);
  const wrong = wrongFile(kind);
  if (wrong !== null) return { ok: false, problems: [wrong] };
  if (kind === 'encrypted') return { ok: false, problems: [problem('file.encrypted', '', [], { name })] };
  if (kind === 'framework') return { ok: false, problems: [problem('file.isJson', '', [])] };
  if (kind === 'sheet') return readSheetText(bytes);
  if (kind === 'workbook') {
    const sheets = await readWorkbook(bytes, 'workbook');
    return sheets.ok ? { ...sheets, value: { kind: 'workbook', sheets: sheets.value } } : sheets;
  }
  const file = readSextantFile(bytes, memory, onshare);
  return file.ok ? { ...file, value: { kind: 'assessment', file: file.value } } : file;
}
