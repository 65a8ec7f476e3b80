import type { Answer } from '../registers/answer.ts';
import type { Method, Scale } from '../framework/framework-schema.ts';
import type { Contribution } from './aggregate.ts';
import type { Basis, Outcome } from './outcome.ts';
import { SCORE_TOLERANCE } from '../round-half-up.ts';
import type { IndicatorStatus, NodeKind, NodeStatus } from './score-tree.ts';

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
  /** Distance of two levels of the scale in score points; of the first indicator below, for a node. */
  readonly step: number;
  readonly children: readonly EvaluatedNode[];
  /** Ids of indicators directly below that are out of scope. */
  readonly outOfScope: readonly string[];
  /** Scale and answer of an indicator; null above. */
  readonly scale: Scale | null;
  readonly answer: Answer | null;
}

/** The child as its parent counts it on one basis, or null where it is left out. */
export function contributionOf(child: EvaluatedNode, basis: Basis): Contribution | null {
  const { value, points } = child.outcomes[basis];
  if (value === null || child.weight === 0) return null;
  return { value, points, weight: child.weight, step: child.step };
}

/** Enough of what applies is answered: answered / applicable reaches the method's minimum, or nothing applies. */
export function isCovered(counts: LeafCounts, method: Method): boolean {
  return counts.applicable === 0 || counts.answered / counts.applicable >= method.minimumCoverage - SCORE_TOLERANCE;
}
