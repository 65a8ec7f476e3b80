import { describe, expect, it } from 'vitest';
import { checkPlan, daysBetween } from '../../../../src/domain/plan/check-plan.ts';
import type { PlannedAction } from '../../../../src/domain/plan/planned-action.ts';
import { deepFreeze } from '../../../fixtures/deep-freeze.ts';

const action = (id: string, fields: Partial<PlannedAction> = {}): PlannedAction => ({
  id,
  activity: `Do ${id}`,
  indicators: ['A-1'],
  lead: 'labour',
  start: '2027-01-01',
  end: '2027-06-30',
  dependsOn: [],
  status: 'not-started',
  ...fields,
});
const check = (plan: PlannedAction[], ease: number | null = null, horizon: string | null = null) =>
  checkPlan(deepFreeze(plan), () => ease, horizon);

describe('checkPlan', () => {
  it('says nothing of a row that is complete', () => {
    expect(check([action('a')]).warnings).toEqual(new Map());
  });

  it('names what is missing or contradictory in a row', () => {
    const plan = [
      action('a', { activity: ' ', lead: null, end: null }),
      action('b', { start: '2027-03-01', end: '2027-02-28' }),
      action('c', { end: '2028-01-01' }),
    ];
    expect([...check(plan, null, '2027-12-31').warnings]).toEqual([
      ['a', ['no-activity', 'no-lead', 'no-end']],
      ['b', ['end-before-start']],
      ['c', ['after-horizon']],
    ]);
  });

  it('says when an action begins before one it depends on has ended', () => {
    const first = action('a', { end: '2027-03-31' });
    expect(check([first, action('b', { start: '2027-03-31', dependsOn: ['a'] })]).warnings.get('b')).toEqual([
      'starts-before-dependency-ends',
    ]);
    expect(check([first, action('b', { start: '2027-04-01', dependsOn: ['a'] })]).warnings.size).toBe(0);
  });

  it('finds a circle of dependencies, however long', () => {
    const plan = [
      action('a', { dependsOn: ['c'] }),
      action('b', { dependsOn: ['a'] }),
      action('c', { dependsOn: ['b'] }),
      action('d', { dependsOn: ['c'], start: '2028-01-01', end: '2028-02-01' }),
    ];
    const { warnings } = check(plan);
    expect([...warnings].filter(([, found]) => found.includes('circular-dependency')).map(([id]) => id)).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it('counts quick wins of three months and says when there are too many (SIGMA: about 15 and 10)', () => {
    const quick = (index: number) => action(`q${index}`, { start: '2027-01-01', end: '2027-03-31' });
    const key = (index: number) => action(`k${index}`);
    const many = check([...Array(16)].map((_, index) => quick(index)).concat([...Array(10)].map((_, i) => key(i))));
    expect(many).toMatchObject({
      quickWins: 16,
      keyActions: 10,
      tooManyQuickWins: true,
      tooManyKeyActions: false,
    });
    expect(check([...Array(11)].map((_, i) => key(i))).tooManyKeyActions).toBe(true);
  });

  it('takes what is easy as a quick win while a date is missing, and counts nothing that is done', () => {
    expect(check([action('a', { end: null })], 3)).toMatchObject({ quickWins: 1, keyActions: 0 });
    expect(check([action('a', { end: null })], null)).toMatchObject({ quickWins: 0, keyActions: 1 });
    expect(check([action('a', { status: 'done' })])).toMatchObject({ quickWins: 0, keyActions: 0 });
  });
});

describe('daysBetween', () => {
  it('counts both days, over months and leap years', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(3);
    expect(daysBetween('2027-01-01', '2027-01-01')).toBe(1);
  });
});
