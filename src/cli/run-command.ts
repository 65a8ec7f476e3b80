import type { Problem } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { DEFAULT_LANGUAGE, findLanguage, LANGUAGES } from '../i18n/languages.ts';
import type { Localiser } from '../i18n/localiser.ts';
import type { MessageKey } from '../i18n/message-key.ts';
import { CommandFailure } from './command-failure.ts';
import type { CommandIo, ExitCode, RunCommand } from './command-io.ts';
import { problemMessage } from './print-problems.ts';
import type { Arguments, OptionKinds } from './read-arguments.ts';
import { readArguments } from './read-arguments.ts';
import { readLocaliser } from './read-catalogue.ts';

export interface CommandContext {
  readonly io: CommandIo;
  readonly localiser: Localiser;
  /** Found before the command started: it refuses with them, together with what it finds itself. */
  readonly pending: readonly Problem[];
}

export interface Command {
  readonly usage: MessageKey;
  readonly options: OptionKinds;
  /** Whether it takes files beside options. */
  readonly takesFiles: boolean;
  run(args: Arguments, context: CommandContext): ExitCode | Promise<ExitCode>;
}

/** The language asked for, read before everything else, so that problems with the arguments are in it too. */
function languageOf(argv: readonly string[]): { localiser: Localiser; problems: Problem[] } {
  const index = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const argument = argv[index];
  const code = argument?.startsWith('--lang=') === true ? argument.slice('--lang='.length) : argv[index + 1];
  const asked = index === -1 || code === undefined ? DEFAULT_LANGUAGE : findLanguage(code);
  const known = LANGUAGES.map((language) => language.code).join(', ');
  return {
    localiser: readLocaliser(asked ?? DEFAULT_LANGUAGE),
    problems: asked === undefined ? [problem('command.unknownLanguage', '', [], { language: code ?? '', known })] : [],
  };
}

/** Says what is wrong on the error stream, all of it in one message. */
export function refuse({ io, localiser, pending }: CommandContext, problems: readonly Problem[]): ExitCode {
  io.err(problemMessage(localiser, [...pending, ...problems]));
  return 1;
}

/** What nobody foresaw is said in one sentence too: `command.unforeseen` (message). */
async function runGuarded(command: Command, args: Arguments, context: CommandContext): Promise<ExitCode> {
  try {
    return await command.run(args, context);
  } catch (error) {
    if (error instanceof CommandFailure) return refuse(context, [error.problem]);
    const [message = ''] = String(error instanceof Error ? error.message : error).split('\n');
    return refuse(context, [problem('command.unforeseen', '', [], { message })]);
  }
}

/** A command line as a function: `--help`, `--lang`, and arguments checked before the command sees them. */
export function commandLine(command: Command): RunCommand {
  return (argv, io) => {
    const { localiser, problems: pending } = languageOf(argv);
    const context = { io, localiser, pending };
    const usage = `${localiser.t(command.usage)}\n`;
    const args = readArguments(argv, command.options, command.takesFiles);
    if (args.ok && args.value.flags.has('help')) {
      io.out(usage);
      return 0;
    }
    if (args.ok) return runGuarded(command, args.value, context);
    refuse(context, args.problems);
    io.err(usage);
    return 1;
  };
}
