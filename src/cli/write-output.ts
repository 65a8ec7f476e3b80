import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Problem } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { kindOfPath } from './read-path.ts';

/** Why nothing can be written to a path, or null. Codes: `command.isFolder`, `command.noFolder` (folder). */
export function checkOutput(path: string): Problem | null {
  if (kindOfPath(path) === 'folder') return problem('command.isFolder', path, []);
  const folder = dirname(path);
  return kindOfPath(folder) === 'folder' ? null : problem('command.noFolder', path, [], { folder });
}

/** Writes a file whole or not at all: beside its place, then moved there. Code: `command.notWritten` (reason). */
export function writeOutput(path: string, content: string | Uint8Array): Problem | null {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    writeFileSync(beside, content);
    renameSync(beside, path);
    return null;
  } catch (error) {
    rmSync(beside, { force: true });
    const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
    return problem('command.notWritten', path, [], { reason });
  }
}
