import { decideAnswers } from '../assessment/decide-answers.ts';
import { listActions, pinReasons } from '../assessment/list-actions.ts';
import { isLeadAlone } from '../assessment/opinions.ts';
import { buildAgenda } from '../assessment/build-agenda.ts';
import type { Framework } from '../framework/framework.ts';
import { boardPlace } from '../gaps/board-place.ts';
import { findGaps } from '../gaps/find-gaps.ts';
import { gapInputs } from '../gaps/gap-inputs.ts';
import { countReturns, hasResponded } from '../institutions/count-returns.ts';
import { indicatorsOfTask } from '../institutions/find-task.ts';
import { isCosted } from '../measures/is-costed.ts';
import { listInstitutions } from '../institutions/list-institutions.ts';
import type { Action, AssessmentState } from '../registers/assessment-state.ts';
import { LEAD_INSTITUTION } from '../registers/assessment-state.ts';
import { thingOfRegister } from '../registers/thing-of-register.ts';

/** What a round has, and what waits in it: counts of institutions, questions, gaps and actions. */
export interface JourneyCounts {
  /** Nobody but the lead institution answers. */
  readonly isAlone: boolean;
  /** Besides the lead institution. */
  readonly institutions: number;
  readonly questions: number;
  /** Questions that the lead institution has to answer, and those of them that it has not. */
  readonly own: number;
  readonly ownOpen: number;
  /** Institutions that were asked something; those of them that no file was sent to and that said nothing either. */
  readonly asked: number;
  readonly unsent: number;
  /** Those with an answer to everything that they were asked, and those whose hierarchy endorsed it. */
  readonly returned: number;
  readonly endorsed: number;
  /** Answers with differing versions, one choice each. */
  readonly toChoose: number;
  readonly agreed: number;
  /** With an opinion, and no agreed level yet; those of them on which positions are far apart. */
  readonly toAgree: number;
  readonly divided: number;
  /** Minutes that the meeting needs for them. */
  readonly minutes: number;
  readonly gaps: number;
  /** Gaps with impact and ease, or put first by hand. */
  readonly weighed: number;
  /** Gaps that were kept to be worked on first; those of them that no action works for. */
  readonly kept: number;
  readonly unplanned: number;
  readonly actions: number;
  /** Actions without an amount or a word on their cost. */
  readonly withoutCost: number;
  readonly isValidated: boolean;
}

/** Counts a round as it stands: its indicators in scope, `isValidated` whether its report was validated. */
export function countJourney(framework: Framework, state: AssessmentState, isValidated: boolean): JourneyCounts {
  const outOfScope = new Set(state.round.outOfScope ?? []);
  const ids = framework.indicators.map(({ id }) => id).filter((id) => !outOfScope.has(id));
  const board = countReturns(state, ids);
  const others = board.filter(({ institution, assigned }) => institution !== LEAD_INSTITUTION && assigned > 0);
  const sent = new Set(state.round.packs?.institutions);
  const isAlone = isLeadAlone(state);
  const own = isAlone ? ids : indicatorsOfTask(state, LEAD_INSTITUTION, ids);
  const agenda = buildAgenda(framework, state, ids);
  const gaps = findGaps(framework, decideAnswers(state, framework), gapInputs(framework, state), { outOfScope });
  const open = gaps.filter(({ gap }) => gap !== null && gap > 0);
  const pins = pinReasons(state);
  const actions = listActions(state);
  const kept = open.filter(({ id }) => state.kept.has(id));
  const planned = new Set(actions.flatMap(({ indicators }) => indicators));
  return {
    isAlone,
    institutions: listInstitutions(state).filter(({ id }) => id !== LEAD_INSTITUTION).length,
    questions: ids.length,
    own: own.length,
    ownOpen: own.filter((id) => !hasResponded(state, id, LEAD_INSTITUTION)).length,
    asked: others.length,
    unsent: others.filter(({ institution, status }) => status === 'missing' && !sent.has(institution)).length,
    returned: others.filter(({ status }) => status === 'received').length,
    endorsed: others.filter(({ endorsement }) => endorsement?.state === 'endorsed').length,
    toChoose: new Set(state.conflicts.map(({ register }) => thingOfRegister(register))).size,
    agreed: agenda.settled.length,
    toAgree: isAlone ? 0 : sum(agenda.sections.map(({ items }) => items.length)),
    divided: agenda.sections.find((section) => section.class === 'divided')?.items.length ?? 0,
    minutes: sum(agenda.sections.map(({ minutes }) => minutes)),
    gaps: open.length,
    weighed: open.filter((gap) => boardPlace(gap) !== null || pins.has(gap.id)).length,
    kept: kept.length,
    unplanned: kept.filter(({ id }) => !planned.has(id)).length,
    actions: actions.length,
    withoutCost: actions.filter(isWithoutCost).length,
    isValidated,
  };
}

function isWithoutCost(action: Action): boolean {
  const words = [action.resourcesAvailable, action.resourcesToFind];
  return !isCosted(action) && words.every((text) => (text ?? '').trim() === '');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
