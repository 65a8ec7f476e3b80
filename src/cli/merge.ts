import { randomBytes } from 'node:crypto';
import { isFull } from '../domain/journal/entry-schema.ts';
import { textOfValue } from '../domain/journal/same-value.ts';
import { parseRegister } from '../domain/registers/register-address.ts';
import type { Problem } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { settledWords } from '../words/settled-words.ts';
import type { SextantFile } from '../file/sextant-file.ts';
import { writeSextantFile } from '../file/write-sextant-file.ts';
import { runIfStarted } from './command-io.ts';
import type { FileOutcome } from './merge-files.ts';
import { mergeFiles } from './merge-files.ts';
import { problemLines } from './print-problems.ts';
import type { Arguments } from './read-arguments.ts';
import { inputPaths } from './read-input.ts';
import { PASSPHRASE_OPTION, readReturnsAt, readSextantAt } from './read-sextant-path.ts';
import type { CommandContext } from './run-command.ts';
import { commandLine, refuse } from './run-command.ts';
import { checkOutput, writeOutput } from './write-output.ts';

function outcomeLines(outcome: FileOutcome, { localiser }: CommandContext): string[] {
  const { path } = outcome;
  switch (outcome.kind) {
    case 'refused':
      return [localiser.t('commands.merge.refused', { path })];
    case 'first':
      return [localiser.t('commands.merge.first', { path, entries: outcome.entries })];
    case 'merged': {
      const { newEntries, completedEntries, sameEntries, differingEntries, conflictingRegisters, settled } =
        outcome.preview;
      const counts = {
        path,
        fresh: newEntries + completedEntries,
        same: sameEntries + differingEntries.length,
        conflicting: conflictingRegisters.length,
      };
      const met = settled === null ? [] : settledWords(settled, localiser);
      return [
        localiser.t('commands.merge.merged', counts),
        ...[...conflictingRegisters, ...met].map((line) => `  ${line}`),
      ];
    }
  }
}

/** What is wrong with the passphrase file is wrong for every file, and said once. */
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  const seen = new Map(problems.map((found) => [JSON.stringify(found), found]));
  return [...seen.values()];
}

function checkArguments(args: Arguments): Problem[] {
  const { positionals, values } = args;
  const out = values.get('out');
  const few = positionals.length < 2 ? [problem('command.fewFiles', '', [])] : [];
  if (out === undefined) return [...few, problem('command.missingOut', '', [])];
  return [...few, ...[checkOutput(out, inputPaths(args), 'none')].filter((found) => found !== null)];
}

/** What entries say, each once; when what came back was taken in is said anew each time, and is not among it. */
function sayings({ journal }: SextantFile): ReadonlySet<string> {
  const full = journal.entries.filter(isFull).filter(({ register }) => parseRegister(register).kind !== 'return');
  return new Set(full.map(({ register, value }) => `${register} ${textOfValue(register, value)}`));
}

/** Why what stands at the place of the result may not be written over: something that it says would be lost. */
async function checkPlaceOf(merged: SextantFile, args: Arguments): Promise<Problem | null> {
  const out = args.values.get('out') ?? '';
  const found = args.flags.has('replace') ? null : checkOutput(out, [], 'all');
  if (found === null) return null;
  const there = await readSextantAt(out, args);
  const said = sayings(merged);
  const isSame = there.ok && there.value.assessment.id === merged.assessment.id;
  return isSame && [...sayings(there.value)].every((one) => said.has(one)) ? null : found;
}

const random = () => randomBytes(8).toString('hex');

async function runMerge(args: Arguments, context: CommandContext): Promise<0 | 1> {
  const wrong = checkArguments(args);
  if (wrong.length + context.pending.length > 0) return refuse(context, wrong);
  const { io, localiser } = context;
  const out = args.values.get('out') ?? '';
  const files = (await Promise.all(args.positionals.map((path) => readReturnsAt(path, args)))).flat();
  const wishes = { nowMs: Date.now(), random, takeRight: args.flags.has('take-right') };
  const { merged, outcomes } = mergeFiles(files, wishes);
  const refused = withoutRepeats(outcomes.flatMap((outcome) => (outcome.kind === 'refused' ? outcome.problems : [])));
  const lines = outcomes.flatMap((outcome) => [
    ...outcomeLines(outcome, context),
    ...problemLines(localiser, outcome.notices).map((line) => `  ${line}`),
  ]);
  io.out(`${lines.join('\n')}\n`);
  if (merged === null || (refused.length > 0 && !args.flags.has('skip-refused'))) return refuse(context, refused);
  if (refused.length > 0) io.err(`${problemLines(localiser, refused).join('\n')}\n`);
  const kept = await checkPlaceOf(merged, args);
  if (kept !== null) return refuse(context, [kept]);
  const failed = writeOutput(out, writeSextantFile(merged));
  if (failed !== null) return refuse(context, [failed]);
  io.out(`${localiser.t('commands.merge.written', { path: out, entries: merged.journal.entries.length })}\n`);
  return 0;
}

/** Merges assessment files and says what was new, the same, conflicting and refused of each. */
export const run = commandLine({
  usage: 'commands.merge.usage',
  options: { out: 'value', 'skip-refused': 'flag', 'take-right': 'flag', replace: 'flag', ...PASSPHRASE_OPTION },
  takesFiles: true,
  run: runMerge,
});

await runIfStarted(import.meta.url, run);
