/** What one kind of fault came to. */
export interface FaultFigures {
  readonly name: string;
  /** How often the fault was made. */
  readonly tried: number;
  /** How often everything that was shown as saved was there afterwards. */
  readonly survived: number;
  /** Answers that were shown as saved and were gone. */
  readonly lost: number;
  /** What was compared, in words. */
  readonly compared: string;
  /** What went wrong, one sentence each; empty where nothing did. */
  readonly faults: readonly string[];
}

/** One row of figures, for the table at the end. */
export function describeFigures({ name, tried, survived, lost, compared, faults }: FaultFigures): string {
  const row = `${name.padEnd(44)}${String(tried).padStart(7)}${String(survived).padStart(10)}${String(lost).padStart(6)}  ${compared}`;
  return [row, ...faults.map((fault) => `    ${fault}`)].join('\n');
}

/** The whole table: tried, survived, lost. */
export function describeAll(figures: readonly FaultFigures[]): string {
  const head = `${'fault'.padEnd(44)}${'tried'.padStart(7)}${'survived'.padStart(10)}${'lost'.padStart(6)}  compared`;
  return [head, ...figures.map(describeFigures)].join('\n');
}
