import { documentsOf, makePack, withoutRestricted } from '../domain/institutions/make-pack.ts';
import type { PackOptions } from '../domain/institutions/make-pack.ts';
import { buildRegister } from '../domain/journal/registers.ts';
import { withoutHistory } from '../domain/journal/without-history.ts';
import type { SextantFile } from '../file/sextant-file.ts';

/** The file of one institution's pack, or of what it sends back: its part of the journal and its documents only. */
export function packContent(whole: SextantFile, institution: string, options: PackOptions = {}): SextantFile {
  const journal = makePack(whole.journal, institution, options);
  const wanted = documentsOf(journal);
  return { ...whole, journal, evidence: new Map([...whole.evidence].filter(([sha256]) => wanted.has(sha256))) };
}

/** A file to read and comment on: everything without history and restricted evidence, marked so that the app opens it for reading. */
export function reviewContent(whole: SextantFile): SextantFile {
  const packs = buildRegister({ kind: 'round', field: 'packs' });
  const journal = withoutRestricted(withoutHistory(whole.journal));
  const wanted = documentsOf(journal);
  const evidence = new Map([...whole.evidence].filter(([sha256]) => wanted.has(sha256)));
  return {
    ...whole,
    evidence,
    journal: { ...journal, entries: journal.entries.filter(({ register }) => register !== packs) },
  };
}
