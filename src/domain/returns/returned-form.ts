import { readAssessment } from '../assessment/read-assessment.ts';
import { findTask } from '../institutions/find-task.ts';
import { fold } from '../journal/fold.ts';
import { isFull } from '../journal/entry-schema.ts';
import type { MergeSide } from '../journal/preview-merge.ts';
import type { WorkbookSide } from '../workbook/take-in-workbook.ts';
import { saidByPack } from './said-by-pack.ts';
import type { IncomingReturn } from './settle-return.ts';

/** What a file says of itself: when it was last saved (ISO instant; null where it does not say so), and its SHA-256. */
export interface FileFacts {
  readonly saved: string | null;
  readonly hash: string | null;
}

export const NO_FACTS: FileFacts = { saved: null, hash: null };

/** A workbook that was read, as the return of its institution. */
export function returnedWorkbook(
  { institution, journal, said, seen }: WorkbookSide,
  { saved, hash }: FileFacts,
): IncomingReturn {
  const changed = new Set(journal.entries.map(({ register }) => register));
  return { institution, form: 'workbook', saved, hash, said, seen, changed };
}

/** A file as a side of a merge: a pack with what it returns, and whose it is; null for somebody's whole copy. */
export function sideOfFile(file: MergeSide, facts: FileFacts): { side: MergeSide; institution: string | null } {
  const institution = institutionOfPack(file);
  const side = institution === null ? file : { ...file, returned: returnedPack(file, institution, facts) };
  return { side, institution };
}

/** Whose pack a file is; null where it is somebody's whole copy. */
function institutionOfPack({ framework, journal }: MergeSide): string | null {
  const task = findTask(readAssessment(fold(journal.entries), framework));
  return task?.institutions.length === 1 ? (task.institutions[0] ?? null) : null;
}

/** A pack that came back, as the return of its institution. It was last saved when something was last answered in it. */
function returnedPack({ journal }: MergeSide, institution: string, { hash }: FileFacts): IncomingReturn {
  const own = journal.entries.filter(isFull).filter(({ actor }) => /^(institution|observer):/.test(actor));
  const latest = own
    .filter(({ actor }) => actor.slice(actor.indexOf(':') + 1) === institution)
    .reduce<string | null>((saved, { at }) => (saved === null || at > saved ? at : saved), null);
  return {
    institution,
    form: 'pack',
    saved: latest,
    hash,
    said: saidByPack(fold(journal.entries), institution),
    seen: new Set(journal.entries.map(({ id }) => id)),
    changed: null,
  };
}
