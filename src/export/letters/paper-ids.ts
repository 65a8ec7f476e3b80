/** Papers for the round, in the order in which they are wanted. */
export const PAPER_IDS = [
  'circular',
  'assignment-annex',
  'assignment-sheets',
  'questionnaire',
  'reminder',
  'agenda',
  'attendance',
  'evaluation',
  'minutes',
  'transmission',
  'hand-over',
  'official-sheet',
  'voluntary-review',
] as const;

export type PaperId = (typeof PAPER_IDS)[number];

/** Papers that answer to the United Nations, by the instrument on which they rest. */
const OF_FRAMEWORK: Partial<Readonly<Record<PaperId, string>>> = {
  'official-sheet': 'sdg-10-7-2',
  'voluntary-review': 'migration-governance',
};

/** The papers that a round on this framework can have. */
export function papersFor(frameworkId: string): PaperId[] {
  return PAPER_IDS.filter((id) => (OF_FRAMEWORK[id] ?? frameworkId) === frameworkId);
}
