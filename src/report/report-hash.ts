import { canonicalJson } from '../domain/canonical-json.ts';
import { sha256Hex } from '../domain/sha256.ts';
import type { Report } from './report.ts';

/**
 * SHA-256 (hexadecimal) of what a report says, for the validation to carry: canonical JSON without `status`, which the
 * validation itself changes, and without `engine`, so that a later engine that computes the same has the same hash.
 */
export function reportHash(report: Report): string {
  const { status: _status, engine: _engine, ...said } = report;
  return sha256Hex(canonicalJson(said));
}
