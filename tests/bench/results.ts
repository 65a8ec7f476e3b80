import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Row, Scenario } from './scenario.ts';
import { median } from './scenario.ts';

const FILE = fileURLToPath(new URL('results.md', import.meta.url));
const HEAD = `# What \`npm run bench\` measured

Medians, with the least and the greatest in brackets and how often. A ratio is the peer's figure over ours, measured in the same run
and alternated: above 1 we need less. Each part says when it was measured and what the machine was doing: where the load is above the
number of cores, times are too long on both sides and only ratios, counts and exponents say something. An aim is no assertion.
[performance.md](../../docs/performance.md) says how each is measured.
`;

const digits = (value: number) => (Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);
const write = (value: number) =>
  value.toLocaleString('en', { maximumFractionDigits: digits(value), minimumFractionDigits: digits(value) });

function spread(values: readonly number[]): string {
  if (values.length === 0) return '–';
  if (values.length === 1) return write(values[0]!);
  return `${write(median(values))} [${write(Math.min(...values))}..${write(Math.max(...values))}] n=${values.length}`;
}

/** Pairs of one round, where there is one for each; else the medians. */
function ratio({ ours, theirs }: Row): string {
  if (theirs === undefined) return '';
  const paired = ours.length === theirs.values.length;
  return spread(
    paired ? ours.map((own, index) => theirs.values[index]! / own) : [median(theirs.values) / median(ours)],
  );
}

export function describeLoad(): string {
  const [one = 0, five = 0] = loadavg();
  return `load ${one.toFixed(1)} (${five.toFixed(1)} over five minutes) on ${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown processor'}`;
}

/** A part of the results: a table, or why there is none. */
export function describe(
  { name, what }: Pick<Scenario, 'name' | 'what'>,
  rows: readonly Row[] | string,
  load: string,
): string {
  const taken = `*${new Date().toISOString().slice(0, 10)}, ${load}, Node ${process.versions.node}.*`;
  const head = `## ${name}\n\n${what}\n\n`;
  if (typeof rows === 'string') return `${head}Not measured: ${rows}\n`;
  const lines = rows.map((row) => {
    const peer = row.theirs === undefined ? '' : `${row.theirs.name}: ${spread(row.theirs.values)}`;
    return `| ${row.what} | ${row.unit} | ${spread(row.ours)} | ${peer} | ${ratio(row)} | ${row.aim ?? ''} |`;
  });
  const table = ['| | unit | ours | peer | ratio | aim |', '| --- | --- | --- | --- | --- | --- |', ...lines];
  return `${head}${taken}\n\n${table.join('\n')}\n`;
}

/** Puts new parts in the place of those of the same name; others stay as they were measured, those of no order behind. */
export function keepResults(parts: ReadonlyMap<string, string>, order: readonly string[]): void {
  const before = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
  const known = new Map(
    before
      .split(/^(?=## )/m)
      .slice(1)
      .map((part) => [/^## (.*)$/m.exec(part)?.[1] ?? '', `${part.trimEnd()}\n`]),
  );
  const names = new Set([...order, ...known.keys(), ...parts.keys()]);
  const all = [...names].flatMap((name) => parts.get(name) ?? known.get(name) ?? []);
  writeFileSync(FILE, `${[HEAD, ...all].join('\n')}`);
}
