import { basename } from 'node:path';
import { findTask } from '../domain/institutions/find-task.ts';
import type { Problem, Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { COLLECTED_TABLES } from '../export/tables/collected-tables.ts';
import { numberInstitutions } from '../export/tables/number-institutions.ts';
import type { Collected, PrivatePart } from '../export/tables/table.ts';
import { PRIVATE_PARTS } from '../export/tables/table.ts';
import { FrameworkMemory } from '../file/framework-memory.ts';
import { buildReport } from '../report/build-report.ts';
import { inputOfFile } from '../report/input-of-file.ts';
import { runIfStarted } from './command-io.ts';
import { problemLines } from './print-problems.ts';
import type { Arguments } from './read-arguments.ts';
import { inputPaths } from './read-input.ts';
import { PASSPHRASE_OPTION, readSextantAt } from './read-sextant-path.ts';
import type { CommandContext } from './run-command.ts';
import { commandLine, refuse } from './run-command.ts';
import { sextantPaths } from './sextant-paths.ts';
import { checkTableFolder, TableFolder, fileOf } from './table-folder.ts';
import { readToolVersion } from './tool-version.ts';

const TABLES_FORMAT_VERSION = '1';

/** Codes: `command.unknownChoice` (option, value, known). */
function askedParts({ values }: Arguments): Result<ReadonlySet<PrivatePart>> {
  const words = (values.get('with') ?? '').split(',').filter((word) => word !== '');
  const unknown = words.filter((word) => !PRIVATE_PARTS.some((part) => part === word));
  if (unknown.length > 0) {
    const params = { option: '--with', value: unknown.join(','), known: PRIVATE_PARTS.join(', ') };
    return { ok: false, problems: [problem('command.unknownChoice', '', [], params)] };
  }
  return { ok: true, value: new Set(PRIVATE_PARTS.filter((part) => words.includes(part))), advice: [] };
}

/** What has been collected so far: ids only, however many files there are. */
interface Seen {
  /** By id of the assessment: the file that brought it. */
  readonly pathOf: Map<string, string>;
  readonly memory: FrameworkMemory;
}

/**
 * One file as it goes into the tables. Codes: those of `readSextantAt`; `collect.isPart`, what one institution was sent or sent
 * back; `collect.sameAssessment` (first), another copy of one that was collected.
 */
async function collectFile(path: string, args: Arguments, { pathOf, memory }: Seen): Promise<Result<Collected>> {
  const file = await readSextantAt(path, args, memory);
  if (!file.ok) return file;
  const { assessment, journal } = file.value;
  const input = inputOfFile(file.value);
  if (findTask(input.state) !== null) return { ok: false, problems: [problem('collect.isPart', path, [])] };
  const first = pathOf.get(assessment.id);
  if (first !== undefined) return { ok: false, problems: [problem('collect.sameAssessment', path, [], { first })] };
  pathOf.set(assessment.id, path);
  const report = buildReport(input);
  const numbers = numberInstitutions(
    report.institutions.map(({ id }) => id),
    journal.entries[0]?.id ?? '',
  );
  return { ok: true, value: { report, fileName: basename(path), numbers }, advice: file.advice };
}

function summaryLines(folder: TableFolder, left: number, { localiser }: CommandContext, out: string): string[] {
  return [
    ...COLLECTED_TABLES.map((table) =>
      localiser.t('commands.collect.table', { table: fileOf(table), rows: folder.rows(table) }),
    ),
    ...(left === 0 ? [] : [localiser.t('commands.collect.leftOut', { count: left })]),
    localiser.t('commands.collect.written', { path: out }),
  ];
}

async function runCollect(args: Arguments, context: CommandContext): Promise<0 | 1> {
  const out = args.values.get('out');
  const asked = askedParts(args);
  const { files, problems } = sextantPaths(args.positionals);
  const wrong = [
    ...(asked.ok ? [] : asked.problems),
    ...(args.positionals.length === 0 ? [problem('command.noFiles', '', [])] : []),
    ...problems,
    ...(out === undefined
      ? [problem('command.missingFolder', '', [])]
      : checkTableFolder(out, COLLECTED_TABLES, [...inputPaths(args), ...files])),
  ];
  if (out === undefined || !asked.ok || wrong.length + context.pending.length > 0) return refuse(context, wrong);
  const { io, localiser } = context;
  const folder = new TableFolder(out, COLLECTED_TABLES, {
    'sextant.format': 'sextant-tables',
    'sextant.formatVersion': TABLES_FORMAT_VERSION,
    'sextant.version': readToolVersion(),
    'sextant.with': [...asked.value].join(','),
  });
  const seen: Seen = { pathOf: new Map(), memory: new FrameworkMemory() };
  const say = (found: readonly Problem[]) => {
    if (found.length > 0) io.err(`${problemLines(localiser, found).join('\n')}\n`);
  };
  try {
    for (const path of files) {
      const collected = await collectFile(path, args, seen);
      say(collected.ok ? collected.advice : collected.problems);
      if (!collected.ok) continue;
      for (const table of COLLECTED_TABLES) folder.add(table, table.rowsOf(collected.value, asked.value));
    }
    if (seen.pathOf.size === 0) {
      folder.discard();
      return refuse(context, [problem('collect.nothing', '', [])]);
    }
    const left = files.length - seen.pathOf.size;
    folder.finish();
    io.out(`${summaryLines(folder, left, context, out).join('\n')}\n`);
    return left > 0 && !args.flags.has('skip-refused') ? 1 : 0;
  } catch (error) {
    folder.discard();
    throw error;
  }
}

/** Puts any number of assessments into one folder of Parquet tables: docs/collect.md. */
export const run = commandLine({
  usage: 'commands.collect.usage',
  options: { out: 'value', with: 'value', 'skip-refused': 'flag', ...PASSPHRASE_OPTION },
  takesFiles: true,
  run: runCollect,
});

await runIfStarted(import.meta.url, run);
