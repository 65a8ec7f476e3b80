import type { AssessmentSession } from '../../state/assessment-session.svelte.ts';

/** What the results need of an open assessment: they read and never write. */
export type ResultsSession = Pick<
  AssessmentSession,
  'framework' | 'report' | 'textsIn' | 'languageOfTexts' | 'explain' | 'hrefOfIndicator' | 'hrefOfStep'
>;
