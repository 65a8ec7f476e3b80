/** Papers for the round, in the order in which they are wanted. */
export const PAPER_IDS = [
  'circular',
  'assignment-annex',
  'assignment-sheets',
  'questionnaire',
  'agenda',
  'attendance',
  'evaluation',
  'minutes',
  'transmission',
  'hand-over',
] as const;

export type PaperId = (typeof PAPER_IDS)[number];
