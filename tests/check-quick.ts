import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nearestTests } from './nearest-tests.ts';
import { runCommand } from './run-command.ts';
import { readSources } from './unit/read-sources.ts';

/**
 * What to run between two commits, under two minutes on two cores: format and lint of what changed since the last commit,
 * types (what was checked before is kept in `.svelte-check`), and the unit tests nearest to the change. `npm test` runs all.
 */
const MOST_TEST_FILES = 12;

async function changedFiles(): Promise<string[]> {
  const tracked = await runCommand(['git', 'diff', '--name-only', '--diff-filter=d', 'HEAD']);
  const added = await runCommand(['git', 'ls-files', '--others', '--exclude-standard']);
  const names = `${tracked.output}\n${added.output}`.split('\n').filter((name) => name !== '');
  return names.filter((name) => existsSync(fileURLToPath(new URL(`../${name}`, import.meta.url))));
}

async function step(name: string, command: readonly [string, ...string[]]): Promise<boolean> {
  const start = performance.now();
  const { succeeded, output } = await runCommand(command);
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(`${name}: ${succeeded ? 'passed' : 'FAILED'}, in ${seconds} s`);
  if (!succeeded) console.log(output.trimEnd());
  return succeeded;
}

const changed = await changedFiles();
const code = changed.filter((file) => /\.(ts|svelte|js)$/.test(file) && !file.startsWith('public/'));
const styles = changed.filter((file) => /^src\/.*\.(css|svelte)$/.test(file));
const near = nearestTests(changed, [...readSources('src'), ...readSources('tests'), ...readSources('build')]).filter(
  (file) => /^tests\/(unit|scenarios)\//.test(file),
);
const tests = near.slice(0, MOST_TEST_FILES);

const format = async () =>
  changed.length === 0 ||
  step('format', ['prettier', '--check', '--log-level', 'warn', '--ignore-unknown', ...changed]);
const lint = async () =>
  code.length === 0 || step('lint', ['eslint', '--cache', '--cache-location', 'node_modules/.cache/eslint', ...code]);
const look = async () => styles.length === 0 || step('styles', ['stylelint', ...styles]);
const types = () =>
  step('types', ['svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings', '--incremental']);
const unit = async () => tests.length === 0 || step(`${tests.length} test files`, ['vitest', 'run', ...tests]);

/** Two at a time: one a core. */
const [inOrder, besides] = await Promise.all([
  (async () => [await format(), await lint(), await look(), await unit()])(),
  types(),
]);
if (near.length > tests.length) console.log(`${near.length - tests.length} test files further away: npm run test:unit`);
process.exitCode = [...inOrder, besides].every((passed) => passed) ? 0 : 1;
