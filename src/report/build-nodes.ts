import { countCoverage } from '../domain/profile/coverage.ts';
import { distributionsOf } from '../domain/profile/distribution.ts';
import { isComplete, openCountedAs } from '../domain/profile/open-answers.ts';
import type { Framework } from '../domain/framework/framework.ts';
import type { EvaluatedNode } from '../domain/scoring/evaluate-tree.ts';
import { toScoreNode } from '../domain/scoring/score-framework.ts';
import type { NodeKind } from '../domain/scoring/score-tree.ts';
import type { DisplayedNode, ReportIndicator, ReportNode } from './report.ts';

/** Nodes of one kind below a node, in the framework's order. */
export function nodesOfKind(root: EvaluatedNode, kind: NodeKind): EvaluatedNode[] {
  return root.kind === kind ? [root] : root.children.flatMap((child) => nodesOfKind(child, kind));
}

/** A node with what display needs; the band of a method that counts open answers as zero waits until none is open. */
export function displayedNode(node: EvaluatedNode): DisplayedNode {
  const score = toScoreNode(node);
  const counted = openCountedAs(node);
  return {
    ...score,
    complete: isComplete(node),
    openCountedAs: counted,
    shownBand: counted === 'zero' ? null : score.band,
  };
}

/** Every domain or sub-domain with the counts of the indicators below it, in the framework's order. */
export function buildNodes(
  framework: Framework,
  root: EvaluatedNode,
  kind: 'domain' | 'subdomain',
  indicators: readonly ReportIndicator[],
): ReportNode[] {
  return nodesOfKind(root, kind).map((node) => {
    const below = indicators.filter((indicator) => indicator[kind] === node.id);
    return {
      ...displayedNode(node),
      coverage: countCoverage(below),
      distributions: distributionsOf(framework, below),
    };
  });
}
