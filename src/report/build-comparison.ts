import type { AssessmentState } from '../domain/registers/assessment-state.ts';
import { decideAnswers } from '../domain/assessment/decide-answers.ts';
import type { Framework } from '../domain/framework/framework.ts';
import { referenceOf } from '../domain/framework/framework.ts';
import type { AssessmentIdentity } from '../domain/journal/entry-schema.ts';
import type { ComparedRound } from '../domain/rounds/compare-rounds.ts';
import { compareRounds } from '../domain/rounds/compare-rounds.ts';
import type { Engine } from '../domain/scoring/engine.ts';
import { given } from './given.ts';
import type { ReportComparison } from './report.ts';

interface Round {
  readonly framework: Framework;
  readonly state: AssessmentState;
}

function comparedRound({ framework, state }: Round, engine: Engine): ComparedRound {
  const outOfScope = new Set(state.round.outOfScope ?? []);
  return { framework, answers: decideAnswers(state, framework), outOfScope, engine };
}

/** This round beside the one before it, both by one engine, with the causes that were given in this one. */
export function buildComparison(
  previous: Round & { readonly identity: AssessmentIdentity | null },
  current: Round,
  engine: Engine,
): ReportComparison {
  const compared = compareRounds(comparedRound(previous, engine), comparedRound(current, engine), current.state.causes);
  return {
    previous: {
      framework: referenceOf(previous.framework),
      assessment: previous.identity,
      ...given(previous.state.round, ['title', 'closingDate']),
    },
    ...compared,
    reasons: compared.reasons.map(({ code, params }) => ({ code, params })),
  };
}
