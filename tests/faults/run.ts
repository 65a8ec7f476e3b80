import { HOSTED_BUILD } from '../e2e/find-build.ts';
import { findChromium } from '../e2e/find-browser.ts';
import { serveBuild } from '../e2e/serve-build.ts';
import type { FaultFigures } from './fault-figures.ts';
import { describeAll, describeFigures } from './fault-figures.ts';
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
/** Said at once, so that a run that is stopped has not been for nothing; the whole table follows at the end. */
function note(...found: readonly FaultFigures[]): void {
  figures.push(...found);
  for (const one of found) process.stderr.write(`${describeFigures(one)}\n`);
}
try {
  note(...malformedInput(malformed));
  note(...(await storageFaults(browser, server)));
  note(await killDuringWrites(browser, server, kills));
} finally {
  await server.close();
}
say(describeAll(figures));
const failed = figures.filter(({ tried, survived, lost, faults }) => survived < tried || lost > 0 || faults.length > 0);
say(`\n${figures.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
