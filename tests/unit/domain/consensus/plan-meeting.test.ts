import { describe, expect, it } from 'vitest';
import { planMeeting } from '../../../../src/domain/consensus/plan-meeting.ts';

const NONE = { divided: 0, 'to-discuss': 0, 'information-gap': 0, 'to-confirm': 0, close: 0, unanimous: 0 };

describe('planMeeting', () => {
  it('follows the script of docs/facilitators.md: 63 to read out, 12 differing, 15 to discuss', () => {
    const { slots, fits, days } = planMeeting({ ...NONE, divided: 12, 'to-discuss': 15, close: 40, unanimous: 23 });
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
    [{ ...NONE, divided: 13 }, false],
    [{ ...NONE, 'to-discuss': 20, 'information-gap': 5 }, false],
    [{ ...NONE, divided: 12, 'to-discuss': 24 }, true],
    [NONE, true],
  ])('says of %o whether one day holds it: %s', (counts, fits) => {
    expect(planMeeting(counts).fits).toBe(fits);
  });

  it('goes on the next day without losing a minute, and never through a pause', () => {
    const { slots, days } = planMeeting({ ...NONE, divided: 25, 'to-discuss': 40, close: 60 });
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
    expect(planMeeting(NONE).slots.map(({ item }) => item)).toEqual([
      'opening',
      'calibration',
      'priorities',
      'leads',
      'closing',
    ]);
  });
});
