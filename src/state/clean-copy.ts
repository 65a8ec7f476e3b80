import { documentsOf } from '../domain/institutions/make-pack.ts';
import { withoutHistory } from '../domain/journal/without-history.ts';
import type { SextantFile } from '../file/sextant-file.ts';

/** A file to hand on: what stands now, without what was there before and without documents that nothing names. */
export function cleanCopy(whole: SextantFile): SextantFile {
  const journal = withoutHistory(whole.journal);
  const named = documentsOf(journal);
  return { ...whole, journal, evidence: new Map([...whole.evidence].filter(([sha256]) => named.has(sha256))) };
}
