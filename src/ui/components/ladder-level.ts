/** One rung of the ladder as the screen shows it: texts already in the reader's language. */
export interface LadderLevel {
  readonly id: string;
  readonly symbol: string;
  readonly name: string;
  /** Plain, dots, hatch, solid. */
  readonly tone: 1 | 2 | 3 | 4;
  /** How its sentences are to be read, where they are no requirements. */
  readonly lead?: string | undefined;
  /** How many of its requirements are met, and under way, in words. */
  readonly met?: string | undefined;
  readonly statements: readonly {
    readonly address: string;
    readonly text: string;
    /** The first level describes absence: nothing to tick. */
    readonly tickable: boolean;
    readonly held: boolean;
    /** Begun and not met. */
    readonly underWay?: boolean;
  }[];
}
