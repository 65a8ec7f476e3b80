import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

export interface CommandResult {
  readonly succeeded: boolean;
  /** Everything the command said, as it said it. */
  readonly output: string;
}

/** Runs a program of the project (npm, or one of node_modules/.bin) at the root; `show` passes on what it says at once. */
export function runCommand(
  command: readonly [string, ...string[]],
  options: { show?: boolean; environment?: Readonly<Record<string, string>> } = {},
): Promise<CommandResult> {
  const [program, ...parameters] = command;
  const env = { ...process.env, PATH: `${ROOT}node_modules/.bin:${process.env['PATH'] ?? ''}`, ...options.environment };
  return new Promise((resolve) => {
    const child = spawn(program, parameters, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const take = (chunk: Buffer) => {
      output += chunk.toString();
      if (options.show === true) process.stdout.write(chunk);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => resolve({ succeeded: false, output: `${program}: ${error.message}` }));
    child.on('close', (code) => resolve({ succeeded: code === 0, output }));
  });
}
