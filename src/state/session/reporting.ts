/** What makes a report of an assessment: loaded when the first question is there, which does without. */
export { explain } from '../../domain/scoring/explain.ts';
export { buildReport } from '../../report/build-report.ts';
