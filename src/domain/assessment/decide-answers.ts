import { provisionalLevel } from '../consensus/provisional-level.ts';
import type { Framework } from '../framework/framework.ts';
import { scaleOf } from '../framework/framework.ts';
import type { Answer, Answers } from '../registers/answer.ts';
import type { AssessmentState } from '../registers/assessment-state.ts';
import { opinionsOf } from './opinions.ts';

/**
 * The answers that scores are computed from: the agreed one where there is one, else the provisional one of the
 * institutions' opinions; indicators that nobody answered are not in the map (docs/methodology.md section 5).
 */
export function decideAnswers(state: AssessmentState, framework: Framework): Answers {
  const decided = new Map<string, Answer>();
  for (const indicator of framework.indicators) {
    const agreed = state.agreed.get(indicator.id)?.answer;
    const answer = agreed ?? provisionalLevel(scaleOf(framework, indicator), opinionsOf(state, indicator.id));
    if (answer !== null) decided.set(indicator.id, answer);
  }
  return decided;
}

/** Indicators of this round in the framework's order: all but those set out of scope. */
export function indicatorsInScope(state: AssessmentState, framework: Framework): string[] {
  const outOfScope = new Set(state.round.outOfScope ?? []);
  return framework.indicators.map(({ id }) => id).filter((id) => !outOfScope.has(id));
}
