import { problem } from '../domain/problem.ts';
import type { AssessmentRow, StoredAssessment } from './database-schema.ts';
import { StorageError } from './storage-error.ts';

interface Assessments {
  get(id: string): Promise<AssessmentRow | undefined>;
}

/** The row of an assessment; throws `storage.notFound`. */
export async function requireRow(store: Assessments, assessmentId: string): Promise<AssessmentRow> {
  const row = await store.get(assessmentId);
  if (row === undefined) throw new StorageError(problem('storage.notFound', '', [], { id: assessmentId }));
  return row;
}

/** Throws `storage.notFound` or `storage.deleted` where it takes no work. */
export async function requireHere(store: Assessments, assessmentId: string): Promise<void> {
  const { deletedAt } = await requireRow(store, assessmentId);
  if (deletedAt !== undefined) throw new StorageError(problem('storage.deleted', '', [], { id: assessmentId }));
}

/** The row without what says that it was deleted. */
export function whatIsStored({
  deletedAt: _deletedAt,
  countdown: _countdown,
  unused: _unused,
  ...assessment
}: AssessmentRow): StoredAssessment {
  return assessment;
}
