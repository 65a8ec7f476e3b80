import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findChromium } from './e2e/find-browser.ts';
import { describeFirstAnswer, measureFirstAnswer } from './measure-first-answer.ts';
import { measureParts } from './measure-parts.ts';
import type { CommandResult } from './run-command.ts';
import { runCommand } from './run-command.ts';

/** What a step counts: single tests where its runner tells, else the step itself. */
interface Count {
  readonly passed: number;
  readonly failed: number;
}

const ONE_PASSED: Count = { passed: 1, failed: 0 };
const ONE_FAILED: Count = { passed: 0, failed: 1 };
/** `npm run test:all`: every browser test and kind of fault, files at their real size, each test file in a world of its own. */
const isWhole = process.argv.includes('--all');
if (isWhole) process.env['TEST_ALL'] = '1';
/** Of what uses one core, so many at a time. */
const CORES = 2;
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

async function checkBudgets(): Promise<Count> {
  const measured = await measureFirstAnswer(inProject('dist'));
  console.log(describeFirstAnswer(measured));
  const faults = [...measured.faults, ...measureParts(inProject('dist'), inProject('dist-portable/sextant.html'))];
  for (const fault of faults) console.log(`  ${fault}`);
  return faults.length === 0 ? ONE_PASSED : ONE_FAILED;
}

async function runBrowserTests(): Promise<Count> {
  const chromium = await findChromium();
  console.log(`  Chromium: ${chromium.executablePath} (${chromium.origin})`);
  const chosen = isWhole ? [] : ['--grep', '@everyday'];
  const { succeeded } = await runCommand(['playwright', 'test', '--reporter=list,json', ...chosen], {
    show: true,
    environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: BROWSER_RESULTS },
  });
  const results = readResults(BROWSER_RESULTS) as { stats: Record<'expected' | 'unexpected' | 'flaky', number> } | null;
  return settle(
    results && { passed: results.stats.expected, failed: results.stats.unexpected + results.stats.flaky },
    succeeded,
  );
}

/** The runner of the fault tests says how many of them passed on its last line, as this one does. */
async function runFaultTests(): Promise<Count> {
  const result = await runCommand(['tsx', 'tests/faults/run.ts', isWhole ? '--short' : '--everyday'], { show: true });
  const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(result.output) ?? [];
  if (passed === undefined || failed === undefined) return result.succeeded ? ONE_PASSED : ONE_FAILED;
  return settle({ passed: Number(passed), failed: Number(failed) }, result.succeeded);
}

interface Step {
  readonly name: string;
  readonly run: () => Promise<Count>;
}

/** The longest first, so that the cores end together. */
const ON_ONE_CORE: readonly Step[] = [
  ...['lint:code', 'types'].map((name) => ({ name, run: () => runScript(name) })),
  // Both: the portable file lies beside the hosted ones too.
  { name: 'build', run: () => runScript('build') },
  ...['lint:format', 'lint:unused', 'lint:styles'].map((name) => ({ name, run: () => runScript(name) })),
];

const UNIT_TESTS: Step = { name: 'unit tests', run: runUnitTests };

const WITH_BUILDS: readonly Step[] = [
  { name: 'budgets', run: checkBudgets },
  { name: 'browser tests', run: runBrowserTests },
  ...(existsSync(inProject('tests/faults/run.ts')) ? [{ name: 'fault tests', run: runFaultTests }] : []),
];

async function runStep(step: Step): Promise<Count> {
  console.log(`${step.name} ...`);
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
const counts: Count[] = [];
const waiting = [...ON_ONE_CORE];
let built = true;
async function takeNext(): Promise<void> {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    const count = await runStep(step);
    if (step.name === 'build' && count.failed > 0) built = false;
    counts.push(count);
  }
}
await Promise.all(Array.from({ length: CORES }, takeNext));
counts.push(await runStep(UNIT_TESTS));
for (const step of WITH_BUILDS) {
  if (built) counts.push(await runStep(step));
  else console.log(`${step.name}: not run, because the build failed`);
}
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
