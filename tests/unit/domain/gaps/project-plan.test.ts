import { describe, expect, it } from 'vitest';
import { findGaps } from '../../../../src/domain/gaps/find-gaps.ts';
import { projectPlan } from '../../../../src/domain/gaps/project-plan.ts';
import { scoreFramework } from '../../../../src/domain/scoring/score-framework.ts';
import { deepFreeze } from '../../../fixtures/deep-freeze.ts';
import { answersOf, frameworkOf, indicatorsOn, structureOf } from '../framework-of.ts';

const framework = frameworkOf(
  structureOf({ domains: [{ id: 'd', indicators: indicatorsOn('maturity', 'a', 'b', 'c', 'e') }] }),
);
const answers = deepFreeze(answersOf({ a: 'nascent', b: 'emerging', c: 'mature' }));
const gaps = findGaps(
  framework,
  answers,
  new Map([
    ['a', { target: { state: 'level' as const, level: 'developed' } }],
    ['e', { target: { state: 'level' as const, level: 'emerging' } }],
  ]),
);
const actions = [
  { id: 'law', indicators: ['a'] },
  { id: 'training', indicators: ['a', 'b'] },
  { id: 'survey', indicators: ['e'] },
  { id: 'upkeep', indicators: ['c'] },
];
const project = (...selected: string[]) => projectPlan(framework, answers, gaps, actions, new Set(selected));
const shown = (projection: ReturnType<typeof project>) => {
  const { score, low, high } = projection.scores.domains[0]!;
  return [score, low, high].map((value) => Math.round(value!));
};

describe('projectPlan', () => {
  it('without any action is the score as it is, with its range', () => {
    expect(project()).toEqual({ scores: scoreFramework(framework, answers), reached: [], partly: [] });
    // (0 + 1 + 3) / 9; with the open one at 0 and at 3 of 12.
    expect(shown(project())).toEqual([44, 33, 58]);
  });

  it('reaches the target of an indicator with all of its actions, not with some', () => {
    expect(project('law')).toMatchObject({ reached: [], partly: ['a'] });
    expect(shown(project('law'))).toEqual([44, 33, 58]);
    expect(project('training')).toMatchObject({ reached: ['b'], partly: ['a'] });
    // (2 + 2 + 3) / 9
    expect(project('law', 'training')).toMatchObject({ reached: ['a', 'b'], partly: [] });
    expect(shown(project('law', 'training'))).toEqual([78, 58, 83]);
  });

  it('closes an open indicator at the target that was set, and moves nothing that is there already', () => {
    expect(project('survey', 'upkeep')).toMatchObject({ reached: ['e'], partly: [] });
    // (0 + 1 + 3 + 1) / 12: nothing is open any more.
    expect(shown(project('survey', 'upkeep'))).toEqual([42, 42, 42]);
  });
});
