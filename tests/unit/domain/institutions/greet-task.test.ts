import { describe, expect, it } from 'vitest';
import { estimateMinutes, greetTask } from '../../../../src/domain/institutions/greet-task.ts';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { assessmentOf } from '../../../fixtures/assessment-of.ts';
import { tinyFramework } from '../../../fixtures/tiny-framework.ts';

describe('how long questions take', () => {
  it.each([
    [1, 5],
    [18, 40],
    [33, 70],
    [117, 240],
  ])('%i questions: about %i minutes, two each and four to check and send', (questions, minutes) => {
    expect(estimateMinutes(questions)).toBe(minutes);
  });
});

const ASKED: readonly Setting[] = [
  ['institution/lead/name', 'Secretariat'],
  ['institution/mol/name', 'Ministry of Labour'],
  ['assignment/A-1/mol', 'lead'],
  ['assignment/B-1/mol', 'contributor'],
  ['assignment/A-2/moi', 'lead'],
  ['round/returnsDue', '2026-12-15'],
  ['round/instructions', 'Ask the directorates.'],
];
const INDICATORS = ['A-1', 'A-2', 'B-1'];

describe('how a pack greets', () => {
  it('says who asks whom for how many questions by when, and what was written to them', () => {
    const state = assessmentOf(tinyFramework(), [...ASKED, ['institution/mol/pack', { mode: 'answer' }]]);
    expect(greetTask(state, INDICATORS)).toMatchObject({
      mode: 'answer',
      institutions: [{ id: 'mol', name: 'Ministry of Labour' }],
      asker: { name: 'Secretariat' },
      questions: 2,
      minutes: 10,
      due: '2026-12-15',
      instructions: 'Ask the directorates.',
    });
  });

  it('asks a reader of the draft report about all that is in scope', () => {
    const state = assessmentOf(tinyFramework(), [...ASKED, ['institution/union/pack', { mode: 'review' }]]);
    expect(greetTask(state, INDICATORS)?.questions).toBe(INDICATORS.length);
  });

  it('greets nobody in the whole assessment', () => {
    expect(greetTask(assessmentOf(tinyFramework(), ASKED), INDICATORS)).toBeNull();
  });
});
