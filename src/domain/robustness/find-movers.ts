import type { Contribution } from '../scoring/aggregate.ts';
import type { Engine } from '../scoring/engine.ts';
import { PRESENT_ENGINE } from '../scoring/engine.ts';
import { combineContributions } from '../scoring/evaluate-node.ts';
import type { EvaluatedNode } from '../scoring/evaluated-node.ts';
import { contributionOf } from '../scoring/evaluated-node.ts';
import { NO_OUTCOME } from '../scoring/outcome.ts';
import { SCORE_TOLERANCE } from '../round-half-up.ts';

/** How the score of a domain changes when one indicator is left out. */
export interface Mover {
  /** Id of the indicator. */
  readonly id: string;
  /** Score without it minus score with it, in points of 100. */
  readonly change: number;
}

const MOVERS_SHOWN = 3;

/** Takes a changed contribution further up (null: none is left), with how many applicable indicators went out below. */
type Carry = (changed: Contribution | null, applicableOut: number) => number | null;

/**
 * Every indicator below a node with the score of the node's domain when it is left out; `carry` takes the change of this
 * node up to the domain. Coverage is not asked again: a domain that stands on enough answers is not lost by one of them.
 */
function leaveEachOut(node: EvaluatedNode, engine: Engine, carry: Carry): Mover[] {
  const counted = node.children.flatMap((child) => {
    const own = contributionOf(child, 'score');
    return own === null ? [] : [{ child, own }];
  });
  const contributions = counted.map(({ own }) => own);
  return counted.flatMap(({ child }, index) => {
    const replace: Carry = (changed, applicableOut) => {
      const rest = contributions.slice();
      rest.splice(index, 1, ...(changed === null ? [] : [changed]));
      // From engine 2 on, what does not apply and counts as 0 stands alone too.
      const applies = engine > 1 || node.counts.applicable > applicableOut;
      const { value, points } = applies ? combineContributions(node.kind, node.method, rest) : NO_OUTCOME;
      return carry(value === null ? null : { value, points, weight: node.weight, step: node.step }, applicableOut);
    };
    if (child.kind !== 'indicator') return leaveEachOut(child, engine, replace);
    const without = replace(null, child.counts.applicable);
    return without === null ? [] : [{ id: child.id, change: without }];
  });
}

/**
 * The three indicators without which a domain's score (0-100) would change most, greatest change first, ties in the
 * framework's order; fewer where fewer change it at all or the domain would have no score. docs/methodology.md section 11.
 */
export function findMovers(domain: EvaluatedNode, score: number, engine: Engine = PRESENT_ENGINE): Mover[] {
  return leaveEachOut(domain, engine, (changed) => changed?.value ?? null)
    .map(({ id, change: without }) => ({ id, change: without - score }))
    .filter(({ change }) => Math.abs(change) > SCORE_TOLERANCE)
    .sort((a, b) => {
      const difference = Math.abs(b.change) - Math.abs(a.change);
      return Math.abs(difference) > SCORE_TOLERANCE ? difference : 0;
    })
    .slice(0, MOVERS_SHOWN);
}
