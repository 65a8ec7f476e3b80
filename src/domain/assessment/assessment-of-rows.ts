import { FIRST_VOTE } from '../registers/rating.ts';
import type { Answer } from '../registers/answer.ts';
import { AssessmentDraft } from '../registers/assessment-draft.ts';
import type { AssessmentState } from '../registers/assessment-state.ts';
import type { Target } from '../registers/target.ts';

/** One row of an answer sheet: the agreed level where no institution is named, else what that institution says. */
export interface AnswerRow {
  readonly indicator: string;
  /** '' is the agreed level. */
  readonly institution: string;
  readonly answer?: Answer;
  readonly comment: string;
}

/** What a sheet says of indicators whoever answered. */
export interface Decisions {
  readonly targets: ReadonlyMap<string, Target>;
  readonly impacts: ReadonlyMap<string, number>;
  readonly eases: ReadonlyMap<string, number>;
}

function addRow(draft: AssessmentDraft, { indicator, institution, answer, comment }: AnswerRow): void {
  // The comment of an indicator that does not apply is its reason, and stands in the answer.
  const said = comment === '' || answer?.state === 'not-applicable' ? null : comment;
  if (institution === '') {
    if (answer !== undefined) draft.agreedOf(indicator).answer = answer;
    if (said !== null) draft.agreedOf(indicator).rationale = said;
    return;
  }
  draft.institution(institution).name = institution;
  const rating = draft.rating(institution, indicator, FIRST_VOTE);
  if (answer !== undefined) rating.answer = answer;
  if (said !== null) rating.comment = said;
  draft.reveals.set(indicator, FIRST_VOTE);
}

/**
 * The assessment that an answer sheet amounts to, so that everything derived takes one path: rows without institution
 * are agreed levels, the others first opinions, all of them open (docs/file-formats.md section 6).
 */
export function assessmentOfRows(rows: readonly AnswerRow[], decisions: Decisions): AssessmentState {
  const draft = new AssessmentDraft();
  for (const row of rows) addRow(draft, row);
  return {
    ...draft.finish(),
    ...decisions,
    conflicts: [],
    orphans: [],
    damaged: [],
    unknownRegisters: [],
    withoutValue: [],
  };
}
