import type { KillRecord } from './kill-records.ts';

/** What the kills of one row came to. */
interface KillRow {
  readonly name: string;
  readonly records: readonly KillRecord[];
}

/** By the rule of three: what did not happen in n cases has, at 95 % confidence, a rate below 3/n. */
const boundOf = (tried: number) => `${((100 * 3) / tried).toFixed(1)} %`;

function groupBy(records: readonly KillRecord[], nameOf: (record: KillRecord) => string): KillRow[] {
  const groups = new Map<string, KillRecord[]>();
  for (const record of records) groups.set(nameOf(record), [...(groups.get(nameOf(record)) ?? []), record]);
  return [...groups].map(([name, found]) => ({ name, records: found })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function cellsOf({ name, records }: KillRow): string[] {
  const inside = records.filter((record) => record.inside).length;
  const survived = records.filter((record) => record.outcome !== 'fault').length;
  const lost = records.reduce((sum, record) => sum + record.lost.length, 0);
  const compared = records.reduce((sum, record) => sum + record.compared, 0);
  const bound = survived === records.length ? boundOf(records.length) : '–';
  return [
    name,
    ...[records.length, inside, compared, survived, lost].map((value) => value.toLocaleString('en')),
    bound,
  ];
}

const HEAD = ['Killed', 'Tried', 'Inside a transaction', 'Compared', 'Survived', 'Lost', 'Rate of loss below'];

/** The table for SECURITY.md: by browser and build, by what was done, and all together. */
export function describeKills(records: readonly KillRecord[]): string {
  const rows = [
    ...groupBy(records, ({ browser, build }) => `${browser}, ${build}`),
    ...groupBy(records, ({ scenario }) => `while: ${scenario}`),
    { name: 'all', records },
  ].map(cellsOf);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(HEAD), line(HEAD.map(() => '---')), ...rows.map(line)].join('\n');
}

/** What went wrong, one line each; what took how long. */
export function describeFaults(records: readonly KillRecord[]): string[] {
  return records
    .filter(({ outcome }) => outcome === 'fault')
    .map(({ browser, build, scenario, seed, kill, lost }) =>
      [`${browser}, ${build}, ${scenario}, seed ${seed}, kill ${kill}:`, ...lost].join('\n    '),
    );
}
