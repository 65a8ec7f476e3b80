import type { Answer } from '../../domain/registers/answer.ts';
import { FIRST_VOTE } from '../../domain/registers/rating.ts';
import { encodeQrAnswers } from '../../file/qr-answers.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';

/** The answers of a contributor as the text of a QR code, and how many go and stay. */
export interface QrSheet {
  readonly text: string;
  /** Levels and don't knows. */
  readonly answers: number;
  /** Not applicable: their reasons find no room. */
  readonly left: number;
}

/** What this copy's institution said, for a QR code. */
export function makeQrSheet(session: AssessmentSession): QrSheet {
  const { framework, identity, respondent } = session;
  const all = framework.indicators.flatMap(({ id }): [string, Answer][] => {
    const answer = session.answerOf(id);
    return answer === undefined ? [] : [[id, answer]];
  });
  const answers = new Map(all.filter(([, { state }]) => state !== 'not-applicable'));
  const said = { institution: respondent, vote: FIRST_VOTE, answers };
  return {
    text: encodeQrAnswers({ framework, assessment: identity.id }, said),
    answers: answers.size,
    left: all.length - answers.size,
  };
}
