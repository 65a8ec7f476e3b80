import { HOSTED_BUILD } from '../e2e/find-build.ts';
import { findChromium } from '../e2e/find-browser.ts';
import { serveBuild } from '../e2e/serve-build.ts';
import type { FaultFigures } from './fault-figures.ts';
import { describeAll } from './fault-figures.ts';
import { killDuringWrites } from './kill-during-writes.ts';
import { malformedInput } from './malformed-input.ts';
import { storageFaults } from './storage-faults.ts';

/** `npm run faults` is the full run; `--short` is the one within `npm test`. */
const RUNS = {
  full: { kills: 300, malformed: 10_000 },
  short: { kills: 10, malformed: 1_000 },
} as const;

const { kills, malformed } = process.argv.includes('--short') ? RUNS.short : RUNS.full;
const say = (line: string) => process.stdout.write(`${line}\n`);

const browser = await findChromium();
const server = await serveBuild(HOSTED_BUILD, '/ministry/sextant/');
const figures: FaultFigures[] = [];
try {
  figures.push(...malformedInput(malformed));
  figures.push(...(await storageFaults(browser, server)));
  figures.push(await killDuringWrites(browser, server, kills));
} finally {
  await server.close();
}
say(describeAll(figures));
const failed = figures.filter(({ tried, survived, lost, faults }) => survived < tried || lost > 0 || faults.length > 0);
say(`\n${figures.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
