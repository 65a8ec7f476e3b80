import { describe, expect, it } from 'vitest';
import { planAgenda } from '../../../../src/export/letters/agenda-slots.ts';

const NONE = { divided: 0, 'to-discuss': 0, 'information-gap': 0, 'to-confirm': 0, close: 0, unanimous: 0 };

describe('the meeting day', () => {
  it('follows the script of docs/facilitators.md: 63 to read out, 12 differing, 15 to discuss', () => {
    const { slots, fits } = planAgenda({ ...NONE, divided: 12, 'to-discuss': 15, close: 40, unanimous: 23 });
    expect(fits).toBe(true);
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
    expect(planAgenda(counts).fits).toBe(fits);
  });
});
