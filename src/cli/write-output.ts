import { lstatSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Problem } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { fileKind } from '../file/file-kind.ts';
import { reasonOf } from './command-failure.ts';
import { jsonFilesOf, kindOfPath, statsOf } from './read-path.ts';

/** The file that a path leads to, whatever it is called on the way: two names of one file are one. */
function identityOf(path: string): string | null {
  const found = statsOf(path);
  return found === null ? null : `${found.dev}/${found.ino}`;
}

/** Files that the command reads; of a folder, all that a framework can be in. What cannot be looked at is not one. */
function filesOf(inputs: readonly string[]): { path: string; identity: string | null }[] {
  return inputs.flatMap((path) => {
    try {
      const files = kindOfPath(path) === 'folder' ? jsonFilesOf(path).map((name) => join(path, name)) : [path];
      return files.map((file) => ({ path: file, identity: identityOf(file) }));
    } catch {
      return [];
    }
  });
}

/** A link, a device or a pipe: to write there would replace it, and what it leads to would stay as it was. */
function checkPlace(path: string): Problem | null {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined || found.isFile()) return null;
  if (found.isDirectory()) return problem('command.isFolder', path, []);
  if (found.isSymbolicLink()) return problem('command.outIsLink', path, [], { target: readlinkSync(path) });
  return problem('command.outIsNoFile', path, []);
}

/** Whether somebody's work stands at a path. */
function isAssessment(path: string): boolean {
  if (kindOfPath(path) !== 'file') return false;
  const kind = fileKind(readFileSync(path), path);
  return kind === 'sextant' || kind === 'encrypted';
}

/**
 * Why nothing can be written to a path, or null. `inputs` are the files and folders that the command reads: none of
 * them is written over, nor what is `kept`: assessments (a table or a report is made again, an assessment is not), every
 * file that holds anything, or nothing more. Codes: `command.outIsAssessment`, `command.outIsThere`, `command.isFolder`,
 * `command.outIsLink` (target), `command.outIsNoFile`, `command.outIsInput` (input), `command.noFolder` (folder),
 * `command.notWritten` (reason).
 */
export function checkOutput(
  path: string,
  inputs: readonly string[],
  kept: 'assessments' | 'all' | 'none' = 'assessments',
): Problem | null {
  try {
    const place = checkPlace(path);
    if (place !== null) return place;
    const folder = dirname(path);
    if (kindOfPath(folder) !== 'folder') return problem('command.noFolder', path, [], { folder });
    const own = identityOf(path);
    // One that is not there yet, and an input that is not there either, are compared by where they would be.
    const whole = join(realpathSync(folder), basename(path));
    const input = filesOf(inputs).find(({ path: file, identity }) =>
      identity === null ? resolve(file) === whole : identity === own,
    );
    if (input !== undefined) return problem('command.outIsInput', path, [], { input: input.path });
    if (kept === 'all' && (statsOf(path)?.size ?? 0) > 0) return problem('command.outIsThere', path, []);
    return kept === 'assessments' && isAssessment(path) ? problem('command.outIsAssessment', path, []) : null;
  } catch (error) {
    return problem('command.notWritten', path, [], { reason: reasonOf(error) });
  }
}

/** Writes a file whole or not at all: beside its place, then moved there. Code: `command.notWritten` (reason). */
export function writeOutput(path: string, content: string | Uint8Array): Problem | null {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  let isOurs = false;
  try {
    // Never through something that stands there already.
    writeFileSync(beside, content, { flag: 'wx' });
    isOurs = true;
    renameSync(beside, path);
    return null;
  } catch (error) {
    if (isOurs) rmSync(beside, { force: true });
    return problem('command.notWritten', path, [], { reason: reasonOf(error) });
  }
}
