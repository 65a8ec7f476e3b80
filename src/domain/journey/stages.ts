import type { JourneyCounts } from './count-journey.ts';

/** What a round goes through, in this order. No stage is ever locked. */
export const STAGES = ['prepare', 'collect', 'agree', 'decide', 'report'] as const;
export type Stage = (typeof STAGES)[number];

/** The stages that a round has: nobody agrees with itself. */
export function stagesOf({ isAlone }: Pick<JourneyCounts, 'isAlone'>): readonly Stage[] {
  return isAlone ? STAGES.filter((stage) => stage !== 'agree') : STAGES;
}

/** What the next step is, with the stage it belongs to. The first that holds is the next: `nextStep`. */
export const NEXT_STEPS = {
  'name-institutions': 'prepare',
  assign: 'prepare',
  'send-packs': 'prepare',
  answer: 'collect',
  remind: 'collect',
  choose: 'collect',
  agree: 'agree',
  weigh: 'decide',
  'draft-plan': 'decide',
  validate: 'report',
  'next-round': 'report',
} as const satisfies Record<string, Stage>;
export type NextStepKind = keyof typeof NEXT_STEPS;

export interface NextStep {
  readonly kind: NextStepKind;
  readonly stage: Stage;
  /** How much of it waits; 0 where it is one act. */
  readonly count: number;
}

/** Whether answers can still be asked for: `returnsDue` and `today` are ISO days; without a day, there is time. */
function isBefore(today: string, returnsDue: string | null): boolean {
  return returnsDue === null || today <= returnsDue;
}

/**
 * The one thing that people do next: what comes earlier in the round and still waits. Returns that are missing wait until
 * their day has passed; then the round goes on without them.
 */
export function nextStep(counts: JourneyCounts, dates: { today: string; returnsDue: string | null }): NextStep {
  const { isAlone, own, ownOpen, unsent, asked, returned, toChoose, toAgree, gaps, kept, actions } = counts;
  const missing = asked - returned;
  const rules: readonly (readonly [NextStepKind, boolean, number])[] = [
    ['next-round', counts.isValidated, 0],
    ['name-institutions', isAlone && ownOpen === own, 0],
    ['assign', !isAlone && own + asked === 0, 0],
    ['send-packs', unsent > 0 && isBefore(dates.today, dates.returnsDue), unsent],
    ['answer', ownOpen > 0, ownOpen],
    ['choose', missing === 0 && toChoose > 0, toChoose],
    ['remind', missing > 0 && isBefore(dates.today, dates.returnsDue), missing],
    ['choose', toChoose > 0, toChoose],
    ['agree', toAgree > 0, toAgree],
    ['weigh', gaps > 0 && kept === 0 && actions === 0, gaps],
    ['draft-plan', gaps > 0 && actions === 0, 0],
  ];
  const [kind, , count] = rules.find(([, holds]) => holds) ?? (['validate', true, 0] as const);
  return { kind, stage: NEXT_STEPS[kind], count };
}

/** `done`: nothing waits; `open`: so much waits; `ahead`: not begun. */
export type StageMark = { readonly state: 'done' | 'ahead' } | { readonly state: 'open'; readonly count: number };

/** How much waits in a stage, and whether it was begun. */
export function markOf(stage: Stage, counts: JourneyCounts): StageMark {
  const { isAlone, institutions, own, ownOpen, unsent, asked, returned, toChoose, agreed, toAgree } = counts;
  const hasAnswers = ownOpen < own || returned > 0 || agreed + toAgree > 0;
  const begun: Readonly<Record<Stage, boolean>> = {
    prepare: institutions > 0 || hasAnswers,
    collect: hasAnswers,
    agree: agreed > 0,
    decide: counts.weighed + counts.kept + counts.actions > 0,
    report: counts.isValidated,
  };
  const waiting: Readonly<Record<Stage, number>> = {
    prepare: unsent,
    collect: (isAlone ? ownOpen : asked - returned) + toChoose,
    agree: toAgree,
    decide: counts.kept > 0 ? counts.unplanned : counts.gaps - counts.weighed,
    report: 0,
  };
  if (!begun[stage]) return { state: 'ahead' };
  return waiting[stage] > 0 && !counts.isValidated ? { state: 'open', count: waiting[stage] } : { state: 'done' };
}
