import { documentsOf, makePack } from '../domain/institutions/make-pack.ts';
import type { PackOptions } from '../domain/institutions/make-pack.ts';
import { makeReviewCopy } from '../domain/institutions/make-review-copy.ts';
import type { SextantFile } from '../file/sextant-file.ts';

/** The file of one institution's pack, or of what it sends back: its part of the journal and its documents only. */
export function packContent(whole: SextantFile, institution: string, options: PackOptions = {}): SextantFile {
  const journal = makePack(whole.journal, institution, options);
  const wanted = documentsOf(journal);
  return { ...whole, journal, evidence: new Map([...whole.evidence].filter(([sha256]) => wanted.has(sha256))) };
}

/** The file of a reviewer: everything that stands, without restricted evidence, opened for reading and commenting. */
export function reviewContent(whole: SextantFile, institution: string): SextantFile {
  const journal = makeReviewCopy(whole.journal, institution);
  const wanted = documentsOf(journal);
  return { ...whole, journal, evidence: new Map([...whole.evidence].filter(([sha256]) => wanted.has(sha256))) };
}
