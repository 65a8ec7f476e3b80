import type { AssessmentSession } from '../../state/session/assessment-session.svelte.ts';

/** What the gaps need of an open assessment. */
export type GapsSession = Pick<
  AssessmentSession,
  | 'framework'
  | 'report'
  | 'crosswalks'
  | 'textsIn'
  | 'hrefOfIndicator'
  | 'hrefOfStep'
  | 'setTarget'
  | 'setTargets'
  | 'setHorizon'
  | 'setImpact'
  | 'setEase'
  | 'isReadOnly'
  | 'task'
  | 'respondent'
>;
