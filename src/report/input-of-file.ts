import { readAssessment } from '../domain/assessment/read-assessment.ts';
import { findValidation } from '../domain/assessment/validation.ts';
import type { Framework } from '../domain/framework/framework.ts';
import type { AssessmentIdentity } from '../domain/journal/entry-schema.ts';
import type { Journal } from '../domain/journal/journal.ts';
import { fold } from '../domain/registers/fold.ts';
import { engineOfVersion, PRESENT_ENGINE } from '../domain/scoring/engine.ts';
import type { AssessmentInput } from './build-report.ts';

/** What is read of an assessment file. */
export interface ReportedFile {
  readonly assessment: AssessmentIdentity;
  readonly framework: Framework;
  readonly journal: Journal;
}

/** What a file says; a validated one as it was validated, by the engine it names. */
export function inputOfFile({ framework, journal, assessment }: ReportedFile): AssessmentInput {
  const validation = findValidation(journal.entries);
  const folded = fold(journal.entries, validation === null ? {} : { only: validation.only });
  const state = readAssessment(folded, framework);
  const engine = validation === null ? PRESENT_ENGINE : engineOfVersion(validation.value.engine);
  return { framework, state, identity: assessment, engine };
}
