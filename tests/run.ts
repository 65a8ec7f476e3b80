import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findChromium } from './e2e/find-browser.ts';
import { describeInitialLoad, measureInitialLoad } from './measure-initial-load.ts';
import type { CommandResult } from './run-command.ts';
import { runCommand } from './run-command.ts';

/** What a step counts: single tests where its runner tells, else the step itself. */
interface Count {
  readonly passed: number;
  readonly failed: number;
}

const ONE_PASSED: Count = { passed: 1, failed: 0 };
const ONE_FAILED: Count = { passed: 0, failed: 1 };
/** `npm run test:all`: every language, colour and kind of fault in the browser too. */
const isWhole = process.argv.includes('--all');
const LONGEST_OUTPUT_LINES = 200;

const inProject = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const UNIT_RESULTS = inProject('test-results/unit.json');
const BROWSER_RESULTS = inProject('test-results/browser.json');

function showFailure({ output }: CommandResult): void {
  const lines = output.trimEnd().split('\n');
  if (lines.length > LONGEST_OUTPUT_LINES) console.log(`(the last ${LONGEST_OUTPUT_LINES} of ${lines.length} lines)`);
  console.log(lines.slice(-LONGEST_OUTPUT_LINES).join('\n'));
}

async function runScript(name: string): Promise<Count> {
  const result = await runCommand(['npm', 'run', '--silent', name]);
  if (!result.succeeded) showFailure(result);
  return result.succeeded ? ONE_PASSED : ONE_FAILED;
}

function readResults(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** A runner that failed for a reason of its own (a file that does not load, an unhandled rejection) counts as one failure. */
function settle(count: Count | null, succeeded: boolean): Count {
  if (count === null) return succeeded ? ONE_PASSED : ONE_FAILED;
  return succeeded || count.failed > 0 ? count : { ...count, failed: 1 };
}

async function runUnitTests(): Promise<Count> {
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${UNIT_RESULTS}`];
  const { succeeded } = await runCommand(['vitest', 'run', ...reporters], { show: true });
  const results = readResults(UNIT_RESULTS) as { numPassedTests: number; numFailedTests: number } | null;
  return settle(results && { passed: results.numPassedTests, failed: results.numFailedTests }, succeeded);
}

async function checkInitialLoad(): Promise<Count> {
  const load = measureInitialLoad(inProject('dist'));
  console.log(describeInitialLoad(load));
  for (const fault of load.faults) console.log(`  ${fault}`);
  return load.faults.length === 0 ? ONE_PASSED : ONE_FAILED;
}

async function runBrowserTests(): Promise<Count> {
  const chromium = await findChromium();
  console.log(`  Chromium: ${chromium.executablePath} (${chromium.origin})`);
  const { succeeded } = await runCommand(['playwright', 'test', '--reporter=list,json'], {
    show: true,
    environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: BROWSER_RESULTS, ...(isWhole ? { TEST_ALL: '1' } : {}) },
  });
  const results = readResults(BROWSER_RESULTS) as { stats: { expected: number; unexpected: number } } | null;
  return settle(results && { passed: results.stats.expected, failed: results.stats.unexpected }, succeeded);
}

/** The runner of the fault tests says how many of them passed on its last line, as this one does. */
async function runFaultTests(): Promise<Count> {
  const result = await runCommand(['tsx', 'tests/faults/run.ts', '--short'], { show: true });
  const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(result.output) ?? [];
  if (passed === undefined || failed === undefined) return result.succeeded ? ONE_PASSED : ONE_FAILED;
  return settle({ passed: Number(passed), failed: Number(failed) }, result.succeeded);
}

interface Step {
  readonly name: string;
  readonly run: () => Promise<Count>;
  /** Uses one core: runs beside the next step. */
  readonly beside?: true;
  /** Makes the pages that the browser steps open: without them these are not run. */
  readonly builds?: true;
  readonly needsBuilds?: true;
}

const STEPS: readonly Step[] = [
  { name: 'types', run: () => runScript('types'), beside: true },
  { name: 'lint', run: () => runScript('lint') },
  { name: 'unit tests', run: runUnitTests },
  // Both: the portable file lies beside the hosted ones too.
  { name: 'build', run: () => runScript('build'), builds: true },
  { name: 'first load', run: checkInitialLoad, needsBuilds: true },
  { name: 'browser tests', run: runBrowserTests, needsBuilds: true },
  ...(existsSync(inProject('tests/faults/run.ts'))
    ? [{ name: 'fault tests', run: runFaultTests, needsBuilds: true as const }]
    : []),
];

async function runStep(step: Step): Promise<Count> {
  console.log(`\n${step.name} ...`);
  const start = performance.now();
  let count: Count;
  try {
    count = await step.run();
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error));
    count = ONE_FAILED;
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(`${step.name}: ${count.passed} passed, ${count.failed} failed, in ${seconds} s`);
  return count;
}

mkdirSync(inProject('test-results'), { recursive: true });
// A long run of kills that goes on where it stopped keeps what it found so far.
for (const name of readdirSync(inProject('test-results'))) {
  if (name !== 'faults') rmSync(inProject(`test-results/${name}`), { recursive: true, force: true });
}
let passed = 0;
let failed = 0;
let built = true;
const beside: Promise<Count>[] = [];
for (const step of STEPS) {
  if (step.needsBuilds === true && !built) {
    console.log(`\n${step.name}: not run, because the build failed`);
    continue;
  }
  const running = runStep(step);
  beside.push(running);
  if (step.beside === true) continue;
  for (const count of await Promise.all(beside.splice(0))) {
    passed += count.passed;
    failed += count.failed;
    if (step.builds === true && count.failed > 0) built = false;
  }
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
