import { describe, expect, it } from 'vitest';
import { readAssessment } from '../../../../src/domain/assessment/read-assessment.ts';
import { findTask } from '../../../../src/domain/institutions/find-task.ts';
import { makePack } from '../../../../src/domain/copies/make-pack.ts';
import { makeReviewCopy } from '../../../../src/domain/copies/make-review-copy.ts';
import { fold } from '../../../../src/domain/registers/fold.ts';
import { journalOf, mergeJournals } from '../../../../src/domain/journal/merge.ts';
import { entriesOf } from '../../../fixtures/assessment-of.ts';
import { tinyFramework } from '../../../fixtures/tiny-framework.ts';

const whole = journalOf(
  entriesOf([
    ['institution/labour/name', 'Labour'],
    ['institution/labour/contact', 'labour@example.org'],
    ['institution/iom/name', 'IOM'],
    ['institution/iom/role', 'observer'],
    ['institution/iom/contact', 'iom@example.org'],
    ['institution/labour/pack', { mode: 'answer' }],
    ['institution/iom/pack', { mode: 'review' }],
    ['round/packs', { institutions: ['iom', 'labour'] }],
    ['round/custody', { holder: 'A. Koné' }],
    ['round/evaluation-p1', { grades: {} }],
    ['round/title', 'First'],
    ['round/title', 'Second'],
    ['rating/labour/A-1/1/answer', { level: 'low' }],
    ['comment/labour.A-1', { indicator: 'A-1', institution: 'labour', text: 'theirs' }],
  ]),
  [],
);
const copy = makeReviewCopy(whole, 'iom');
const state = fold(copy.entries);

describe('makeReviewCopy', () => {
  it('opens as the task of one reviewer, who sees everything that stands', () => {
    expect(findTask(readAssessment(state, tinyFramework()))).toMatchObject({ mode: 'review', institutions: ['iom'] });
    expect(state.registers.get('round/title')?.value).toBe('Second');
    expect(state.registers.has('rating/labour/A-1/1/answer')).toBe(true);
    expect(state.registers.has('comment/labour.A-1')).toBe(true);
  });

  it('leaves packs and contacts of others, custody, evaluations and history at home', () => {
    const addresses = ['institution/labour/contact', 'institution/labour/pack', 'round/packs', 'round/custody'];
    expect([...addresses, 'round/evaluation-p1'].filter((address) => state.registers.has(address))).toEqual([]);
    expect(JSON.stringify(copy)).not.toContain('First');
    expect(state.registers.has('institution/iom/contact')).toBe(true);
  });

  it('joins back without a trace, and what is sent back holds nothing of others', () => {
    expect(mergeJournals(whole, copy)).toEqual(whole);
    const back = makePack(copy, 'iom');
    expect(JSON.stringify(back)).not.toContain('theirs');
    expect(mergeJournals(whole, back)).toEqual(whole);
  });
});
