import { expect } from 'vitest';
import { roundHalfUp } from '../../src/domain/round-half-up.ts';
import type { ScoreNode, ScoreTree } from '../../src/domain/scoring/score-tree.ts';
import type { ExpectedNode, ScenarioCase } from './load-scenarios.ts';

const EXACT_DECIMALS = 9;

/** The fields a case names, numbers to the decimals its figures are published in. */
function fieldsOf(node: ScoreNode | null, expected: ExpectedNode, decimals: number): unknown {
  const round = (value: unknown) => (typeof value === 'number' ? roundHalfUp(value, decimals) : value);
  if (node === null) return null;
  if (expected === null || typeof expected === 'number') return round(node.score);
  return Object.fromEntries(Object.keys(expected).map((field) => [field, round(node[field as keyof ScoreNode])]));
}

function roundedExpectation(expected: ExpectedNode, decimals: number): unknown {
  if (typeof expected === 'number') return roundHalfUp(expected, decimals);
  if (expected === null) return null;
  const round = (value: unknown) => (typeof value === 'number' ? roundHalfUp(value, decimals) : value);
  return Object.fromEntries(Object.entries(expected).map(([field, value]) => [field, round(value)]));
}

/** Fails where a score is not what the source of a scenario gives. */
export function expectAsPublished(tree: ScoreTree, { expected, decimals = EXACT_DECIMALS }: ScenarioCase): void {
  if (expected.overall !== undefined) {
    expect(fieldsOf(tree.overall, expected.overall, decimals)).toEqual(roundedExpectation(expected.overall, decimals));
  }
  for (const kind of ['domains', 'subdomains', 'indicators'] as const) {
    for (const [id, node] of Object.entries(expected[kind] ?? {})) {
      const found = tree[kind].find((one) => one.id === id);
      expect(found, `${kind} ${id}`).toBeDefined();
      expect({ [id]: fieldsOf(found ?? null, node, decimals) }).toEqual({ [id]: roundedExpectation(node, decimals) });
    }
  }
}
