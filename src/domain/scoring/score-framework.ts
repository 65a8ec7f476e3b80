import type { Answers } from '../registers/answer.ts';
import type { Framework } from '../framework/framework.ts';
import { placeInBands } from './assign-band.ts';
import type { ScoreOptions } from './evaluate-tree.ts';
import { evaluateTree } from './evaluate-tree.ts';
import type { EvaluatedNode } from './evaluated-node.ts';
import { roundHalfUp } from '../round-half-up.ts';
import type { NodeKind, ScoreNode, ScoreTree } from './score-tree.ts';

const OVERALL_DECIMALS = 1;

/** The one display rule: whole numbers half up, overall one decimal. docs/methodology.md section 3. */
export function shownScore(score: number | null, kind: NodeKind): number | null {
  return score === null ? null : roundHalfUp(score, kind === 'overall' ? OVERALL_DECIMALS : 0);
}

/** The public face of an evaluated node. */
export function toScoreNode(node: EvaluatedNode): ScoreNode {
  const { id, kind, parent, status, counts, outcomes } = node;
  const score = outcomes.score.value;
  return {
    id,
    kind,
    parent,
    score,
    shown: shownScore(score, kind),
    ...placeInBands(node.method, outcomes),
    low: outcomes.low.value,
    high: outcomes.high.value,
    shownLow: shownScore(outcomes.low.value, kind),
    shownHigh: shownScore(outcomes.high.value, kind),
    answered: counts.answered,
    applicable: counts.applicable,
    total: counts.total,
    status,
  };
}

/**
 * Scores a framework for a set of answers. Scores, low and high are 0-100 or null ("cannot be scored"); counts are leaf
 * indicators in scope. `overall` is null under `overall: none`; under `hidden` it is computed, and it is for the reader
 * of the method not to show it. Indicators out of scope are not in the tree. docs/methodology.md sections 2 to 4.
 */
export function scoreFramework(framework: Framework, answers: Answers, options: ScoreOptions = {}): ScoreTree {
  const root = evaluateTree(framework, answers, options);
  const below = (nodes: readonly EvaluatedNode[], kind: NodeKind): EvaluatedNode[] =>
    nodes.flatMap((node) => (node.kind === kind ? [node] : below(node.children, kind)));
  const list = (kind: NodeKind) => below(root.children, kind).map(toScoreNode);
  return {
    overall: framework.structure.method.overall === 'none' ? null : toScoreNode(root),
    domains: list('domain'),
    subdomains: list('subdomain'),
    indicators: list('indicator'),
  };
}
