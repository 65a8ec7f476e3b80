import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { sha256Hex } from '../../src/domain/sha256.ts';
import { HOSTED_BUILD, PORTABLE_FILE } from '../e2e/find-build.ts';

export const BROWSERS = ['chromium', 'firefox'] as const;
export const BUILDS = ['hosted', 'portable'] as const;
export const SCENARIOS = ['import', 'merge', 'answers', 'typing', 'restore'] as const;
export type BrowserName = (typeof BROWSERS)[number];
export type BuildName = (typeof BUILDS)[number];
export type ScenarioName = (typeof SCENARIOS)[number];

const recordSchema = z.strictObject({
  browser: z.enum(BROWSERS),
  build: z.enum(BUILDS),
  scenario: z.enum(SCENARIOS),
  seed: z.int(),
  kill: z.int(),
  /** After the opening of the write that was chosen. */
  momentMs: z.number(),
  /** Whether the kill fell between the opening and the end of a transaction. */
  inside: z.boolean(),
  outcome: z.enum(['whole', 'absent', 'kept', 'fault']),
  compared: z.int(),
  lost: z.array(z.string()),
  seconds: z.number(),
});
/** One kill and what was found after it, as a line of a run's file. */
export type KillRecord = z.infer<typeof recordSchema>;

/** Kills of one browser on one build, drawn from one seed: what a run is known by. */
export interface RunName {
  readonly browser: BrowserName;
  readonly build: BuildName;
  readonly seed: number;
  readonly scenarios: readonly ScenarioName[];
}

const FOLDER = fileURLToPath(new URL('../../test-results/faults/', import.meta.url));

const PAGES: Readonly<Record<BuildName, string | URL>> = {
  hosted: path.join(HOSTED_BUILD, 'index.html'),
  portable: new URL(PORTABLE_FILE),
};
/** Kills of another build are none of this one: its page names every file by its content. */
const endOf = (build: BuildName) => `-${sha256Hex(readFileSync(PAGES[build])).slice(0, 8)}.jsonl`;

function fileOf({ browser, build, seed, scenarios }: RunName): string {
  const some = scenarios.length < SCENARIOS.length ? [scenarios.join('+')] : [];
  return path.join(FOLDER, [browser, build, ...some, seed].join('-') + endOf(build));
}

/** The kills of a file. A last line that was cut off with its run is none, and is taken away. */
function readFile(file: string): KillRecord[] {
  const text = readFileSync(file, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) writeFileSync(file, whole);
  const lines = whole.split('\n').slice(0, -1);
  return lines.map((line) => recordSchema.parse(JSON.parse(line)));
}

/** The kills of a run so far; none when it was never begun. */
export function readRun(run: RunName): KillRecord[] {
  return existsSync(fileOf(run)) ? readFile(fileOf(run)) : [];
}

/** The kills of every run on the builds as they are. */
export function readAllRuns(): KillRecord[] {
  if (!existsSync(FOLDER)) return [];
  const ends = BUILDS.filter((build) => existsSync(PAGES[build])).map((build) => `-${build}-.*${endOf(build)}$`);
  const ofThese = new RegExp(ends.join('|'));
  return readdirSync(FOLDER)
    .filter((name) => ofThese.test(name))
    .sort()
    .flatMap((name) => readFile(path.join(FOLDER, name)));
}

/** Adds a kill to its run, at once, so that a run that is stopped can go on. */
export function appendRecord(run: RunName, record: KillRecord): void {
  mkdirSync(FOLDER, { recursive: true });
  appendFileSync(fileOf(run), `${JSON.stringify(record)}\n`);
}
