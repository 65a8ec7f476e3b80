import { join } from 'node:path';
import type { Problem } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { CommandFailure } from './command-failure.ts';
import { entriesIn, kindOfPath } from './read-path.ts';

/** By name only: a folder also holds notes, tables and pictures, which nobody meant. */
const SEXTANT_NAME = /\.sextant(\.age|\.zip)?$|\.age$/i;

/** Folders that are links are not gone into: they may lead back. */
function* inFolder(folder: string): Generator<string> {
  const entries = entriesIn(folder);
  for (const entry of entries) {
    if (!entry.isDirectory() && SEXTANT_NAME.test(entry.name)) yield join(folder, entry.name);
  }
  for (const entry of entries) if (entry.isDirectory()) yield* inFolder(join(folder, entry.name));
}

/**
 * The assessment files that paths name: files as they are, folders with all that is in them and below by name. Codes:
 * `command.noFileInFolder`, those of reading a folder.
 */
export function sextantPaths(paths: readonly string[]): { readonly files: string[]; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const files = paths.flatMap((path) => {
    try {
      if (kindOfPath(path) !== 'folder') return [path];
      const found = [...inFolder(path)];
      if (found.length === 0) problems.push(problem('command.noFileInFolder', path, []));
      return found;
    } catch (error) {
      if (!(error instanceof CommandFailure)) throw error;
      problems.push(error.problem);
      return [];
    }
  });
  return { files: [...new Set(files)], problems };
}
