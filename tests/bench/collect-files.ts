// `npx tsx tests/bench/collect-files.ts [files]`: so many made-up assessments into one folder of tables, with time and memory; those of all 10,000 are kept in results.md.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../../src/cli/collect.ts';
import { withLanguages } from '../../src/domain/framework/with-languages.ts';
import type { FullEntry, JsonValue } from '../../src/domain/journal/entry-schema.ts';
import { journalOf } from '../../src/domain/journal/merge.ts';
import { makeFirstEntry } from '../../src/domain/rounds/make-first-entry.ts';
import { writeSextantFile } from '../../src/file/write-sextant-file.ts';
import type { Setting } from '../fixtures/assessment-of.ts';
import { entriesOf } from '../fixtures/assessment-of.ts';
import { readMainFramework } from './merge-files.ts';
import { describe, describeLoad, keepResults } from './results.ts';
import type { Row } from './scenario.ts';

const FILES = 10_000;
const VARIANTS = 20;
const START_MS = Date.UTC(2026, 10, 21, 9);
const LEVELS = ['nascent', 'emerging', 'developed', 'mature'] as const;
const framework = withLanguages(readMainFramework(), ['en']);

/** Three institutions on every indicator, agreed levels on half of them, what comes first, and a plan. */
function settingsOf(variant: number): Setting[] {
  const level = (place: number): JsonValue => ({ level: LEVELS[(place * 7 + variant) % LEVELS.length] ?? 'nascent' });
  const of = framework.indicators.flatMap(({ id }, index): Setting[] => [
    ...['lead', 'labour', 'interior'].map((name, place): Setting => [
      `rating/${name}/${id}/1/answer`,
      level(index + place),
    ]),
    ...(index % 2 === 0 ? [[`agreed/${id}/answer`, level(index)] satisfies Setting] : []),
    ...(index % 4 === 0
      ? [[`impact/${id}`, 1 + (index % 4)] satisfies Setting, [`ease/${id}`, 2] satisfies Setting]
      : []),
  ]);
  return [
    ['round/title', `Round ${variant}`],
    ['institution/labour/name', 'Ministry of Labour'],
    ['institution/interior/name', 'Ministry of the Interior'],
    ...of,
    ...Array.from({ length: 8 }, (_, place): Setting => [`action/a${place}/activity`, `Activity ${place}`]),
  ];
}

function makeFiles(folder: string, count: number): void {
  const variants = Array.from({ length: VARIANTS }, (_, variant) => entriesOf(settingsOf(variant)));
  for (let index = 0; index < count; index += 1) {
    const assessment = { id: `made-up-${index}`, round: 'r1', parent: null };
    const id = `2026-11-21T09:00:00.000Z-0000-${index.toString(16).padStart(16, '0')}`;
    const first = makeFirstEntry({ id, nowMs: START_MS, actor: 'facilitator' }, assessment, framework);
    const entries: FullEntry[] = [first, ...(variants[index % VARIANTS] ?? [])];
    const bytes = writeSextantFile({ assessment, framework, journal: journalOf(entries), evidence: new Map() });
    writeFileSync(join(folder, `${assessment.id}.sextant`), bytes);
  }
}

/** In a process of its own, so that what it takes is what the command takes. */
async function collect(folder: string, out: string): Promise<void> {
  const print = (text: string) => void process.stdout.write(text);
  process.exitCode = await run([folder, '--out', out], { out: print, err: print });
  const { user, system } = process.cpuUsage();
  process.stdout.write(
    `processor ${((user + system) / 1e6).toFixed(1)} s, peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`,
  );
}

/** Puts what all of them took into the results of the bench. */
function keep({ seconds, said, bytes }: { seconds: number; said: string; bytes: number }): void {
  const [, processor = '0', memory = '0'] = /processor ([\d.]+) s, peak memory (\d+) MB/.exec(said) ?? [];
  const rows: Row[] = [
    { what: 'time on the clock', unit: 's', ours: [seconds] },
    { what: 'processor time', unit: 's', ours: [Number(processor)] },
    { what: 'peak memory', unit: 'MB', ours: [Number(memory)] },
    { what: 'tables', unit: 'MB', ours: [bytes / 1e6] },
  ];
  const what = `\`collect\`: ${FILES.toLocaleString('en')} files of 117 indicators and three institutions into one folder of tables.`;
  keepResults(new Map([['collect', describe({ name: 'collect', what }, rows, describeLoad())]]), []);
}

function measure(count: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'sextant-collect-'));
  try {
    makeFiles(folder, count);
    const out = join(folder, 'tables');
    const startMs = Date.now();
    const own = fileURLToPath(import.meta.url);
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', own, '--collect', folder, out], {
      encoding: 'utf8',
    });
    const seconds = (Date.now() - startMs) / 1000;
    process.stdout.write(`${stdout}${stderr}`);
    if (status !== 0) throw new Error(`collect ended with ${status}`);
    const bytes = readdirSync(out).reduce((sum, name) => sum + statSync(join(out, name)).size, 0);
    if (count === FILES) keep({ seconds, said: stdout, bytes });
    process.stdout.write(
      `${count} files in ${seconds.toFixed(1)} s, ${(bytes / 1e6).toFixed(1)} MB of tables, on ${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown processor'}\n`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [first, second, third] = process.argv.slice(2);
if (first === '--collect') await collect(second ?? '', third ?? '');
else measure(first === undefined ? FILES : Number(first));
