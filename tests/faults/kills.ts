import { parseArgs } from 'node:util';
import { findChromium, findFirefox } from '../e2e/find-browser.ts';
import { HOSTED_BUILD } from '../e2e/find-build.ts';
import { serveBuild } from '../e2e/serve-build.ts';
import { describeFaults, describeKills } from './kill-figures.ts';
import { appendRecord, BROWSERS, BUILDS, readAllRuns, readRun, SCENARIOS } from './kill-records.ts';
import { killRun } from './kill-run.ts';

/**
 * `npm run kills -- --kills 125 --build hosted --seed 1`: kills of each browser on each build, one line each in
 * test-results/faults. A run that was stopped goes on where it was. `--summary` prints the table of all runs.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '125' },
    seed: { type: 'string', default: '1' },
    browser: { type: 'string', multiple: true, default: [...BROWSERS] },
    build: { type: 'string', multiple: true, default: [...BUILDS] },
    scenario: { type: 'string', multiple: true, default: [...SCENARIOS] },
    summary: { type: 'boolean', default: false },
  },
});

function chosen<const Name extends string>(names: readonly Name[], wanted: readonly string[], option: string): Name[] {
  const unknown = wanted.filter((name) => !names.some((known) => known === name));
  if (unknown.length > 0) throw new Error(`--${option} ${unknown.join(', ')}: one of ${names.join(', ')}`);
  return names.filter((name) => wanted.includes(name));
}

const programs = { chromium: await findChromium(), firefox: findFirefox() };
const server = await serveBuild(HOSTED_BUILD, '/ministry/sextant/');
try {
  const scenarios = chosen(SCENARIOS, values.scenario, 'scenario');
  const [kills, seed] = [Number(values.kills), Number(values.seed)];
  for (const browser of values.summary ? [] : chosen(BROWSERS, values.browser, 'browser')) {
    const program = programs[browser];
    if (program === null) {
      console.error(`No ${browser} is installed: its kills are left out.`);
      continue;
    }
    for (const build of chosen(BUILDS, values.build, 'build')) {
      const run = { browser, build, seed, scenarios };
      await killRun({ ...run, kills, program, hostedUrl: server.url }, readRun(run), (record) => {
        appendRecord(run, record);
        const { kill, scenario, inside, outcome, seconds, lost } = record;
        const where = inside ? 'inside' : 'outside';
        console.error(`${browser} ${build} ${kill + 1}/${kills} ${scenario}: ${where}, ${outcome}, ${seconds} s`);
        for (const one of lost) console.error(`    ${one}`);
      });
    }
  }
} finally {
  await server.close();
}
const records = readAllRuns();
console.log(describeKills(records));
for (const fault of describeFaults(records)) console.log(fault);
process.exitCode = describeFaults(records).length > 0 ? 1 : 0;
