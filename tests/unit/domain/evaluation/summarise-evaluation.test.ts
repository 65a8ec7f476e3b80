import { describe, expect, it } from 'vitest';
import { EVALUATION_ITEMS, summariseEvaluation } from '../../../../src/domain/evaluation/summarise-evaluation.ts';
import { assessmentOf } from '../../../fixtures/assessment-of.ts';
import { tinyFramework } from '../../../fixtures/tiny-framework.ts';

const itemsOf = (summary: ReturnType<typeof summariseEvaluation>) => summary.groups.flatMap(({ items }) => items);
const formsOf = (...grades: number[]) => grades.map((learning) => ({ grades: { learning } }));
const learningOf = (summary: ReturnType<typeof summariseEvaluation>) =>
  itemsOf(summary).find(({ item }) => item === 'learning');

describe('summariseEvaluation', () => {
  it('gives the response rate of the annex: 43 of 190 are 23 per cent', () => {
    const forms = Array.from({ length: 43 }, () => ({ grades: {} }));
    expect(Math.round((summariseEvaluation(forms, 190).responseRate ?? 0) * 100)).toBe(23);
  });

  it('does not count what was left unanswered: neither for nor against', () => {
    const summary = summariseEvaluation([...formsOf(4, 3, 2), { grades: {}, comment: ' More time. ' }], 10);
    expect(learningOf(summary)).toMatchObject({ answered: 3, counts: [0, 1, 1, 1], satisfied: 2, share: 2 / 3 });
    expect(itemsOf(summary).find(({ item }) => item === 'overall')).toMatchObject({ answered: 0, share: null });
    expect(summary.comments).toEqual(['More time.']);
    expect(itemsOf(summary).map(({ item }) => item)).toEqual([...EVALUATION_ITEMS]);
  });

  it('puts all answers of a heading together, as the annex does under "objectives: learning benefit"', () => {
    const summary = summariseEvaluation(
      [{ grades: { understanding: 4, cooperation: 3, learning: 2 } }, { grades: { understanding: 4, measures: 1 } }],
      2,
    );
    expect(summary.groups.find(({ group }) => group === 'objectives')).toMatchObject({
      answered: 5,
      satisfied: 3,
      share: 3 / 5,
    });
    expect(summary.groups.map(({ group, share }) => [group, share]).slice(2)).toEqual([
      ['content', null],
      ['format', null],
      ['organisation', null],
    ]);
  });

  it('gives no rate without participants, or with fewer participants than forms', () => {
    expect(summariseEvaluation(formsOf(4), null).responseRate).toBeNull();
    expect(summariseEvaluation(formsOf(4, 4), 1).responseRate).toBeNull();
    expect(summariseEvaluation([], 0).responseRate).toBeNull();
  });

  it('reads forms from their registers, one a participant', () => {
    const state = assessmentOf(tinyFramework(), [
      ['round/evaluation-a', { grades: { learning: 4 } }],
      ['round/evaluation-b', { grades: { learning: 9 } }],
      ['round/evaluation-c', null],
      ['round/participants', 12],
    ]);
    expect([...state.evaluations.keys()]).toEqual(['a']);
    expect(state.damaged.map(({ register }) => register)).toEqual(['round/evaluation-b']);
    expect(state.round.participants).toBe(12);
  });
});
