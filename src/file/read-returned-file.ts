import type { WorkbookSheet } from '../domain/plan/plan-sheet.ts';
import type { Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { MAXIMUM_FILE_BYTES } from '../domain/limits.ts';
import { FrameworkMemory } from './framework-memory.ts';
import { isEncrypted } from './is-encrypted.ts';
import { readSextantFile } from './read-sextant-file.ts';
import { readWorkbook } from './read-workbook.ts';
import { readZip } from './read-zip.ts';
import type { SextantFile } from './sextant-file.ts';
import { MANIFEST_PART } from './sextant-file.ts';
import { readDirectory } from './zip-directory.ts';

/** What institutions send back: an assessment file, or a workbook that they filled in. */
export type ReturnedFile =
  | { readonly kind: 'assessment'; readonly file: SextantFile }
  | { readonly kind: 'workbook'; readonly sheets: readonly WorkbookSheet[] };

const WORKBOOK_PART = 'xl/workbook.xml';
/** How the container of older office files begins, which also holds newer ones that have a password. */
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];
const RETURNED = /\.(sextant|sextant\.zip|xlsx)$/i;

function namesIn(bytes: Uint8Array): readonly string[] {
  const directory = readDirectory(bytes);
  return 'problem' in directory ? [] : directory.parts.map(({ name }) => name);
}

/** Whether a file is an Excel workbook, whatever its name. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return namesIn(bytes).includes(WORKBOOK_PART);
}

/**
 * Reads what came back. Codes: those of `readSextantFile` and `readWorkbook`, `file.oldOffice` (an .xls, or a workbook
 * with a password), `file.encrypted` (a file with a passphrase, which is opened on its own; name).
 */
export async function readReturnedFile(
  bytes: Uint8Array,
  name: string,
  memory = new FrameworkMemory(),
  onshare: (share: number) => void = () => {},
): Promise<Result<ReturnedFile>> {
  if (OLD_OFFICE.every((byte, index) => bytes[index] === byte)) {
    return { ok: false, problems: [problem('file.oldOffice', '', [])] };
  }
  if (isEncrypted(bytes)) return { ok: false, problems: [problem('file.encrypted', '', [], { name })] };
  if (isWorkbook(bytes)) {
    const sheets = await readWorkbook(bytes, 'workbook');
    return sheets.ok ? { ...sheets, value: { kind: 'workbook', sheets: sheets.value } } : sheets;
  }
  const file = readSextantFile(bytes, memory, onshare);
  return file.ok ? { ...file, value: { kind: 'assessment', file: file.value } } : file;
}

/**
 * The returned files that somebody put into a zip for sending, by name; null where the file is none. The notes of packs
 * and folders beside them are left out. Codes: those of `readZip`.
 */
export function filesInZip(bytes: Uint8Array): Result<ReadonlyMap<string, Uint8Array>> | null {
  const names = namesIn(bytes);
  const isOther = names.includes(MANIFEST_PART) || names.includes(WORKBOOK_PART);
  if (isOther || !names.some((name) => RETURNED.test(name))) return null;
  const isHidden = (name: string) => name.startsWith('__MACOSX/') || /(^|\/)\./.test(name);
  const isWanted = (name: string) => RETURNED.test(name) && !isHidden(name);
  return readZip(bytes, { limitOf: () => MAXIMUM_FILE_BYTES, isWanted });
}
