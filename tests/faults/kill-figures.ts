import type { FaultFigures } from './fault-figures.ts';
import type { KillRecord } from './kill-records.ts';

/** So many of the kills are to fall between the opening and the end of a transaction. */
const LEAST_SHARE_INSIDE = 0.75;
/** Below this a share says nothing. */
const ENOUGH_KILLS = 60;

function groupBy(records: readonly KillRecord[], nameOf: (record: KillRecord) => string): [string, KillRecord[]][] {
  const groups = new Map<string, KillRecord[]>();
  for (const record of records) groups.set(nameOf(record), [...(groups.get(nameOf(record)) ?? []), record]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

const faultOf = ({ browser, build, scenario, seed, kill, lost }: KillRecord) =>
  `${browser}, ${build}, ${scenario}, seed ${seed}, kill ${kill}: ${lost.join('; ')}`;

function figuresOf(name: string, records: readonly KillRecord[]): FaultFigures & { inside: number; parts: number } {
  const sum = (part: (record: KillRecord) => number) => records.reduce((total, record) => total + part(record), 0);
  const inside = sum((record) => (record.inside ? 1 : 0));
  const parts = sum(({ compared }) => compared);
  return {
    name,
    tried: records.length,
    survived: sum(({ outcome }) => (outcome === 'fault' ? 0 : 1)),
    lost: sum(({ lost }) => lost.length),
    compared: `${inside} inside a transaction, ${parts} answers, entries, documents and texts`,
    faults: records.filter(({ outcome }) => outcome === 'fault').map(faultOf),
    inside,
    parts,
  };
}

/** A row for each kind of work in each browser and build, for the table of all faults. */
export function killFigures(records: readonly KillRecord[]): FaultFigures[] {
  const nameOf = ({ browser, build, scenario }: KillRecord) => `killed at ${scenario} (${browser}, ${build})`;
  return groupBy(records, nameOf).map(([name, found]) => figuresOf(name, found));
}

const HEAD = ['Killed', 'Tried', 'Inside a transaction', 'Compared', 'Survived', 'Lost', 'Rate of loss below'];

/**
 * The table for SECURITY.md: by browser and build, by what was done, and all together. What did not happen in n cases
 * has, at 95 % confidence, a rate below 3/n.
 */
export function describeKills(records: readonly KillRecord[]): string {
  const rows = [
    ...groupBy(records, ({ browser, build }) => `${browser}, ${build}`),
    ...groupBy(records, ({ scenario }) => `at ${scenario}`),
    ['all', records] as const,
  ].map(([name, found]) => {
    const { tried, inside, parts, survived, lost } = figuresOf(name, found);
    const bound = survived === tried && tried > 0 ? `${(300 / tried).toFixed(1)} %` : '–';
    return [name, ...[tried, inside, parts, survived, lost].map((value) => value.toLocaleString('en')), bound];
  });
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [HEAD, HEAD.map(() => '---'), ...rows].map(line).join('\n');
}

/** What went wrong, a line each: kills that lost something, and too few that fell into a transaction. */
export function describeFaults(records: readonly KillRecord[]): string[] {
  const { faults, inside, tried } = figuresOf('all', records);
  const share = inside / tried;
  const tooFew = tried >= ENOUGH_KILLS && share < LEAST_SHARE_INSIDE;
  return [...faults, ...(tooFew ? [`only ${inside} of ${tried} kills fell into a transaction`] : [])];
}
