import type { AssessmentState, Institution } from '../registers/assessment-state.ts';
import { LEAD_INSTITUTION } from '../registers/assessment-state.ts';
import type { Pack } from '../registers/institution.ts';
import { findTask, indicatorsOfTask } from './find-task.ts';

/** What a person who opens a pack wants to know before anything else. */
export interface TaskGreeting {
  readonly mode: Pack['mode'];
  /** Who is asked: more than one where a copy holds several packs. */
  readonly institutions: readonly Institution[];
  /** Who asks; undefined where the lead institution has no name. */
  readonly asker: Institution | undefined;
  readonly questions: number;
  /** About how long they take, in minutes. */
  readonly minutes: number;
  /** ISO day by which it is wanted back; null where none was set. */
  readonly due: string | null;
  /** What the asker wrote to those who answer, and on who sees what they say. */
  readonly instructions: string | undefined;
  readonly confidentiality: string | undefined;
}

const MINUTES_PER_QUESTION = 2;
const MINUTES_TO_CHECK_AND_SEND = 4;
const ROUNDED_TO_MINUTES = 5;

/** About how long so many questions take, in minutes: two each and four to check and send, to the next five. */
export function estimateMinutes(questions: number): number {
  const minutes = MINUTES_PER_QUESTION * questions + MINUTES_TO_CHECK_AND_SEND;
  return Math.round(minutes / ROUNDED_TO_MINUTES) * ROUNDED_TO_MINUTES;
}

/** How a pack greets whom it was made for: `indicatorIds` are those in scope. Null for the whole assessment. */
export function greetTask(state: AssessmentState, indicatorIds: readonly string[]): TaskGreeting | null {
  const task = findTask(state);
  if (task === null) return null;
  const asked =
    task.mode === 'review'
      ? indicatorIds
      : [...new Set(task.institutions.flatMap((one) => indicatorsOfTask(state, one, indicatorIds)))];
  return {
    mode: task.mode,
    institutions: task.institutions.map((id) => state.institutions.get(id) ?? { id }),
    asker: state.institutions.get(LEAD_INSTITUTION),
    questions: asked.length,
    minutes: estimateMinutes(asked.length),
    due: state.round.returnsDue ?? null,
    instructions: state.round.instructions,
    confidentiality: state.round.confidentiality,
  };
}
