import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where a command writes; tests collect, the terminal prints. */
export interface CommandIo {
  out(text: string): void;
  err(text: string): void;
}

/** Exit codes: 0 done, 1 refused (bad input, problems found). */
export type ExitCode = 0 | 1;

export type RunCommand = (argv: readonly string[], io: CommandIo) => ExitCode | Promise<ExitCode>;

function isStartedFrom(moduleUrl: string): boolean {
  const started = process.argv[1];
  if (started === undefined) return false;
  try {
    return realpathSync(started) === realpathSync(fileURLToPath(moduleUrl));
  } catch {
    return false;
  }
}

/** Runs a command when its file is what Node was started with, and does nothing when a test imports it. */
export async function runIfStarted(moduleUrl: string, run: RunCommand): Promise<void> {
  if (!isStartedFrom(moduleUrl)) return;
  // A reader that has seen enough (`| head`) closes the pipe: that is no fault of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  process.exitCode = await run(process.argv.slice(2), {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  });
}
