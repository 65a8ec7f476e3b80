import type { Answer, Answers } from '../assessment/answer.ts';
import type { IndicatorStructure, Method, MethodOverride, Scale } from '../framework/framework-schema.ts';
import type { Framework } from '../framework/framework.ts';
import { scaleOf } from '../framework/framework.ts';
import type { Aggregated, Contribution } from './aggregate.ts';
import { aggregate } from './aggregate.ts';
import { effectiveMethod } from './effective-method.ts';
import type { Basis, Outcome } from './outcome.ts';
import { NO_OUTCOME } from './outcome.ts';
import { roundHalfUp, SCORE_TOLERANCE } from './round-half-up.ts';
import { pointRange, scoreLeaf } from './score-leaf.ts';
import type { IndicatorStatus, NodeKind, NodeStatus } from './score-tree.ts';

export interface ScoreOptions {
  /** Ids of indicators left out of this round: not in `total`, not in any score. */
  readonly outOfScope?: ReadonlySet<string>;
}

/** Numbers of leaf indicators in scope below a node (itself, for a leaf). */
export interface LeafCounts {
  readonly answered: number;
  readonly unknown: number;
  readonly applicable: number;
  readonly total: number;
}

/** One node with everything that was computed for it: the score tree and every explanation are read from this. */
export interface EvaluatedNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly parent: string | null;
  /** Relative to its siblings; 1 where the framework names none. */
  readonly weight: number;
  readonly method: Method;
  readonly status: IndicatorStatus | NodeStatus;
  readonly counts: LeafCounts;
  readonly outcomes: Readonly<Record<Basis, Outcome>>;
  readonly children: readonly EvaluatedNode[];
  /** Ids of indicators directly below that are out of scope. */
  readonly outOfScope: readonly string[];
  /** Scale and answer of an indicator; null above. */
  readonly scale: Scale | null;
  readonly answer: Answer | null;
}

interface Branch {
  readonly id: string;
  readonly weight?: number | undefined;
  readonly method?: MethodOverride | undefined;
}

/** The child as its parent counts it on one basis, or null where it is left out. */
export function contributionOf(child: EvaluatedNode, basis: Basis): Contribution | null {
  const { value, points } = child.outcomes[basis];
  if (value === null || child.weight === 0) return null;
  return { value, points, weight: child.weight, step: stepOf(child) };
}

function stepOf(node: EvaluatedNode): number {
  if (node.scale === null) return node.children[0] === undefined ? 0 : stepOf(node.children[0]);
  const { lowest, greatest } = pointRange(node.scale);
  return (100 * (greatest - lowest)) / greatest / (node.scale.levels.length - 1);
}

/** Enough of what applies is answered: answered / applicable reaches the method's minimum. */
export function isCovered(counts: LeafCounts, method: Method): boolean {
  return counts.answered / counts.applicable >= method.minimumCoverage - SCORE_TOLERANCE;
}

function sumCounts(children: readonly EvaluatedNode[]): LeafCounts {
  const sum = (key: keyof LeafCounts) => children.reduce((total, child) => total + child.counts[key], 0);
  return { answered: sum('answered'), unknown: sum('unknown'), applicable: sum('applicable'), total: sum('total') };
}

function combine(kind: NodeKind, method: Method, children: readonly EvaluatedNode[], basis: Basis): Outcome {
  const contributions = children.flatMap((child) => contributionOf(child, basis) ?? []);
  const combined: Aggregated | null = contributions.length === 0 ? null : aggregate(method, contributions);
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
  if (counts.applicable === 0) return 'not-applicable';
  if (score.value !== null) return 'scored';
  if (counts.answered === 0 && counts.unknown === 0) return 'unanswered';
  if (!isCovered(counts, method)) return 'insufficient-data';
  const countable = children.some((child) => contributionOf(child, 'score') !== null || child.status === 'undefined');
  return countable || method.aggregate === 'none' ? 'undefined' : 'insufficient-data';
}

function evaluateBranch(
  kind: 'overall' | 'domain' | 'subdomain',
  branch: Branch,
  parent: string | null,
  method: Method,
  children: readonly EvaluatedNode[],
  outOfScope: readonly string[],
): EvaluatedNode {
  const counts = sumCounts(children);
  const on = (basis: Basis) => (counts.applicable === 0 ? NO_OUTCOME : combine(kind, method, children, basis));
  const withheld = counts.applicable === 0 || !isCovered(counts, method);
  const outcomes = { score: withheld ? NO_OUTCOME : on('score'), low: on('low'), high: on('high') };
  const status = statusOfNode(counts, method, outcomes.score, children);
  const node = { id: branch.id, kind, parent, weight: branch.weight ?? 1, method, status, counts, outcomes };
  return { ...node, children, outOfScope, scale: null, answer: null };
}

function evaluateLeaf(
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
  const counts = {
    answered: Number(status === 'answered'),
    unknown: Number(status === 'unknown'),
    applicable: Number(status !== 'not-applicable'),
    total: 1,
  };
  const { id, weight = 1 } = indicator;
  const leaf = { id, kind: 'indicator' as const, parent, weight, method, status, counts, outcomes };
  return { ...leaf, children: [], outOfScope: [], scale, answer: answer ?? null };
}

/**
 * Evaluates every node of a framework for a set of answers: the one path all scores come by. Scores 0-100 or null; the
 * root is the overall node, whether or not the method shows it. docs/methodology.md sections 2 to 4.
 */
export function evaluateTree(framework: Framework, answers: Answers, options: ScoreOptions = {}): EvaluatedNode {
  const isOut = ({ id }: IndicatorStructure) => options.outOfScope?.has(id) === true;
  const leaves = (indicators: readonly IndicatorStructure[], parent: string, method: Method) =>
    indicators.filter((one) => !isOut(one)).map((one) => evaluateLeaf(framework, one, parent, method, answers));
  const left = (indicators: readonly IndicatorStructure[]) => indicators.filter(isOut).map(({ id }) => id);

  const domains = framework.structure.domains.map((domain) => {
    const method = effectiveMethod(framework.structure.method, domain.method);
    const subdomains = (domain.subdomains ?? []).map((subdomain) => {
      const { id, indicators } = subdomain;
      const own = effectiveMethod(method, subdomain.method);
      return evaluateBranch('subdomain', subdomain, domain.id, own, leaves(indicators, id, own), left(indicators));
    });
    const direct = domain.indicators ?? [];
    const children = [...leaves(direct, domain.id, method), ...subdomains];
    return evaluateBranch('domain', domain, 'overall', method, children, left(direct));
  });
  return evaluateBranch('overall', { id: 'overall' }, null, framework.structure.method, domains, []);
}
