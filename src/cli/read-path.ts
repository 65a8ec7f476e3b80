import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';

export type PathKind = 'folder' | 'file' | 'nothing';

/** What stands at a path; links are followed. */
export function kindOfPath(path: string): PathKind {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 'nothing';
  return found.isDirectory() ? 'folder' : 'file';
}

/** The bytes of a file. Codes: `command.notFound`, `command.isFolder`, `command.notReadable` (reason). */
export function readBytes(path: string): Result<Uint8Array> {
  const kind = kindOfPath(path);
  if (kind === 'nothing') return { ok: false, problems: [problem('command.notFound', path, [])] };
  if (kind === 'folder') return { ok: false, problems: [problem('command.isFolder', path, [])] };
  try {
    return { ok: true, value: readFileSync(path), advice: [] };
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { ok: false, problems: [problem('command.notReadable', path, [], { reason })] };
  }
}

/** Names of the JSON files of a folder, sorted; hidden ones left out. */
export function jsonFilesOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !name.startsWith('.') && kindOfPath(join(folder, name)) === 'file')
    .sort();
}

/** Names of the folders in a folder, sorted; hidden ones left out. */
export function foldersOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.') && kindOfPath(join(folder, name)) === 'folder')
    .sort();
}
