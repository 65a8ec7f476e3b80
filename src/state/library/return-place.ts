import { journalOf } from '../../domain/journal/merge.ts';
import type { MergeSide } from '../../domain/returns/preview-merge.ts';
import type { ReturnPlace } from '../../exchange/returned-side.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';

/** An open assessment as what others are merged into. */
export function sideOf({ identity, framework, entries, damagedTexts }: AssessmentSession): MergeSide {
  return { assessment: identity, framework, journal: journalOf(entries, damagedTexts) };
}

/** An open assessment as what returns are taken into, now. */
export function placeOf(session: AssessmentSession): ReturnPlace {
  const { identity: assessment, framework, assessment: state, task, journalState: journal } = session;
  return {
    ...{ assessment, framework, institutions: state.institutions, isPack: task !== null, journal },
    nowMs: session.nowMs(),
    nextId: () => session.nextEntryId(),
  };
}
