import type { Problem } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { buildReport } from '../report/build-report.ts';
import type { Report } from '../report/report.ts';
import { runIfStarted } from './command-io.ts';
import { problemMessage } from './print-problems.ts';
import type { Arguments } from './read-arguments.ts';
import { INPUT_OPTIONS, readInput } from './read-input.ts';
import type { CommandContext } from './run-command.ts';
import { commandLine, refuse } from './run-command.ts';
import { checkOutput, writeOutput } from './write-output.ts';

type Writer = (report: Report) => string | Uint8Array;

const WRITERS: Readonly<Record<string, Writer>> = {
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
};
const PLANNED = ['pdf', 'docx', 'xlsx', 'pptx', 'csv'];
const DEFAULT_FORMAT = 'json';

function checkFormat(format: string): Problem | null {
  if (Object.hasOwn(WRITERS, format)) return null;
  const available = Object.keys(WRITERS).join(', ');
  const code = PLANNED.includes(format) ? 'command.formatNotYet' : 'command.unknownFormat';
  return problem(code, '', [], { format, available });
}

function runReport(args: Arguments, context: CommandContext): 0 | 1 {
  const { values } = args;
  const format = values.get('format') ?? DEFAULT_FORMAT;
  const out = values.get('out');
  const input = readInput(args);
  const problems = [checkFormat(format), out === undefined ? null : checkOutput(out)].filter((found) => found !== null);
  if (!input.ok || problems.length + context.pending.length > 0) {
    return refuse(context, [...problems, ...(input.ok ? [] : input.problems)]);
  }
  const content = WRITERS[format]?.(buildReport(input.value)) ?? '';
  const failed = out === undefined ? null : writeOutput(out, content);
  if (failed !== null) return refuse(context, [failed]);
  if (input.advice.length > 0) context.io.err(problemMessage(context.localiser, input.advice));
  if (out === undefined) context.io.out(String(content));
  return 0;
}

/** The report of an answer sheet or an assessment file, without a screen: to a file, or as text on the output. */
export const run = commandLine({
  usage: 'commands.report.usage',
  options: { ...INPUT_OPTIONS, format: 'value', out: 'value' },
  takesFiles: false,
  run: runReport,
});

await runIfStarted(import.meta.url, run);
