import type { AssessmentSession } from '../../state/session/assessment-session.svelte.ts';
import type { PlanSession as DeskSession } from '../../state/desks/plan-desk.svelte.ts';

/** What the pages of the plan need of an open assessment. */
export type PlanSession = DeskSession &
  Pick<AssessmentSession, 'textsIn' | 'languageOfTexts' | 'hrefOfIndicator' | 'hrefOfStep'>;
