import { zipSync } from 'fflate';
import { MAXIMUM_FILE_BYTES, MAXIMUM_PARTS, MAXIMUM_TOTAL_BYTES } from '../domain/limits.ts';
import type { Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import type { FileKind } from './file-kind.ts';
import { BEGINNING_BYTES, fileKind, isLeftBeside } from './file-kind.ts';
import { WORKBOOK_PART } from './read-xlsx.ts';
import { readParts } from './read-zip.ts';
import { MANIFEST_PART } from './sextant-file.ts';
import { isAnswerSheet } from './sheet-table.ts';
import { decodeBeginning } from './text-bytes.ts';
import { readDirectory } from './zip-directory.ts';

/** Zips in zips: deeper than any mail program nests them. */
const MAXIMUM_DEPTH = 3;
const RETURNED = new Set<FileKind>([
  'sextant',
  'workbook',
  'encrypted',
  'oldOffice',
  'olderFile',
  'otherTable',
  'binaryWorkbook',
  'link',
]);

/** Of other files the name tells whether somebody meant to send answers. */
const MEANT = /\.(sextant|age|xls[xmb]?|ods|csv|zip)$/i;
/** Answers may stand in them too, and cannot be read there: that is said. */
const NOT_READ = new Set<FileKind>(['word', 'openText', 'pdf', 'picture', 'slides']);

/** Files by name, or why one of them cannot be had. */
type Files = Map<string, Result<Uint8Array>>;

const had = (value: Uint8Array) => ({ ok: true, value, advice: [] }) as const;

function namesIn(bytes: Uint8Array): string[] {
  const directory = readDirectory(bytes);
  return 'problem' in directory ? [] : directory.parts.map(({ name }) => name);
}

/** Folders, with `/` at the end, that hold the parts of a file somebody unpacked: '' for the zip itself. */
function unpackedFolders(names: readonly string[]): string[] {
  const folders = names
    .filter((name) => !isLeftBeside(name))
    .flatMap((name) => [...name.matchAll(/(?<=^|\/)/g)].map(({ index }) => [name.slice(0, index), name.slice(index)]))
    .filter(([, rest = '']) => rest === MANIFEST_PART || WORKBOOK_PART.test(rest) || rest === 'content.xml')
    .map(([folder = '']) => folder);
  return [...new Set(folders)];
}

const isSheetOfAnswers = (kind: FileKind, content: Uint8Array) =>
  kind === 'sheet' && isAnswerSheet(decodeBeginning(content, BEGINNING_BYTES) ?? '');

function addFiles(
  files: Files,
  bytes: Uint8Array,
  path: string,
  depth: number,
  budget: { bytes: number; parts: number },
): Result<null> {
  const names = namesIn(bytes);
  budget.parts += names.length;
  // Of all zips together: each part may become a line of the preview.
  if (budget.parts > MAXIMUM_PARTS) {
    const params = { found: budget.parts, maximum: MAXIMUM_PARTS };
    return { ok: false, problems: [problem('file.tooManyParts', '', [], params)] };
  }
  const folders = unpackedFolders(names);
  const isInFolder = (name: string) => folders.some((folder) => name.startsWith(folder));
  const read = readParts(bytes, {
    limitOf: () => MAXIMUM_FILE_BYTES,
    isWanted: (name) => !isLeftBeside(name),
    maximumBytes: budget.bytes,
  });
  if (!read.ok) return read;
  const { whole } = read.value;
  // Of one part the last that is wrong with it.
  const bad = new Map(read.value.bad.map((found) => [found.file, found]));
  for (const content of whole.values()) budget.bytes -= content.length;
  for (const folder of folders) {
    const problems = [...bad].filter(([name]) => name.startsWith(folder)).map(([, problem]) => problem);
    const parts = [...whole].filter(([name]) => name.startsWith(folder));
    // As the parts lie unpacked in memory already, packing them would only take time.
    const own = zipSync(Object.fromEntries(parts.map(([name, part]) => [name.slice(folder.length), part])), {
      level: 0,
    });
    files.set(`${path}${folder}`, problems.length > 0 ? { ok: false, problems } : had(own));
  }
  for (const [name, problem] of bad) {
    if (!isInFolder(name)) files.set(`${path}${name}`, { ok: false, problems: [problem] });
  }
  for (const [name, content] of whole) {
    if (isInFolder(name)) continue;
    const kind = fileKind(content, name);
    if (kind === 'zip' && depth < MAXIMUM_DEPTH) {
      const inside = addFiles(files, content, `${path}${name} / `, depth + 1, budget);
      if (!inside.ok) files.set(`${path}${name}`, inside);
    } else if (RETURNED.has(kind) || NOT_READ.has(kind) || MEANT.test(name) || isSheetOfAnswers(kind, content))
      files.set(`${path}${name}`, had(content));
  }
  return { ok: true, value: null, advice: [] };
}

/**
 * The returned files in a zip, by what they are and not by their names: as they are, unpacked in a folder, or in a zip
 * again; in the place of one that cannot be had, why. Notes beside them and what programs leave there are left out.
 * Null where the file is no zip, or is itself what came back. Codes: those of `readZip`, `file.nothingInZip`,
 * `file.tooManyParts` of all zips in it together.
 */
export function filesInZip(bytes: Uint8Array): Result<ReadonlyMap<string, Result<Uint8Array>>> | null {
  const names = namesIn(bytes);
  const isItself = fileKind(bytes) !== 'zip' && !names.some(isLeftBeside);
  if (names.length === 0 || isItself) return null;
  const files: Files = new Map();
  const read = addFiles(files, bytes, '', 1, { bytes: MAXIMUM_TOTAL_BYTES, parts: 0 });
  if (!read.ok) return read;
  if (files.size > 0) return { ok: true, value: files, advice: [] };
  return fileKind(bytes) === 'zip' ? { ok: false, problems: [problem('file.nothingInZip', '', [])] } : null;
}
