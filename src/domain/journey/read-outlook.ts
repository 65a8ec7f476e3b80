import { readAssessment } from '../assessment/read-assessment.ts';
import { findValidation } from '../assessment/validation.ts';
import type { Framework } from '../framework/framework.ts';
import { findTask, indicatorsOfTask } from '../institutions/find-task.ts';
import { hasResponded } from '../institutions/count-returns.ts';
import type { Entry } from '../journal/entry-schema.ts';
import type { ValidationValue } from '../registers/validation.ts';
import { fold } from '../registers/fold.ts';
import type { JourneyCounts } from './count-journey.ts';
import { countJourney } from './count-journey.ts';

/** What a list says of an assessment that is not open: where its round stands, or how far an institution's copy is. */
export type Outlook =
  | {
      readonly kind: 'round';
      readonly counts: JourneyCounts;
      readonly validated: ValidatedBy | null;
      /** ISO day; null where none was set. */
      readonly closing: string | null;
    }
  | { readonly kind: 'task'; readonly answered: number; readonly questions: number; readonly closing: string | null };

/** When a report was validated (ISO day), and by whom. */
export interface ValidatedBy {
  readonly date: string;
  readonly by: string;
}

/** Reads from the entries of an assessment where it stands, as its own home would say it. */
export function readOutlook(framework: Framework, entries: readonly Entry[]): Outlook {
  const validation = findValidation(entries);
  const counted = validation === null ? entries : entries.filter(({ id }) => validation.only.has(id));
  const state = readAssessment(fold(counted), framework);
  const closing = state.round.returnsDue ?? null;
  const task = findTask(state);
  if (task === null || task.mode === 'review') {
    return {
      kind: 'round',
      counts: countJourney(framework, state, validation !== null),
      validated: validation === null ? null : validatedBy(validation.value),
      closing,
    };
  }
  const outOfScope = new Set(state.round.outOfScope ?? []);
  const ids = framework.indicators.map(({ id }) => id).filter((id) => !outOfScope.has(id));
  const asked = task.institutions.flatMap((one) => indicatorsOfTask(state, one, ids).map((id) => [id, one] as const));
  return {
    kind: 'task',
    answered: asked.filter(([id, one]) => hasResponded(state, id, one)).length,
    questions: asked.length,
    closing,
  };
}

/** The forum that validated a report, else the person. */
export function validatedBy({ date = '', forum, by = '' }: ValidationValue): ValidatedBy {
  return { date, by: forum ?? by };
}
