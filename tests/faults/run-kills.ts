import { findFirefox } from '../e2e/find-browser.ts';
import type { Browser } from '../e2e/find-browser.ts';
import type { KillRecord, RunName } from './kill-records.ts';
import { appendRecord, readRun } from './kill-records.ts';
import { killRun } from './kill-run.ts';

export interface KillOptions extends Pick<RunName, 'seed' | 'scenarios'> {
  readonly browsers: readonly RunName['browser'][];
  readonly builds: readonly RunName['build'][];
  /** Of each browser on each build. */
  readonly kills: number;
  readonly chromium: Browser;
  readonly hostedUrl: string;
  /** Kept in files, so that a run that was stopped goes on; else it begins anew each time. */
  readonly isKept: boolean;
}

const say = (line: string) => void process.stderr.write(`${line}\n`);

function describeKill({ browser, build, scenario, inside, outcome, seconds, lost }: KillRecord): string {
  const where = inside ? 'inside' : 'outside';
  const line = `${browser}, ${build}, ${scenario}: ${where}, ${outcome}, ${seconds.toFixed(1)} s`;
  return [line, ...lost].join('\n    ');
}

/** Kills the chosen browsers on the chosen builds; one that is not installed is left out, and that is said. */
export async function runKills(options: KillOptions): Promise<KillRecord[]> {
  const { kills, seed, scenarios, hostedUrl, isKept } = options;
  const programs = { chromium: options.chromium, firefox: options.browsers.includes('firefox') ? findFirefox() : null };
  const all: KillRecord[] = [];
  for (const browser of options.browsers) {
    const program = programs[browser];
    if (program === null) {
      say(`No ${browser} is installed: its kills are left out.`);
      continue;
    }
    for (const build of options.builds) {
      const run = { browser, build, seed, scenarios };
      const done = isKept ? readRun(run) : [];
      all.push(...done);
      await killRun({ ...run, kills, program, hostedUrl }, done, (record) => {
        all.push(record);
        if (isKept) appendRecord(run, record);
        say(`${record.kill + 1}/${kills} ${describeKill(record)}`);
      });
    }
  }
  return all;
}
