import { describe, expect, it } from 'vitest';
import { EvaluationDesk } from '../../../src/state/desks/evaluation-desk.svelte.ts';
import { openMeeting } from './open-meeting.ts';

const open = () => {
  const { session } = openMeeting([]);
  return { session, desk: new EvaluationDesk(session) };
};

describe('EvaluationDesk', () => {
  it('keeps form by form and reports what was answered', () => {
    const { desk } = open();
    expect(desk.summary).toBeNull();
    desk.setParticipants(40);
    expect(desk.keep({ overall: '4', learning: '0', evidence: '' }, ' More time. ')).toBe(true);
    expect(desk.keep({ overall: '2', learning: '3' }, '')).toBe(true);
    expect(desk.summary).toMatchObject({ forms: 2, participants: 40, responseRate: 0.05, comments: ['More time.'] });
    const items = desk.summary?.groups.flatMap((group) => group.items) ?? [];
    expect(items.find(({ item }) => item === 'overall')).toMatchObject({ answered: 2, satisfied: 1 });
    expect(items.find(({ item }) => item === 'learning')).toMatchObject({ answered: 1, satisfied: 1 });
    expect(items.find(({ item }) => item === 'evidence')).toMatchObject({ answered: 0, share: null });
  });

  it('keeps no empty form, and takes back only what was typed here', () => {
    const { desk, session } = open();
    expect(desk.keep({ overall: '0' }, '  ')).toBe(false);
    expect([desk.forms, desk.canTakeBack]).toEqual([0, false]);
    desk.keep({ overall: '4' }, '');
    const other = new EvaluationDesk(session);
    other.takeBack();
    expect(other.forms).toBe(1);
    desk.takeBack();
    expect([desk.forms, desk.canTakeBack]).toEqual([0, false]);
  });

  it('takes a whole number of participants or none', () => {
    const { desk } = open();
    for (const [typed, kept] of [
      [12, 12],
      [0, null],
      [Number.NaN, null],
    ] as const) {
      desk.setParticipants(typed);
      expect(desk.participants).toBe(kept);
    }
  });

  it('knows the signs of a form', () => {
    const { desk } = open();
    expect(['', '0', '1', '4', '5', 'a', '11'].map((sign) => desk.isSign(sign))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
