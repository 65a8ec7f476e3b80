import type { Answer, Answers } from '../registers/answer.ts';
import type { Method } from '../framework/framework-schema.ts';
import type { Framework } from '../framework/framework.ts';
import { usesWeights } from './aggregate.ts';
import type { ScoreOptions } from './evaluate-tree.ts';
import { evaluateTree } from './evaluate-tree.ts';
import type { EvaluatedNode } from './evaluated-node.ts';
import { contributionOf, isCovered } from './evaluated-node.ts';
import { pointRange } from './score-leaf.ts';
import { toScoreNode } from './score-framework.ts';
import type { NodeKind, ScoreNode } from './score-tree.ts';

/** Why a child is left out of its parent's score. */
export type Exclusion = 'not-applicable' | 'unanswered' | 'unknown' | 'insufficient-data' | 'undefined' | 'no-weight';

/** How the method counts an answer that is no level. */
export type CountedAs = 'zero' | 'lowest';

export interface ExplainedChild {
  readonly id: string;
  readonly kind: NodeKind;
  readonly status: ScoreNode['status'];
  /** 0-100 after the child's own rounding; null where it has none. */
  readonly score: number | null;
  readonly points: number | null;
  /** As the framework gives it. */
  readonly weight: number;
  /** Share of the weight of all counted children, 0-1; null where it is left out or weights do not act. */
  readonly weightShare: number | null;
  /** Null where the child counts. */
  readonly excluded: Exclusion | null;
}

export interface Explanation {
  readonly node: ScoreNode;
  /** The method in force at this node; its `aggregate` means nothing at an indicator. */
  readonly method: Method;
  readonly children: readonly ExplainedChild[];
  /** Ids of indicators directly below that are out of scope this round. */
  readonly outOfScope: readonly string[];
  /** Score before rounding, 0-100. */
  readonly unrounded: number | null;
  /** Decimals the method rounds to at this kind of node; null where it does not round. */
  readonly decimals: number | null;
  readonly points: number | null;
  /** Result id under `table`. */
  readonly result: string | null;
  /** Shares 0-1; `share` is null where nothing applies, `sufficient` there and at an indicator. */
  readonly coverage: {
    readonly share: number | null;
    readonly minimum: number;
    readonly sufficient: boolean | null;
  };
  /** Of an indicator: the answer, the greatest points of its scale, and how an answer that is no level was counted. */
  readonly leaf: {
    readonly answer: Answer | null;
    readonly greatestPoints: number;
    readonly countedAs: CountedAs | null;
  } | null;
}

function exclusionOf(child: EvaluatedNode): Exclusion | null {
  if (contributionOf(child, 'score') !== null) return null;
  if (child.weight === 0) return 'no-weight';
  return child.status === 'answered' || child.status === 'scored' ? null : child.status;
}

function explainChildren(node: EvaluatedNode): ExplainedChild[] {
  const totalWeight = node.children.reduce((sum, child) => sum + (contributionOf(child, 'score')?.weight ?? 0), 0);
  const weighted = usesWeights(node.method) && node.outcomes.score.value !== null;
  return node.children.map((child) => {
    const { id, kind, status, weight, outcomes } = child;
    const { value: score, points } = outcomes.score;
    const excluded = exclusionOf(child);
    const weightShare = weighted && excluded === null ? weight / totalWeight : null;
    return { id, kind, status, score, points, weight, weightShare, excluded };
  });
}

function countedAs({ status, method }: EvaluatedNode): CountedAs | null {
  if (status === 'not-applicable') return method.notApplicable === 'zero' ? 'zero' : null;
  const open = status === 'unanswered' || status === 'unknown';
  return open && method.missing !== 'exclude' ? method.missing : null;
}

function findNode(node: EvaluatedNode, id: string): EvaluatedNode | null {
  if (node.id === id) return node;
  for (const child of node.children) {
    const found = findNode(child, id);
    if (found !== null) return found;
  }
  return null;
}

/**
 * How the score of one node came about, as plain data from the same computation as scoreFramework. `nodeId` is the id of
 * a domain, sub-domain or indicator, or `overall`; null where the tree has no such node (unknown, out of scope, or an
 * overall score the method does not have). docs/methodology.md section 2.
 */
export function explain(
  framework: Framework,
  answers: Answers,
  nodeId: string,
  options: ScoreOptions = {},
): Explanation | null {
  if (nodeId === 'overall' && framework.structure.method.overall === 'none') return null;
  const node = findNode(evaluateTree(framework, answers, options), nodeId);
  if (node === null) return null;
  const { method, counts, outcomes, scale } = node;
  return {
    node: toScoreNode(node),
    method,
    children: explainChildren(node),
    outOfScope: node.outOfScope,
    unrounded: outcomes.score.unrounded,
    decimals: method.rounding[node.kind] ?? null,
    points: outcomes.score.points,
    result: outcomes.score.result,
    coverage: {
      share: counts.applicable === 0 ? null : counts.answered / counts.applicable,
      minimum: method.minimumCoverage,
      sufficient: scale !== null || counts.applicable === 0 ? null : isCovered(counts, method),
    },
    leaf:
      scale === null
        ? null
        : { answer: node.answer, greatestPoints: pointRange(scale).greatest, countedAs: countedAs(node) },
  };
}
