import type { Standing } from './standing.ts';

/** Counts of leaf indicators. `documented`: rated at a level, with at least one piece of evidence. */
export interface Coverage {
  readonly total: number;
  readonly applicable: number;
  readonly answered: number;
  readonly unknown: number;
  readonly unanswered: number;
  readonly notApplicable: number;
  readonly documented: number;
  /** In the framework but left out of this round: not in `total`. */
  readonly outOfScope: number;
}

/**
 * How far a group of indicators is answered and documented. `total` = answered + unknown + unanswered + notApplicable;
 * `applicable` = total - notApplicable. docs/methodology.md section 4.
 */
export function countCoverage(standings: readonly Standing[]): Coverage {
  const count = (status: Standing['status']) => standings.filter((one) => one.status === status).length;
  const outOfScope = count('out-of-scope');
  const notApplicable = count('not-applicable');
  const total = standings.length - outOfScope;
  return {
    total,
    applicable: total - notApplicable,
    answered: count('answered'),
    unknown: count('unknown'),
    unanswered: count('unanswered'),
    notApplicable,
    documented: standings.filter(({ status, documented }) => status === 'answered' && documented).length,
    outOfScope,
  };
}
