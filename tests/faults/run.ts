import { HOSTED_BUILD } from '../e2e/find-build.ts';
import { findChromium } from '../e2e/find-browser.ts';
import { serveBuild } from '../e2e/serve-build.ts';
import type { FaultFigures } from './fault-figures.ts';
import { describeAll, describeFigures } from './fault-figures.ts';
import { killFigures } from './kill-figures.ts';
import { BROWSERS, BUILDS, SCENARIOS } from './kill-records.ts';
import { malformedInput } from './malformed-input.ts';
import { runKills } from './run-kills.ts';
import { storageFaults } from './storage-faults.ts';

/** `npm run faults` is the full run, whose kills go on where they stopped; `--short` is the one within `npm test`. */
const RUNS = {
  full: { malformed: 10_000, kills: { browsers: BROWSERS, builds: BUILDS, scenarios: SCENARIOS, kills: 125 } },
  short: {
    malformed: 1_000,
    kills: { browsers: ['chromium'], builds: ['hosted'], scenarios: ['answers', 'typing', 'restore'], kills: 9 },
  },
} as const;

const isShort = process.argv.includes('--short');
const { kills, malformed } = isShort ? RUNS.short : RUNS.full;
const say = (line: string) => process.stdout.write(`${line}\n`);

const browser = await findChromium();
const server = await serveBuild(HOSTED_BUILD, '/ministry/sextant/');
const figures: FaultFigures[] = [];
/** Said at once, so that a run that is stopped has not been for nothing; the whole table follows at the end. */
function note(...found: readonly FaultFigures[]): void {
  figures.push(...found);
  for (const one of found) process.stderr.write(`${describeFigures(one)}\n`);
}
try {
  note(...malformedInput(malformed));
  note(...(await storageFaults(browser, server)));
  const common = { seed: 1, chromium: browser, hostedUrl: server.url, isKept: !isShort };
  note(...killFigures(await runKills({ ...kills, ...common })));
} finally {
  await server.close();
}
say(describeAll(figures));
const failed = figures.filter(({ tried, survived, lost, faults }) => survived < tried || lost > 0 || faults.length > 0);
say(`\n${figures.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
