import type { Answers } from '../registers/answer.ts';
import type { IndicatorStructure, Method, Scale } from '../framework/framework-schema.ts';
import type { Framework } from '../framework/framework.ts';
import { scaleOf } from '../framework/framework.ts';
import type { Contribution } from './aggregate.ts';
import { aggregate } from './aggregate.ts';
import { effectiveMethod } from '../framework/effective-method.ts';
import type { Engine } from './engine.ts';
import { PRESENT_ENGINE } from './engine.ts';
import type { EvaluatedNode, LeafCounts } from './evaluated-node.ts';
import { contributionOf, isCovered } from './evaluated-node.ts';
import type { Basis, Outcome } from './outcome.ts';
import { NO_OUTCOME } from './outcome.ts';
import { roundHalfUp } from '../round-half-up.ts';
import { pointRange, scoreLeaf } from './score-leaf.ts';
import type { NodeKind, NodeStatus } from './score-tree.ts';

interface Branch {
  readonly id: string;
  readonly weight?: number | undefined;
}

function stepOf(scale: Scale): number {
  const { lowest, greatest } = pointRange(scale);
  return (100 * (greatest - lowest)) / greatest / (scale.levels.length - 1);
}

function sumCounts(children: readonly EvaluatedNode[]): LeafCounts {
  const sum = { answered: 0, unknown: 0, applicable: 0, total: 0 };
  for (const { counts } of children) {
    sum.answered += counts.answered;
    sum.unknown += counts.unknown;
    sum.applicable += counts.applicable;
    sum.total += counts.total;
  }
  return sum;
}

/**
 * What the counted children of a node come to, rounded as the method says; NO_OUTCOME without any, and where the method
 * has no score for them. docs/methodology.md sections 2 and 3.
 */
export function combineContributions(kind: NodeKind, method: Method, contributions: readonly Contribution[]): Outcome {
  const combined = contributions.length === 0 ? null : aggregate(method, contributions);
  if (combined === null) return NO_OUTCOME;
  const decimals = method.rounding[kind];
  const { value, points, result } = combined;
  return { value: decimals === undefined ? value : roundHalfUp(value, decimals), unrounded: value, points, result };
}

function statusOfNode(
  counts: LeafCounts,
  method: Method,
  score: Outcome,
  children: readonly EvaluatedNode[],
): NodeStatus {
  if (score.value !== null) return 'scored';
  if (counts.applicable > 0 && counts.answered === 0 && counts.unknown === 0) return 'unanswered';
  if (!isCovered(counts, method)) return 'insufficient-data';
  const countable = children.some((child) => contributionOf(child, 'score') !== null || child.status === 'undefined');
  return countable || method.aggregate === 'none' ? 'undefined' : 'insufficient-data';
}

/** A child that applies, and that the method gives no value for on this basis: nobody knows what the whole comes to. */
const isOpenEnded = ({ weight, outcomes, status }: EvaluatedNode, basis: Basis) =>
  weight > 0 && outcomes[basis].value === null && status !== 'not-applicable';

function combine(
  kind: NodeKind,
  method: Method,
  children: readonly EvaluatedNode[],
  basis: Basis,
  engine: Engine,
): Outcome {
  if (engine > 1 && basis !== 'score' && children.some((child) => isOpenEnded(child, basis))) return NO_OUTCOME;
  const contributions: Contribution[] = [];
  for (const child of children) {
    const contribution = contributionOf(child, basis);
    if (contribution !== null) contributions.push(contribution);
  }
  return combineContributions(kind, method, contributions);
}

/** Evaluates a node above indicators from its evaluated children. docs/methodology.md sections 2 to 4. */
export function evaluateBranch(
  kind: 'overall' | 'domain' | 'subdomain',
  branch: Branch,
  parent: string | null,
  method: Method,
  { children, outOfScope }: Pick<EvaluatedNode, 'children' | 'outOfScope'>,
  engine: Engine = PRESENT_ENGINE,
): EvaluatedNode {
  const counts = sumCounts(children);
  // Where not applicable counts as 0, it does so all the way up, and not only beside something that applies.
  const counted = engine > 1 && children.some((child) => contributionOf(child, 'score') !== null);
  const applies = counts.applicable > 0 || counted;
  const combined = (basis: Basis) => combine(kind, method, children, basis, engine);
  const outcomes = {
    score: applies && isCovered(counts, method) ? combined('score') : NO_OUTCOME,
    low: applies ? combined('low') : NO_OUTCOME,
    high: applies ? combined('high') : NO_OUTCOME,
  };
  return {
    id: branch.id,
    kind,
    parent,
    weight: branch.weight ?? 1,
    method,
    status: applies ? statusOfNode(counts, method, outcomes.score, children) : 'not-applicable',
    counts,
    outcomes,
    step: children[0]?.step ?? 0,
    children,
    outOfScope,
    scale: null,
    answer: null,
  };
}

/** Evaluates one indicator. docs/methodology.md sections 2 to 4. */
export function evaluateLeaf(
  framework: Framework,
  indicator: IndicatorStructure,
  parent: string,
  inherited: Method,
  answers: Answers,
): EvaluatedNode {
  const method = effectiveMethod(inherited, indicator.method);
  const scale = scaleOf(framework, indicator);
  const answer = answers.get(indicator.id);
  const { status, outcomes } = scoreLeaf(answer, scale, method);
  return {
    id: indicator.id,
    kind: 'indicator',
    parent,
    weight: indicator.weight ?? 1,
    method,
    status,
    counts: {
      answered: Number(status === 'answered'),
      unknown: Number(status === 'unknown'),
      applicable: Number(status !== 'not-applicable'),
      total: 1,
    },
    outcomes,
    step: stepOf(scale),
    children: [],
    outOfScope: [],
    scale,
    answer: answer ?? null,
  };
}
