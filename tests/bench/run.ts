// `npm run bench [-- --only name[,name]]`: measures, prints, and writes tests/bench/results.md. docs/performance.md says how.
import { describe, describeLoad, keepResults } from './results.ts';
import type { Row, Scenario } from './scenario.ts';
import { NotHere } from './scenario.ts';
import { CLICKS } from './scenarios/clicks.ts';
import { DURABLE } from './scenarios/durable.ts';
import { FIRST_ANSWER } from './scenarios/first-answer.ts';
import { GROWTH } from './scenarios/growth.ts';
import { LARGE_FRAMEWORK } from './scenarios/large-framework.ts';
import { OPENING } from './scenarios/opening.ts';
import { PAGES } from './scenarios/pages.ts';
import { PDF } from './scenarios/pdf.ts';
import { PORTABLE } from './scenarios/portable.ts';
import { RETURNS } from './scenarios/returns.ts';
import { ROBUSTNESS } from './scenarios/robustness.ts';
import { SPREADSHEET } from './scenarios/spreadsheet.ts';

const ALL: readonly Scenario[] = [
  ...[FIRST_ANSWER, CLICKS, DURABLE, OPENING, PAGES, PORTABLE],
  ...[PDF, SPREADSHEET, ROBUSTNESS, RETURNS, GROWTH, LARGE_FRAMEWORK],
];

function chosen(): readonly Scenario[] {
  const at = process.argv.indexOf('--only');
  if (at === -1) return ALL;
  const names = (process.argv[at + 1] ?? '').split(',');
  const unknown = names.filter((name) => !ALL.some((one) => one.name === name));
  if (unknown.length > 0) {
    throw new Error(`No such part: ${unknown.join(', ')}. There are: ${ALL.map(({ name }) => name).join(', ')}.`);
  }
  return ALL.filter(({ name }) => names.includes(name));
}

async function measure(scenario: Scenario): Promise<readonly Row[] | string> {
  try {
    return await scenario.run();
  } catch (error) {
    if (error instanceof NotHere) return error.message;
    process.exitCode = 1;
    return `it failed (${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)})`;
  }
}

for (const scenario of chosen()) {
  const load = describeLoad();
  const startMs = Date.now();
  const text = describe(scenario, await measure(scenario), load);
  console.log(`${text}(in ${((Date.now() - startMs) / 1000).toFixed(0)} s)\n`);
  // After each: what follows may be stopped.
  keepResults(
    new Map([[scenario.name, text]]),
    ALL.map(({ name }) => name),
  );
}
