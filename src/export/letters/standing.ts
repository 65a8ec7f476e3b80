import type { AssessmentState } from '../../domain/registers/assessment-state.ts';
import type { Custody } from '../../domain/registers/round.ts';
import { buildCommentMatrix } from '../../domain/comments/comment-matrix.ts';
import type { InstitutionReturn } from '../../domain/institutions/count-returns.ts';
import { awaitedReturns } from '../../domain/institutions/count-returns.ts';
import type { OpenPoint } from '../../report/open-points.ts';
import { listOpenPoints } from '../../report/open-points.ts';
import type { Report } from '../../report/report.ts';

/** Where a round stands, for whoever takes it over: what a report does not say. */
export interface LetterStanding {
  readonly custody: Custody | null;
  /** Entries of the record. */
  readonly entries: number;
  /** Empty where the lead institution answers alone. */
  readonly returns: readonly InstitutionReturn[];
  readonly comments: { readonly count: number; readonly open: number };
  readonly open: readonly OpenPoint[];
}

/** Gathers where a round stands from its report and state; `entries` counts the record. */
export function standingOf(report: Report, state: AssessmentState, entries: number): LetterStanding {
  const ids = report.indicators.filter(({ status }) => status !== 'out-of-scope').map(({ id }) => id);
  const matrix = buildCommentMatrix(report.comments, ids);
  return {
    custody: state.round.custody ?? null,
    entries,
    returns: awaitedReturns(state, ids),
    comments: { count: matrix.length, open: matrix.filter(({ open }) => open).length },
    open: listOpenPoints(report, state),
  };
}
