/** One rung of the ladder as the screen shows it: texts already in the reader's language. */
export interface LadderLevel {
  readonly id: string;
  readonly symbol: string;
  readonly name: string;
  /** Plain, dots, hatch, solid. */
  readonly tone: 1 | 2 | 3 | 4;
  readonly statements: readonly {
    readonly address: string;
    readonly text: string;
    /** The first level describes absence: nothing to tick. */
    readonly tickable: boolean;
    readonly held: boolean;
  }[];
}
