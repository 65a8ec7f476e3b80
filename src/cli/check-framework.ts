import { basename, join } from 'node:path';
import { parseCrosswalk } from '../domain/framework/check-crosswalk.ts';
import { asAuthor, lintAsAuthor } from '../domain/framework/lint/check-as-author.ts';
import { lintCrosswalk } from '../domain/framework/lint/lint-framework.ts';
import type { Problem } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { locateProblems } from '../file/locate-problems.ts';
import type { JsonFile } from '../file/read-json.ts';
import type { Arguments } from './read-arguments.ts';
import { runIfStarted } from './command-io.ts';
import { problemLine } from './print-problems.ts';
import { FRAMEWORK_FILE, readFrameworkAt, readJsonAt } from './read-framework.ts';
import { foldersOf, jsonFilesOf, kindOfPath } from './read-path.ts';
import type { CommandContext } from './run-command.ts';
import { commandLine, refuse } from './run-command.ts';

function isCrosswalk({ value }: JsonFile): boolean {
  return value !== null && typeof value === 'object' && 'format' in value && value.format === 'sextant-crosswalk';
}

function checkCrosswalk(path: string, { value, text }: JsonFile): Problem[] {
  const parsed = parseCrosswalk(value, basename(path, '.json'), path);
  const found = parsed.ok ? [...parsed.advice, ...lintCrosswalk(parsed.value, path)] : parsed.problems;
  return locateProblems(found, new Map([[path, text]]));
}

function checkFramework(path: string): readonly Problem[] {
  const framework = readFrameworkAt(path, lintAsAuthor);
  return framework.ok ? framework.advice : framework.problems.map(asAuthor);
}

function checkFile(path: string): readonly Problem[] {
  const json = readJsonAt(path);
  if (!json.ok) return json.problems;
  return isCrosswalk(json.value) ? checkCrosswalk(path, json.value) : checkFramework(path);
}

/** A folder of crosswalks: every file in it has to be one. */
function checkCrosswalks(folder: string, names: readonly string[]): Problem[] {
  return names.flatMap((name) => {
    const path = join(folder, name);
    const json = readJsonAt(path);
    return json.ok ? checkCrosswalk(path, json.value) : json.problems;
  });
}

function checkFolder(folder: string): readonly Problem[] {
  const names = jsonFilesOf(folder);
  if (names.includes(FRAMEWORK_FILE)) return checkFramework(folder);
  if (names.length === 0) {
    const below = foldersOf(folder)
      .map((name) => join(folder, name))
      .filter((path) => jsonFilesOf(path).length > 0);
    return below.length === 0 ? [problem('command.noFramework', folder, [])] : below.flatMap(checkFolder);
  }
  const crosswalks = names.some((name) => {
    const json = readJsonAt(join(folder, name));
    return json.ok && isCrosswalk(json.value);
  });
  return crosswalks ? checkCrosswalks(folder, names) : [problem('command.noFramework', folder, [])];
}

function check(path: string): readonly Problem[] {
  return kindOfPath(path) === 'folder' ? checkFolder(path) : checkFile(path);
}

function runCheck({ positionals, flags }: Arguments, context: CommandContext): 0 | 1 {
  const missing = positionals.length === 0 ? [problem('command.noPath', '', [])] : [];
  if (missing.length + context.pending.length > 0) return refuse(context, missing);
  const problems = positionals.flatMap(check);
  const refused = flags.has('strict') || problems.some(({ severity }) => severity === 'error');
  const lines = problems.map((found) => `${problemLine(context.localiser, found)}\n`).join('');
  if (problems.length === 0 || !refused) {
    context.io.out(lines);
    return 0;
  }
  context.io.err(lines);
  return 1;
}

/**
 * Every problem of a framework or crosswalk, or of a folder of them, one a line with file, line and path; nothing when
 * there is none. Exit 1 on errors, with `--strict` on advice too.
 */
export const run = commandLine({
  usage: 'commands.checkFramework.usage',
  options: { strict: 'flag' },
  takesFiles: true,
  run: runCheck,
});

await runIfStarted(import.meta.url, run);
