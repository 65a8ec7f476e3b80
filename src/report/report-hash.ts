import { canonicalJson } from '../domain/canonical-json.ts';
import { sha256Hex } from '../domain/sha256.ts';
import type { Report } from './report.ts';

/**
 * SHA-256 (hexadecimal) of what a report says, for the validation to carry: canonical JSON without `status` and
 * `validation`, which the validation itself changes, without `engine`, so that a later engine that computes the same has the same hash, and
 * without `robustness` and `comparison`, which are made where somebody asks for them, and without `evaluation`: what
 * participants thought of the workshop is no part of what they validate.
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
  return sha256Hex(canonicalJson(said));
}
