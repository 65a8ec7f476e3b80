/** What an indicator or a node can be: docs/methodology.md section 4. */
export type IndicatorStatus = 'answered' | 'unknown' | 'unanswered' | 'not-applicable';
/**
 * `unanswered`: no level and no "don't know" below. `insufficient-data`: fewer answers than the method asks for.
 * `undefined`: answered, but the method has no score for it (`none`, a geometric mean at 0, a table without the sum).
 */
export type NodeStatus = 'scored' | 'insufficient-data' | 'not-applicable' | 'unanswered' | 'undefined';
export type NodeKind = 'overall' | 'domain' | 'subdomain' | 'indicator';

/** One node of the score tree. Scores are 0-100; `null` means "cannot be scored" and never zero. */
export interface ScoreNode {
  readonly id: string;
  readonly kind: NodeKind;
  /** Id of the node above; null for `overall`. Indicators directly in a domain name the domain. */
  readonly parent: string | null;
  readonly score: number | null;
  /** The score as every screen and print shows it: whole number half up, overall one decimal; null with the score. */
  readonly shown: number | null;
  /** Band id where low and high lie in one band, else null. */
  readonly band: string | null;
  /** [lower, upper] band ids where the range spans more than one; else null. */
  readonly between: readonly [string, string] | null;
  /**
   * Score with every open leaf at its lowest / highest level; null where nothing is applicable, and where that of a child
   * is undefined.
   */
  readonly low: number | null;
  readonly high: number | null;
  /** Low and high as every screen and print shows them, by the rule of `shown`. */
  readonly shownLow: number | null;
  readonly shownHigh: number | null;
  /** Leaf indicators: rated at a level; applicable (all in scope but not-applicable ones); in scope. */
  readonly answered: number;
  readonly applicable: number;
  readonly total: number;
  readonly status: IndicatorStatus | NodeStatus;
}

/** The tree flattened by kind, each list in the framework's order. */
export interface ScoreTree {
  readonly overall: ScoreNode | null;
  readonly domains: readonly ScoreNode[];
  readonly subdomains: readonly ScoreNode[];
  readonly indicators: readonly ScoreNode[];
}
