import { zipSync } from 'fflate';
import { MAXIMUM_FILE_BYTES, MAXIMUM_TOTAL_BYTES } from '../domain/limits.ts';
import type { Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { BEGINNING_BYTES, fileKind, isLeftBeside } from './file-kind.ts';
import { WORKBOOK_PART } from './read-xlsx.ts';
import { readZip } from './read-zip.ts';
import { MANIFEST_PART } from './sextant-file.ts';
import { isAnswerSheet } from './sheet-table.ts';
import { decodeText } from './text-bytes.ts';
import { readDirectory } from './zip-directory.ts';

/** Zips in zips: deeper than any mail program nests them. */
const MAXIMUM_DEPTH = 3;
const RETURNED = new Set(['sextant', 'workbook', 'encrypted', 'oldOffice', 'binaryWorkbook']);

type Files = Map<string, Uint8Array>;

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

function addFiles(
  files: Files,
  bytes: Uint8Array,
  path: string,
  depth: number,
  budget: { bytes: number },
): Result<null> {
  const names = namesIn(bytes);
  const folders = unpackedFolders(names);
  const isInFolder = (name: string) => folders.some((folder) => name.startsWith(folder));
  const read = readZip(bytes, {
    limitOf: () => MAXIMUM_FILE_BYTES,
    isWanted: (name) => !isLeftBeside(name),
    maximumBytes: budget.bytes,
  });
  if (!read.ok) return read;
  for (const content of read.value.values()) budget.bytes -= content.length;
  for (const folder of folders) {
    const parts = [...read.value].filter(([name]) => name.startsWith(folder));
    // As the parts lie unpacked in memory already, packing them would only take time.
    const own = zipSync(Object.fromEntries(parts.map(([name, part]) => [name.slice(folder.length), part])), {
      level: 0,
    });
    files.set(`${path}${folder}`, own);
  }
  for (const [name, content] of read.value) {
    if (isInFolder(name)) continue;
    const kind = fileKind(content, name);
    if (
      RETURNED.has(kind) ||
      (kind === 'sheet' && isAnswerSheet(decodeText(content.subarray(0, BEGINNING_BYTES)) ?? ''))
    )
      files.set(`${path}${name}`, content);
    else if (kind === 'zip' && depth < MAXIMUM_DEPTH) {
      const inside = addFiles(files, content, `${path}${name} / `, depth + 1, budget);
      if (!inside.ok) return inside;
    }
  }
  return { ok: true, value: null, advice: [] };
}

/**
 * The returned files in a zip, by what they are and not by their names: as they are, unpacked in a folder, or in a zip
 * again. Notes beside them and what programs leave there are left out. Null where the file is no zip, or is itself what
 * came back. Codes: those of `readZip`, `file.nothingInZip`.
 */
export function filesInZip(bytes: Uint8Array): Result<ReadonlyMap<string, Uint8Array>> | null {
  const names = namesIn(bytes);
  const isItself = fileKind(bytes) !== 'zip' && !names.some(isLeftBeside);
  if (names.length === 0 || isItself) return null;
  const files: Files = new Map();
  const read = addFiles(files, bytes, '', 1, { bytes: MAXIMUM_TOTAL_BYTES });
  if (!read.ok) return read;
  if (files.size > 0) return { ok: true, value: files, advice: [] };
  return fileKind(bytes) === 'zip' ? { ok: false, problems: [problem('file.nothingInZip', '', [])] } : null;
}
