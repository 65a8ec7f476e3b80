/**
 * What makes a report of an assessment: loaded when the first question is there, which does without. Whoever loads it hands
 * it on whole, so each is public.
 */
/** @public */
export { buildReport } from '../../report/build-report.ts';
/** @public */
export { withWordsHere } from '../../content/local-terms.ts';
