import type { PackOptions } from '../domain/copies/make-pack.ts';
import { makePack } from '../domain/copies/make-pack.ts';
import { makeReviewCopy } from '../domain/copies/make-review-copy.ts';
import { withLanguages } from '../domain/framework/with-languages.ts';
import { withoutHistory } from '../domain/copies/without-history.ts';
import type { SextantFile } from '../file/sextant-file.ts';

/**
 * The file of one institution's pack, or of what it sends back: its part of the journal, and the framework in the `languages`
 * that were chosen (codes), else in all. Documents follow the journal.
 */
export function packContent(
  whole: SextantFile,
  institution: string,
  { languages, ...options }: PackOptions & { readonly languages?: readonly string[] } = {},
): SextantFile {
  const framework = languages === undefined ? whole.framework : withLanguages(whole.framework, languages);
  return { ...whole, framework, journal: makePack(whole.journal, institution, options) };
}

/** The file of a reviewer: everything that stands, without restricted evidence, opened for reading and commenting. */
export function reviewContent(whole: SextantFile, institution: string): SextantFile {
  return { ...whole, journal: makeReviewCopy(whole.journal, institution) };
}

/** A file to hand on: what stands now, without what was there before and without what was removed. */
export function cleanContent(whole: SextantFile): SextantFile {
  return { ...whole, journal: withoutHistory(whole.journal) };
}
