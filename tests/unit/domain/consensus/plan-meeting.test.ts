import { describe, expect, it } from 'vitest';
import type { AgreementClass } from '../../../../src/domain/consensus/measure-agreement.ts';
import type { PlannedIndicator } from '../../../../src/domain/consensus/plan-meeting.ts';
import { minutesOf } from '../../../../src/domain/consensus/minutes-of.ts';
import { planMeeting } from '../../../../src/domain/consensus/plan-meeting.ts';

/** So many indicators of each class, with the minutes of their class. */
function counted(counts: Partial<Readonly<Record<AgreementClass, number>>>, placed = false): PlannedIndicator[] {
  return (Object.entries(counts) as [AgreementClass, number][]).flatMap(([name, count]) =>
    Array.from({ length: count }, () => ({ class: name, minutes: minutesOf(undefined, 'any', name), placed })),
  );
}

describe('planMeeting', () => {
  it('follows the script of docs/facilitators.md: 63 to read out, 12 differing, 15 to discuss', () => {
    const { slots, fits, days } = planMeeting(counted({ divided: 12, 'to-discuss': 15, close: 40, unanimous: 23 }));
    expect([fits, days]).toEqual([true, 1]);
    expect(slots.map(({ item, start, minutes, count }) => [item, start, minutes, count])).toEqual([
      ['opening', '09:00', 15, null],
      ['calibration', '09:15', 30, null],
      ['readOut', '09:45', 75, 63],
      ['divided', '11:00', 120, 12],
      ['break', '13:00', 60, null],
      ['discuss', '14:00', 75, 15],
      ['priorities', '15:15', 45, null],
      ['leads', '16:00', 30, null],
      ['closing', '16:30', 15, null],
    ]);
  });

  it.each([
    [{ divided: 13 }, false],
    [{ 'to-discuss': 20, 'information-gap': 5 }, false],
    [{ divided: 12, 'to-discuss': 24 }, true],
    [{}, true],
  ])('says of %o whether one day holds it: %s', (counts, fits) => {
    expect(planMeeting(counted(counts)).fits).toBe(fits);
  });

  it('goes on the next day without losing a minute, and never through a pause', () => {
    const { slots, days } = planMeeting(counted({ divided: 25, 'to-discuss': 40, close: 60 }));
    expect(days).toBe(2);
    const of = (item: string) =>
      slots.filter((slot) => slot.item === item).reduce((sum, { minutes }) => sum + minutes, 0);
    expect([of('divided'), of('discuss'), of('readOut'), of('closing')]).toEqual([255, 210, 60, 15]);
    for (const { item, start, minutes } of slots) {
      const [hours = 0, rest = 0] = start.split(':').map(Number);
      const from = hours * 60 + rest;
      const inMorning = from >= 540 && from + minutes <= 780;
      expect(item === 'break' || inMorning || (from >= 840 && from + minutes <= 1050)).toBe(true);
    }
  });

  it('leaves out what there is nothing of', () => {
    expect(planMeeting([]).slots.map(({ item }) => item)).toEqual([
      'opening',
      'calibration',
      'priorities',
      'leads',
      'closing',
    ]);
  });

  it('begins with what was put first, in its own minutes, and leaves it out of its class', () => {
    const { slots, end } = planMeeting(
      [
        { class: 'close', minutes: 20, placed: true },
        { class: null, minutes: 5, placed: true },
        ...counted({ divided: 3, close: 4 }),
      ],
      { order: [], items: { calibration: 0, priorities: 60 } },
    );
    expect(slots.map(({ item, start, minutes, count }) => [item, start, minutes, count])).toEqual([
      ['opening', '09:00', 15, null],
      ['placed', '09:15', 30, 2],
      ['readOut', '09:45', 15, 4],
      ['divided', '10:00', 30, 3],
      ['priorities', '10:30', 60, null],
      ['leads', '11:30', 30, null],
      ['closing', '12:00', 15, null],
    ]);
    expect(end).toBe('12:15');
  });

  it('counts what divides as divided wherever it was put: twelve are the most that a day holds', () => {
    expect(planMeeting([...counted({ divided: 12 }), ...counted({ divided: 1 }, true)]).fits).toBe(false);
  });
});
