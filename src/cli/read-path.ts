import type { Dirent, Stats } from 'node:fs';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../domain/journal/journal.ts';
import type { Problem, Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { CommandFailure, reasonOf } from './command-failure.ts';

/** `device`: a disk, a terminal or the like, which has no end of its own to read to. */
export type PathKind = 'folder' | 'file' | 'device' | 'nothing';

/** Of a path in which a file stands where a folder would have to: there is nothing there, as where there is no such name. */
const NOTHING_THERE = new Set(['ENOENT', 'ENOTDIR']);

/** What stands at a path, links followed; null where nothing does. Throws `command.notReadable` (reason). */
export function statsOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch (error) {
    const reason = reasonOf(error);
    if (NOTHING_THERE.has(reason)) return null;
    throw new CommandFailure(problem('command.notReadable', path, [], { reason }));
  }
}

/** The kind of what stands at a path, links followed. Throws `command.notReadable` (reason). */
export function kindOfPath(path: string): PathKind {
  const found = statsOf(path);
  if (found === null) return 'nothing';
  if (found.isDirectory()) return 'folder';
  return found.isBlockDevice() || found.isCharacterDevice() ? 'device' : 'file';
}

const CODES = { nothing: 'command.notFound', folder: 'command.isFolder', device: 'command.isDevice' } as const;

function refused(found: Problem): Result<never> {
  return { ok: false, problems: [found] };
}

/**
 * The bytes of a file. Codes: `command.notFound`, `command.isFolder`, `command.isDevice`, `command.notReadable` (reason).
 */
export function readBytes(path: string): Result<Uint8Array> {
  try {
    const kind = kindOfPath(path);
    if (kind !== 'file') return refused(problem(CODES[kind], path, []));
    return { ok: true, value: readFileSync(path), advice: [] };
  } catch (error) {
    if (error instanceof CommandFailure) return refused(error.problem);
    return refused(problem('command.notReadable', path, [], { reason: reasonOf(error) }));
  }
}

/** What stands in a folder, by name; hidden things left out. Throws `command.notReadable` (reason). */
export function entriesIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.'))
      .sort((a, b) => compareText(a.name, b.name));
  } catch (error) {
    throw new CommandFailure(problem('command.notReadable', folder, [], { reason: reasonOf(error) }));
  }
}

const namesIn = (folder: string) => entriesIn(folder).map(({ name }) => name);

/** Names of the JSON files of a folder, sorted; hidden ones left out. Throws `command.notReadable` (reason). */
export function jsonFilesOf(folder: string): string[] {
  return namesIn(folder).filter((name) => name.endsWith('.json') && kindOfPath(join(folder, name)) === 'file');
}

/** Names of the folders in a folder, sorted; hidden ones left out. Throws `command.notReadable` (reason). */
export function foldersOf(folder: string): string[] {
  return namesIn(folder).filter((name) => kindOfPath(join(folder, name)) === 'folder');
}
