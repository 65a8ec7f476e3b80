import { parseArgs } from 'node:util';
import { findChromium } from '../e2e/find-browser.ts';
import { HOSTED_BUILD } from '../e2e/find-build.ts';
import { serveBuild } from '../e2e/serve-build.ts';
import { describeFaults, describeKills } from './kill-figures.ts';
import { BROWSERS, BUILDS, readAllRuns, SCENARIOS } from './kill-records.ts';
import { runKills } from './run-kills.ts';

/**
 * `npm run kills -- --build hosted --kills 125 --seed 1`: so many kills of each browser, a line each in
 * test-results/faults. A run that was stopped goes on where it was. `--summary` makes none and prints the table of all.
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

if (!values.summary) {
  const server = await serveBuild(HOSTED_BUILD, '/ministry/sextant/');
  try {
    await runKills({
      browsers: chosen(BROWSERS, values.browser, 'browser'),
      builds: chosen(BUILDS, values.build, 'build'),
      scenarios: chosen(SCENARIOS, values.scenario, 'scenario'),
      kills: Number(values.kills),
      seed: Number(values.seed),
      chromium: await findChromium(),
      hostedUrl: server.url,
      isKept: true,
    });
  } finally {
    await server.close();
  }
}
const records = readAllRuns();
const faults = describeFaults(records);
console.log([describeKills(records), ...faults].join('\n'));
process.exitCode = faults.length > 0 ? 1 : 0;
