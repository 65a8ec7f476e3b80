import type { AssessmentSession } from '../../state/session/assessment-session.svelte.ts';

/** What the results need of an open assessment: they read; the one thing they write is which lenses are shown. */
export type ResultsSession = Pick<
  AssessmentSession,
  | 'framework'
  | 'report'
  | 'answers'
  | 'outOfScope'
  | 'engine'
  | 'crosswalks'
  | 'textsIn'
  | 'languageOfTexts'
  | 'hrefOfIndicator'
  | 'hrefOfStep'
  | 'write'
>;
