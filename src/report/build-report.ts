import type { AssessmentState } from '../domain/registers/assessment-state.ts';
import { attendanceOf } from '../domain/institutions/attendance.ts';
import { decideAnswers } from '../domain/assessment/decide-answers.ts';
import { listActions, pinReasons } from '../domain/assessment/list-actions.ts';
import { listEvidence } from '../domain/assessment/list-evidence.ts';
import type { Framework } from '../domain/framework/framework.ts';
import { countDots } from '../domain/gaps/count-dots.ts';
import type { Gap } from '../domain/gaps/find-gaps.ts';
import { findGaps } from '../domain/gaps/find-gaps.ts';
import { gapInputs } from '../domain/gaps/gap-inputs.ts';
import type { Priority } from '../domain/gaps/rank-priorities.ts';
import { keptPriorities, rankPriorities } from '../domain/gaps/rank-priorities.ts';
import type { AssessmentIdentity } from '../domain/journal/entry-schema.ts';
import { listMeasures, totalCost } from '../domain/measures/list-measures.ts';
import { planCosts } from '../domain/measures/plan-costs.ts';
import { viewByLens } from '../domain/profile/by-lens.ts';
import { countGrounds } from '../domain/profile/count-grounds.ts';
import { countCoverage } from '../domain/profile/coverage.ts';
import { distributionsOf } from '../domain/profile/distribution.ts';
import { findMostRoom } from '../domain/profile/most-room.ts';
import { comparePairs, summarisePairs } from '../domain/profile/pairs.ts';
import { listDevelopmentAreas, listStrengths } from '../domain/profile/strengths.ts';
import type { Robustness, RobustnessOptions } from '../domain/robustness/analyse-robustness.ts';
import { analyseRobustness } from '../domain/robustness/analyse-robustness.ts';
import { evaluateTree } from '../domain/scoring/evaluate-tree.ts';
import type { Engine } from '../domain/scoring/engine.ts';
import { PRESENT_ENGINE, versionOfEngine } from '../domain/scoring/engine.ts';
import { buildComparison } from './build-comparison.ts';
import { buildDecision } from './build-decision.ts';
import { buildIndicators } from './build-indicators.ts';
import { buildNodes, displayedNode } from './build-nodes.ts';
import {
  buildComments,
  buildEvaluation,
  buildEvidence,
  buildInstitutions,
  buildInstruments,
  buildPlan,
  buildPractices,
  buildRecordNotes,
  buildRound,
  describeFramework,
  buildValidation,
} from './build-record.ts';
import { statusOf } from './status-of.ts';
import { buildSentences } from './build-sentences.ts';
import type { Report } from './report.ts';
import { REPORT_FORMAT, REPORT_FORMAT_VERSION } from './report.ts';

export interface AssessmentInput {
  readonly framework: Framework;
  /** Read from a journal (`readAssessment`) or from an answer sheet (`assessmentOfRows`). */
  readonly state: AssessmentState;
  /** Null for an answer sheet, which is no assessment of its own. */
  readonly identity: AssessmentIdentity | null;
  /** The rules to compute by: those that a validated assessment names, else the present ones. */
  readonly engine?: Engine;
}

export interface ReportInput extends AssessmentInput {
  /** From `robustnessOf`, or the same made elsewhere from the same answers; it takes a moment, so it is given or absent. */
  readonly robustness?: Robustness;
  /** The round before, to compare with. */
  readonly previous?: AssessmentInput;
}

function buildPriorities({ framework, state }: AssessmentInput, gaps: readonly Gap[], engine: Engine) {
  const ranked = rankPriorities(framework, gaps, pinReasons(state), engine);
  const priorities = keptPriorities(ranked, state.kept, engine);
  const order = ranked.map(({ gap }) => gap.id);
  const open = gaps.filter(({ gap }) => gap !== null && gap > 0).map(({ id }) => id);
  const listed = listMeasures(state, gaps, priorities);
  const costs = totalCost(listed.measures);
  return {
    priorities: priorities.map(({ gap, ...priority }: Priority) => ({ id: gap.id, ...priority })),
    ranking: { ranked: order, notRanked: open.filter((id) => !order.includes(id)) },
    ...listed,
    costs,
    planCosts: planCosts(listed.measures, listActions(state)),
    decision: buildDecision(state, { ...listed, costs }),
  };
}

/** Whether the result holds under other weights and methods; seed 1 and 10,000 draws unless told otherwise. */
export function robustnessOf(
  { framework, state, engine = PRESENT_ENGINE }: AssessmentInput,
  options: Pick<RobustnessOptions, 'seed' | 'draws'> = {},
): Robustness {
  const outOfScope = new Set(state.round.outOfScope ?? []);
  return analyseRobustness(framework, decideAnswers(state, framework), { ...options, outOfScope, engine });
}

/**
 * The one result object, whole, from a framework and the state of an assessment: scores 0-100 or null, positions from 1,
 * gaps in steps. It computes nothing itself: every number comes from `src/domain`. docs/architecture.md section 3.
 */
export function buildReport(input: ReportInput): Report {
  const { framework, state, identity, robustness, previous, engine = PRESENT_ENGINE } = input;
  const outOfScope = new Set(state.round.outOfScope ?? []);
  const answers = decideAnswers(state, framework);
  const root = evaluateTree(framework, answers, { outOfScope, engine });
  const gaps = findGaps(framework, answers, gapInputs(framework, state), { outOfScope, engine });
  const evidence = listEvidence(state, framework, outOfScope);
  const actions = listActions(state);
  const indicators = buildIndicators({ framework, state, answers, engine, root, gaps, evidence });
  const domains = buildNodes(framework, root, 'domain', indicators);
  const pairs = comparePairs(framework, indicators);
  const counted = {
    coverage: countCoverage(indicators),
    distributions: distributionsOf(framework, indicators),
    domains,
    indicators,
    pairedTopics: summarisePairs(pairs),
    mostRoom: findMostRoom(domains),
  };
  return {
    format: REPORT_FORMAT,
    formatVersion: REPORT_FORMAT_VERSION,
    framework: describeFramework(framework),
    engine: versionOfEngine(engine),
    assessment: identity,
    edition: 'internal',
    round: buildRound(state),
    status: statusOf(state),
    validation: buildValidation(state),
    institutions: buildInstitutions(state),
    ...counted,
    grounds: { ...countGrounds(indicators), documented: counted.coverage.documented },
    overall: framework.structure.method.overall === 'none' ? null : displayedNode(root),
    subdomains: buildNodes(framework, root, 'subdomain', indicators),
    pairs,
    strengths: listStrengths(framework, indicators),
    developmentAreas: listDevelopmentAreas(framework, indicators, gaps, engine),
    ...buildPriorities(input, gaps, engine),
    evidence: buildEvidence(evidence),
    comments: buildComments(state),
    instruments: buildInstruments(state),
    plan: buildPlan(actions),
    robustness: robustness ?? null,
    comparison: previous === undefined ? null : buildComparison(previous, { framework, state }, engine),
    lenses: viewByLens(framework, indicators),
    sentences: buildSentences(counted, state.sentences),
    practices: buildPractices(state),
    evaluation: buildEvaluation(state),
    meeting: { programme: state.round.programme ?? null, attendance: attendanceOf(state) },
    vote: countDots(
      state,
      framework.indicators.map(({ id }) => id).filter((id) => !outOfScope.has(id)),
    ),
    record: buildRecordNotes(state),
  };
}
