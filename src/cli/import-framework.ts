import { fileURLToPath } from 'node:url';
import type { Problem } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { singleFileForm } from '../domain/framework/single-file-form.ts';
import { writeFrameworkTemplate } from '../export/xlsx/write-framework-template.ts';
import { readForeignFramework } from '../file/read-foreign-framework.ts';
import { refuseBySize } from '../file/refuse-by-size.ts';
import { runIfStarted } from './command-io.ts';
import { problemMessage } from './print-problems.ts';
import type { Arguments } from './read-arguments.ts';
import { readFrameworkAt } from './read-framework.ts';
import { readBytes } from './read-path.ts';
import type { CommandContext } from './run-command.ts';
import { commandLine, refuse } from './run-command.ts';
import { checkOutput, writeOutput } from './write-output.ts';

/** Whose first questions stand in the template as an example. */
const EXAMPLE = fileURLToPath(new URL('../../indicators/migration-governance/', import.meta.url));

async function runImport(args: Arguments, context: CommandContext): Promise<0 | 1> {
  const { positionals, values, flags } = args;
  const { io, localiser } = context;
  const out = values.get('out');
  // An author writes into the template: another one under its name would take the place of that.
  const kept = flags.has('template') && !flags.has('replace') ? 'all' : 'assessments';
  const wanted = flags.has('template') ? 0 : 1;
  const [path = ''] = positionals;
  const wrong = [
    ...(positionals.length === wanted ? [] : [problem('command.oneFile', '', [])]),
    ...(out === undefined ? [problem('command.missingOut', '', [])] : [checkOutput(out, positionals, kept)]),
  ].filter((found) => found !== null);
  if (out === undefined || wrong.length + context.pending.length > 0) return refuse(context, wrong);
  if (flags.has('template')) {
    const example = readFrameworkAt(EXAMPLE);
    if (!example.ok) return refuse(context, example.problems);
    const failed = writeOutput(out, await writeFrameworkTemplate(example.value, localiser));
    return failed === null ? 0 : refuse(context, [failed]);
  }
  const named = (found: readonly Problem[]) => found.map((one) => (one.file === '' ? { ...one, file: path } : one));
  const bytes = readBytes(path);
  if (!bytes.ok) return refuse(context, bytes.problems);
  const tooBig = await refuseBySize(new Blob([bytes.value as Uint8Array<ArrayBuffer>]), path, 'framework');
  if (tooBig !== null) return refuse(context, named([tooBig]));
  const framework = await readForeignFramework(bytes.value, path);
  if (!framework.ok) return refuse(context, named(framework.problems));
  const failed = writeOutput(out, `${JSON.stringify(singleFileForm(framework.value), null, 2)}\n`);
  if (failed !== null) return refuse(context, [failed]);
  if (framework.advice.length > 0) io.err(problemMessage(localiser, framework.advice));
  const { id, version, indicators } = framework.value;
  io.out(`${localiser.t('commands.importFramework.written', { path: out, id, version, count: indicators.length })}\n`);
  return 0;
}

/** A framework from a table or a YAML library, as a single file that the app opens; or the template for a table. */
export const run = commandLine({
  usage: 'commands.importFramework.usage',
  options: { out: 'value', template: 'flag', replace: 'flag' },
  takesFiles: true,
  run: runImport,
});

await runIfStarted(import.meta.url, run);
