/** One thing measured, so many times; of a peer the same in the same run, alternated with ours. */
export interface Row {
  readonly what: string;
  readonly unit: 'ms' | 's' | 'kB' | 'MB' | 'pages' | 'requests' | 'exponent';
  readonly ours: readonly number[];
  readonly theirs?: { readonly name: string; readonly values: readonly number[] };
  /** What the figure is meant to be, in words. Never an assertion: a machine that does other work misses it too. */
  readonly aim?: string;
}

/** What is measured together. `run` throws `NotHere` where something that it needs is absent. */
export interface Scenario {
  readonly name: string;
  /** One sentence: what, on what, how. */
  readonly what: string;
  readonly run: () => Promise<readonly Row[]>;
}

/** Something to build or to install first; the message says what. */
export class NotHere extends Error {}

/** The middle value; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle) - 1] ?? NaN)) / 2;
}

/** How work grows with size between two sizes: 1 is a straight line, 2 a square. */
export function exponent(sizes: readonly [number, number], times: readonly [number, number]): number {
  return Math.log(times[1] / times[0]) / Math.log(sizes[1] / sizes[0]);
}

/** Processor time in milliseconds, every thread of this process: on a busy machine the clock says little. */
async function processorMs(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Each of several works in turn, so many rounds after one that does not count; their times in processor milliseconds. */
export async function alternate<Name extends string>(
  rounds: number,
  works: Readonly<Record<Name, () => unknown>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(works) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = -1; round < rounds; round += 1) {
    for (const name of names) {
      const time = await processorMs(works[name]);
      if (round >= 0) times[name].push(time);
    }
  }
  return times;
}
