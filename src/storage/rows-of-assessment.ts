import type { WriteTransaction } from './database-connection.ts';

/** Where what is taken in goes: entries, what was no entry, documents. */
export const INTAKE_STORES = ['entries', 'damaged', 'evidence'] as const;
export type IntakeTransaction = WriteTransaction<(typeof INTAKE_STORES)[number]>;

/** Every key that begins with an assessment: an array sorts after every text. */
export function ofAssessment(assessmentId: string): IDBKeyRange {
  return IDBKeyRange.bound([assessmentId], [assessmentId, []]);
}
