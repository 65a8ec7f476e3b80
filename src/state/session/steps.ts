import type { AssessmentState } from '../../domain/registers/assessment-state.ts';
import { isLeadAlone } from '../../domain/assessment/opinions.ts';
import type { NextStepKind, Stage } from '../../domain/journey/stages.ts';
import { STAGES } from '../../domain/journey/stages.ts';
import type { Task } from '../../domain/institutions/find-task.ts';

export const STEPS = [
  'setup',
  'institutions',
  'returns',
  'assess',
  'agree',
  'results',
  'gaps',
  'plan',
  'report',
  'validate',
  'return',
] as const;
export type Step = (typeof STEPS)[number];
/** Steps of a copy that is not a pack, and those of them that need others than the lead institution. */
const FACILITATOR_STEPS = STEPS.filter((step) => step !== 'return');
const STEPS_WITH_OTHERS: readonly Step[] = ['returns', 'agree'];
const STEPS_ALONE = FACILITATOR_STEPS.filter((step) => !STEPS_WITH_OTHERS.includes(step));
const TASK_STEPS = {
  answer: ['assess', 'return'],
  comment: ['assess', 'return'],
  review: ['assess', 'results', 'report', 'return'],
} as const satisfies Record<Task['mode'], readonly Step[]>;
/** Pages beside the steps: the home of the assessment, and those reached from one of them. */
export const SIDE_PAGES = ['home', 'instruments', 'workshop', 'notes', 'evaluation', 'comments'] as const;
export type SidePage = (typeof SIDE_PAGES)[number];

/** The pages of each stage, in the order in which people need them. */
export const PAGES_OF_STAGE = {
  prepare: ['setup', 'institutions'],
  collect: ['returns', 'assess'],
  agree: ['agree', 'workshop', 'notes'],
  decide: ['results', 'gaps', 'plan'],
  report: ['report', 'validate'],
} as const satisfies Record<Stage, readonly (Step | SidePage)[]>;

export type StagePage = (typeof PAGES_OF_STAGE)[Stage][number];

/** Pages of a stage that are reached from one of its pages. */
const BESIDE = { evaluation: 'agree', comments: 'report' } as const satisfies Partial<Record<SidePage, Stage>>;

const STAGE_OF_PAGE: ReadonlyMap<string, Stage> = new Map([
  ...STAGES.flatMap((stage) => PAGES_OF_STAGE[stage].map((page) => [page, stage] as const)),
  ...Object.entries(BESIDE),
]);

/** The stage that a page belongs to; null for the home, and for what is read from several. */
export function stageOfPage(page: Step | SidePage): Stage | null {
  return STAGE_OF_PAGE.get(page) ?? null;
}

/** The page on which each next step is done; a next round is opened where one is. */
export const PAGE_OF_NEXT_STEP = {
  'name-institutions': 'institutions',
  assign: 'institutions',
  'send-packs': 'institutions',
  answer: 'assess',
  remind: 'returns',
  choose: 'returns',
  agree: 'agree',
  weigh: 'gaps',
  'draft-plan': 'plan',
  validate: 'validate',
  'next-round': 'home',
} as const satisfies Record<NextStepKind, Step | SidePage>;

/** The steps that a copy shows: a pack its task, an institution alone all but those that need others. */
export function stepsOf(
  task: Task | null,
  assessment: Pick<AssessmentState, 'institutions' | 'assignments'>,
): readonly Step[] {
  if (task !== null) return TASK_STEPS[task.mode];
  return isLeadAlone(assessment) ? STEPS_ALONE : FACILITATOR_STEPS;
}
