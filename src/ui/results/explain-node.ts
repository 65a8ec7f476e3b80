import type { Explanation } from '../../domain/scoring/explain.ts';
import { explain } from '../../domain/scoring/explain.ts';
import type { ResultsSession } from './results-session.ts';

/** How the number of a node came about, by the rules that the results are shown by; null for a node that is not there. */
export function explainNode(
  { framework, answers, outOfScope, engine }: Pick<ResultsSession, 'framework' | 'answers' | 'outOfScope' | 'engine'>,
  nodeId: string,
): Explanation | null {
  return explain(framework, answers, nodeId, { outOfScope, engine });
}
