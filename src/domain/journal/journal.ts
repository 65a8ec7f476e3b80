import type { AssessmentIdentity, Entry } from './entry-schema.ts';
import { isStub } from './entry-schema.ts';

/**
 * The record of one assessment (docs/file-formats.md section 3). `entries` are sorted by id, one a id.
 * `damagedLines` could not be read as entries: they are carried untouched, sorted, one of each.
 */
export interface Journal {
  readonly entries: readonly Entry[];
  readonly damagedLines: readonly string[];
}

export const EMPTY_JOURNAL: Journal = { entries: [], damagedLines: [] };

/** Text order by UTF-16 code units: the order of ids, never that of a language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether two identities are one: an assessment of the same id under another round or parent was made up. */
export function isSameAssessment(a: AssessmentIdentity, b: AssessmentIdentity): boolean {
  return a.id === b.id && a.round === b.round && a.parent === b.parent;
}

/** Which assessment a journal belongs to: said by its oldest entry that says so; null when none does. */
export function identityOfJournal(journal: Journal): AssessmentIdentity | null {
  for (const entry of journal.entries) {
    if (!isStub(entry) && entry.assessment !== undefined) return entry.assessment;
  }
  return null;
}
