import { parseArgs } from 'node:util';
import { HOSTED_BUILD } from '../e2e/find-build.ts';
import { findChromium } from '../e2e/find-browser.ts';
import { serveBuild } from '../e2e/serve-build.ts';
import type { FaultFigures } from './fault-figures.ts';
import { describeAll, describeFigures } from './fault-figures.ts';
import { killFigures } from './kill-figures.ts';
import { BROWSERS, BUILDS, SCENARIOS } from './kill-records.ts';
import { malformedInput } from './malformed-input.ts';
import type { NamedFaultTest } from './fault-test.ts';
import { MERGE_FAULTS } from './merge-faults.ts';
import { networkFaults } from './network-faults.ts';
import { runFaultTests } from './run-fault-tests.ts';
import { runKills } from './run-kills.ts';
import { STORAGE_FAULTS } from './storage-faults.ts';
import { TAB_FAULTS } from './tab-faults.ts';

const named = (tests: readonly NamedFaultTest[], name: string) => tests.filter(([own]) => own === name);

/**
 * `npm run faults` is the full run, whose kills go on where they stopped; `--short` makes every fault, in `npm run
 * test:all`; `--everyday`, in `npm test`, what needs no browser and one of each kind that takes seconds.
 */
const RUNS = {
  full: {
    malformed: 10_000,
    tests: [...STORAGE_FAULTS, ...MERGE_FAULTS, ...TAB_FAULTS, networkFaults(40)],
    kills: { browsers: BROWSERS, builds: BUILDS, scenarios: SCENARIOS, kills: 125 },
  },
  short: {
    malformed: 1_000,
    tests: [...STORAGE_FAULTS, ...MERGE_FAULTS, ...TAB_FAULTS, networkFaults(1)],
    kills: { browsers: ['chromium'], builds: ['hosted'], scenarios: SCENARIOS, kills: 5 },
  },
  everyday: {
    malformed: 1_000,
    tests: [...named(STORAGE_FAULTS, 'transaction aborted'), ...named(TAB_FAULTS, 'two tabs taking in the same file')],
    kills: { browsers: ['chromium'], builds: ['hosted'], scenarios: ['answers'], kills: 1 },
  },
} as const;

/** `--only words` makes only the faults with these words in their names, and no kills. */
const { values } = parseArgs({
  options: { short: { type: 'boolean' }, everyday: { type: 'boolean' }, only: { type: 'string' } },
});
const run = values.everyday === true ? 'everyday' : values.short === true ? 'short' : 'full';
const { kills, malformed, tests } = RUNS[run];
const say = (line: string) => process.stdout.write(`${line}\n`);

const browser = await findChromium();
const server = await serveBuild(HOSTED_BUILD, '/ministry/sextant/');
const figures: FaultFigures[] = [];
/** Said at once, so that a run that is stopped has not been for nothing; the whole table follows at the end. */
function note(found: FaultFigures): void {
  figures.push(found);
  process.stderr.write(`${describeFigures(found)}\n`);
}
try {
  const { only } = values;
  if (only === undefined) malformedInput(malformed).forEach(note);
  const chosen = tests.filter(([name]) => only === undefined || name.includes(only));
  await runFaultTests(chosen, browser, server, note);
  const common = { seed: 1, chromium: browser, hostedUrl: server.url, isKept: run === 'full' };
  if (only === undefined) killFigures(await runKills({ ...kills, ...common })).forEach(note);
} finally {
  await server.close();
}
say(describeAll(figures));
const failed = figures.filter(({ tried, survived, lost, faults }) => survived < tried || lost > 0 || faults.length > 0);
say(`\n${figures.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
