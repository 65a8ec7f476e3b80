import { onePerThing } from '../domain/registers/thing-of-register.ts';
import { RANGE_TO_EXPLAIN } from '../domain/consensus/measure-agreement.ts';
import type { AssessmentState } from '../domain/registers/assessment-state.ts';
import { isLeadAlone } from '../domain/assessment/opinions.ts';
import { buildCommentMatrix } from '../domain/comments/comment-matrix.ts';
import { checkAssignments } from '../domain/institutions/check-assignments.ts';
import { awaitedReturns } from '../domain/institutions/count-returns.ts';
import type { Report } from './report.ts';

/** Kinds of open points, in the order in which they are listed before a validation. */
export const OPEN_POINT_KINDS = [
  'without-level',
  'unsettled',
  'without-reason',
  'without-lead',
  'not-returned',
  'not-endorsed',
  'differing-versions',
  'comments',
  'sentences',
] as const;
export type OpenPointKind = (typeof OPEN_POINT_KINDS)[number];

export interface OpenPoint {
  readonly kind: OpenPointKind;
  readonly count: number;
  /** Ids of indicators, institutions, comments or sentences, or registers, as the kind says. */
  readonly ids: readonly string[];
}

/**
 * What is open before a report is validated, only kinds of which there is something: indicators without a level, positions
 * two levels or more apart without an agreed level, agreed levels that lack their reason, indicators without lead,
 * institutions that have not answered in full or not endorsed, differing versions, comments without a decision, and
 * rewritten sentences whose figures changed. docs/methodology.md section 13.
 */
export function listOpenPoints(report: Report, state: AssessmentState): OpenPoint[] {
  const inScope = report.indicators.filter(({ status }) => status !== 'out-of-scope');
  const ids = inScope.map(({ id }) => id);
  const idsWhere = (test: (indicator: Report['indicators'][number]) => boolean) =>
    inScope.filter(test).map(({ id }) => id);
  const isFar = ({ agreement }: Report['indicators'][number]) => (agreement.range ?? 0) >= RANGE_TO_EXPLAIN;
  const alone = isLeadAlone(state);
  const returns = awaitedReturns(state, ids);
  const matrix = buildCommentMatrix(report.comments, ids);
  const found: Record<OpenPointKind, readonly string[]> = {
    'without-level': idsWhere(({ status }) => status === 'unanswered' || status === 'unknown'),
    unsettled: idsWhere((indicator) => isFar(indicator) && !indicator.agreed),
    'without-reason': idsWhere(
      (indicator) => isFar(indicator) && indicator.agreed && (indicator.rationale ?? '').trim() === '',
    ),
    'without-lead': alone ? [] : checkAssignments(state, ids).withoutLead,
    'not-returned': returns
      .filter(({ status }) => status === 'missing' || status === 'partial')
      .map(({ institution }) => institution),
    'not-endorsed': returns
      .filter(({ status, endorsement }) => status === 'received' && endorsement?.state !== 'endorsed')
      .map(({ institution }) => institution),
    'differing-versions': onePerThing(report.record.conflicts),
    comments: matrix.filter(({ open }) => open).map(({ comment }) => comment.id),
    sentences: report.sentences
      .filter(({ edited, factsHash }) => edited !== null && edited.factsHash !== factsHash)
      .map(({ id }) => id),
  };
  return OPEN_POINT_KINDS.flatMap((kind) => {
    const own = found[kind];
    return own.length === 0 ? [] : [{ kind, count: own.length, ids: own }];
  });
}
