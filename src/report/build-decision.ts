import type { AssessmentState } from '../domain/registers/assessment-state.ts';
import { hashFacts } from './build-sentences.ts';
import type { Report, ReportDecision } from './report.ts';

/** The decision sought: the facts that a proposal is made from, with their hash, and what a person wrote in each language. */
export function buildDecision(
  { round }: AssessmentState,
  { measures, costs }: Pick<Report, 'measures' | 'costs'>,
): ReportDecision {
  // These for ever: what a report gains of costs later takes no decision that somebody wrote for one of other figures.
  const { once, yearly, there, withoutAmount, inPart } = costs;
  const amounts = { once, yearly, there, withoutAmount, inPart };
  const facts = { measures: measures.length, currency: round.currency ?? null, ...amounts };
  return { facts, factsHash: hashFacts(facts), written: round.decision ?? {} };
}
