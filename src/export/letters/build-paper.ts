import { buildAssignmentAnnex, buildAssignmentSheets } from './assignment-papers.ts';
import { buildCircular } from './circular.ts';
import { buildEvaluationForm } from './evaluation-papers.ts';
import type { LetterContext, LetterInput } from './letter-context.ts';
import { makeLetterContext } from './letter-context.ts';
import type { LetterDocument } from '../document/letter-document.ts';
import { buildAgenda, buildAttendance, buildMinutes } from './meeting-papers.ts';
import { buildQuestionnaire } from './questionnaire.ts';
import { buildHandOver } from './hand-over.ts';
import { buildOfficialSheet } from './official-sheet.ts';
import type { PaperId } from './paper-ids.ts';
import { buildReminder } from './reminder.ts';
import { buildTransmission } from './transmission.ts';
import { buildVoluntaryReview } from './voluntary-review.ts';

const BUILDERS: Readonly<Record<PaperId, (context: LetterContext) => LetterDocument>> = {
  circular: buildCircular,
  'assignment-annex': buildAssignmentAnnex,
  'assignment-sheets': buildAssignmentSheets,
  questionnaire: buildQuestionnaire,
  reminder: buildReminder,
  agenda: buildAgenda,
  attendance: buildAttendance,
  evaluation: buildEvaluationForm,
  minutes: buildMinutes,
  transmission: buildTransmission,
  'hand-over': buildHandOver,
  'official-sheet': buildOfficialSheet,
  'voluntary-review': buildVoluntaryReview,
};

/**
 * A paper of the round as a document: the words come from the language, the rest from the assessment. Pure: the same
 * input gives the same paper. docs/architecture.md section 3.
 */
export function buildPaper(id: PaperId, input: LetterInput): LetterDocument {
  return BUILDERS[id](makeLetterContext(input));
}
