import { canonicalJson } from '../domain/canonical-json.ts';
import { sha256Hex } from '../domain/sha256.ts';
import type { Report } from './report.ts';

/** What may be said around a validated report without changing it: the decision to publish, the language, and how far the plan is. */
function withoutFollowUp({ round, plan }: Pick<Report, 'round' | 'plan'>) {
  const { publication: _publication, reportLanguage: _reportLanguage, ...ofRound } = round;
  return { round: ofRound, plan: plan.map(({ status: _status, ...action }) => action) };
}

/**
 * SHA-256 (hexadecimal) of what a report says, for the validation to carry: canonical JSON without `status` and
 * `validation`, which the validation itself changes, without `engine`, so that a later engine that computes the same has
 * the same hash, without `robustness` and `comparison`, which are made where somebody asks for them, without
 * `evaluation`, since what participants thought of the workshop is no part of what they validate, and without the decision
 * to publish, the language it is printed in and the status of actions, which may be said after the validation.
 */
export function reportHash(report: Report): string {
  const {
    status: _status,
    validation: _validation,
    engine: _engine,
    robustness: _robustness,
    comparison: _comparison,
    evaluation: _evaluation,
    ...said
  } = report;
  return sha256Hex(canonicalJson({ ...said, ...withoutFollowUp(report) }));
}
