import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '../../../../src/domain/scoring/explain.ts';
import { roundHalfUp } from '../../../../src/domain/round-half-up.ts';
import { scoreFramework } from '../../../../src/domain/scoring/score-framework.ts';
import { answersOf, frameworkOf, indicatorsOn, LETTERS, PLAIN_METHOD, structureOf } from '../framework-of.ts';
import { anyMethod, assessed } from './arbitrary-framework.ts';
import { lawRuns } from '../../../fixtures/law-runs.ts';

const framework = frameworkOf(
  structureOf({
    method: { ...PLAIN_METHOD, rounding: { domain: 0 }, overall: 'none', minimumCoverage: 0.25 },
    domains: [
      {
        id: 'd',
        indicators: [
          { id: 'i1', scale: 'maturity', weight: 2 },
          { id: 'i2', scale: 'maturity' },
          ...indicatorsOn('maturity', 'i3', 'i4', 'i5', 'i6'),
        ],
      },
    ],
  }),
);
const answers = answersOf({ i1: 'developed', i2: 'mature', i3: 'n/a', i4: 'unknown' });

describe('explain', () => {
  it('names children, shares, what was left out and why, coverage and rounding', () => {
    const explanation = explain(framework, answers, 'd', { outOfScope: new Set(['i6']) })!;
    expect(explanation.unrounded).toBeCloseTo((2 * (200 / 3) + 100) / 3, 9);
    expect(explanation).toMatchObject({ decimals: 0, points: null, result: null, outOfScope: ['i6'], leaf: null });
    expect(explanation.node).toMatchObject({ id: 'd', score: 78, status: 'scored' });
    expect(explanation.coverage).toEqual({ share: 0.5, minimum: 0.25, sufficient: true });
    expect(explanation.children.map(({ id, excluded, weightShare }) => [id, excluded, weightShare])).toEqual([
      ['i1', null, 2 / 3],
      ['i2', null, 1 / 3],
      ['i3', 'not-applicable', null],
      ['i4', 'unknown', null],
      ['i5', 'unanswered', null],
    ]);
  });

  it('explains an indicator by its answer and points', () => {
    const { leaf, points, coverage } = explain(framework, answers, 'i1')!;
    expect(leaf).toEqual({ answer: { state: 'level', level: 'developed' }, greatestPoints: 3, countedAs: null });
    expect(points).toBe(2);
    expect(coverage.sufficient).toBeNull();
  });

  it('says how an open or not applicable answer was counted', () => {
    const counting = frameworkOf(
      structureOf({
        method: { ...PLAIN_METHOD, missing: 'lowest', notApplicable: 'zero' },
        domains: [{ id: 'd', indicators: indicatorsOn('letters', 'i1', 'i2', 'i3') }],
      }),
    );
    const given = answersOf({ i1: 'n/a', i2: 'a' });
    expect(explain(counting, given, 'i1')!.leaf!.countedAs).toBe('zero');
    expect(explain(counting, given, 'i2')!.leaf!.countedAs).toBeNull();
    expect(explain(counting, given, 'i3')!.leaf!.countedAs).toBe('lowest');
    expect(explain(counting, given, 'd')!.children.map(({ points }) => points)).toEqual([0, 4, 1]);
  });

  it('gives points and result of a table, and no weight shares', () => {
    const table = frameworkOf(
      structureOf({
        scales: { letters: LETTERS },
        method: { ...PLAIN_METHOD, aggregate: 'table', rows: { 2: { 5: 'c-plus' } }, results: { 'c-plus': 2.5, a: 4 } },
        domains: [{ id: 'PI', indicators: indicatorsOn('letters', 'x', 'y') }],
      }),
    );
    const explanation = explain(table, answersOf({ x: 'b', y: 'c' }), 'PI')!;
    expect(explanation).toMatchObject({ points: 2.5, result: 'c-plus', unrounded: 62.5, decimals: null });
    expect(explanation.children.map(({ points, weightShare }) => [points, weightShare])).toEqual([
      [3, null],
      [2, null],
    ]);
  });

  it('is null for what the tree does not have', () => {
    expect(explain(framework, answers, 'nowhere')).toBeNull();
    expect(explain(framework, answers, 'overall')).toBeNull();
    expect(explain(framework, answers, 'i6', { outOfScope: new Set(['i6']) })).toBeNull();
  });

  it('agrees with the score tree at every node', () => {
    fc.assert(
      fc.property(assessed(anyMethod), ({ framework: any, answers: given, outOfScope }) => {
        const tree = scoreFramework(any, given, { outOfScope });
        const all = [
          ...(tree.overall === null ? [] : [tree.overall]),
          ...tree.domains,
          ...tree.subdomains,
          ...tree.indicators,
        ];
        const scores = new Map(all.map((node) => [node.id, node.score]));
        for (const node of all) {
          const explanation = explain(any, given, node.id, { outOfScope })!;
          expect(explanation.node).toEqual(node);
          const { unrounded, decimals, children } = explanation;
          const again = unrounded === null || decimals === null ? unrounded : roundHalfUp(unrounded, decimals);
          expect(again).toBe(node.score);
          for (const child of children) expect(child.score).toBe(scores.get(child.id));
          const counted = children.filter(({ excluded }) => excluded === null);
          expect(counted.every((child) => child.score !== null)).toBe(true);
          if (explanation.method.aggregate === 'mean' && unrounded !== null && counted.length > 0) {
            const sum = counted.reduce((total, child) => total + child.weightShare! * child.score!, 0);
            expect(sum).toBeCloseTo(unrounded, 9);
          }
        }
      }),
      lawRuns(300),
    );
  });
});
