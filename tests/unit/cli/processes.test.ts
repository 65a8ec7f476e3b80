import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { projectPath } from './run-collected.ts';

const runFile = promisify(execFile);
const START_LIMIT_MS = 60_000;

/** Runs a command as `npm run` does, in a process of its own. */
async function start(command: string, ...argv: string[]) {
  const started = runFile(process.execPath, ['--import', 'tsx', projectPath(`src/cli/${command}.ts`), ...argv], {
    cwd: projectPath(''),
    timeout: START_LIMIT_MS,
  });
  return started.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}

describe('commands as processes', () => {
  it(
    'start without a build, exit with their code, and keep results and complaints apart',
    async () => {
      const [score, check] = await Promise.all([
        start('score', '--help'),
        start('check-framework', 'indicators/nowhere'),
      ]);
      expect(score).toMatchObject({ code: 0, stderr: '' });
      expect(score.stdout).toMatch(/^Usage: npm run -s score/);
      expect(check).toMatchObject({ code: 1, stdout: '' });
      expect(check.stderr).toMatch(/^indicators\/nowhere .*\(command\.notFound\)\n$/);
    },
    START_LIMIT_MS,
  );
});
