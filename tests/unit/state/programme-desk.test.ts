import { describe, expect, it } from 'vitest';
import { ProgrammeDesk } from '../../../src/state/desks/programme-desk.svelte.ts';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { openMeeting, positions } from './open-meeting.ts';

const INSTITUTIONS: Setting[] = [
  ['institution/labour/name', 'Ministry of Labour'],
  ['institution/interior/name', 'Ministry of the Interior'],
  ['institution/union/name', 'Union'],
  ['institution/union/role', 'observer'],
];

function open(settings: readonly Setting[] = []) {
  const { session, desk } = openMeeting([
    ...positions('R-1', { a: 'nascent', b: 'nascent', c: 'mature', d: 'mature' }),
    ...positions('W-1', { a: 'emerging', b: 'developed' }),
    ...settings,
  ]);
  const programme = new ProgrammeDesk(session, desk);
  const order = () => programme.items.map(({ indicator }) => indicator);
  return { session, programme, order, placed: () => session.assessment.round.programme?.order };
}

describe('ProgrammeDesk', () => {
  it('puts indicators first, moves them among each other and back; no indicator is ever lost', () => {
    const { session, programme, order, placed } = open();
    const usual = order();
    const last = usual.at(-1) ?? '';
    programme.move(last, 'first');
    programme.move('W-1', 'earlier');
    expect(placed()).toEqual([last, 'W-1']);
    expect(order().slice(0, 2)).toEqual([last, 'W-1']);
    programme.move('W-1', 'earlier');
    expect(placed()).toEqual(['W-1', last]);
    programme.move('W-1', 'later');
    programme.move(last, 'class');
    expect(placed()).toEqual(['W-1']);
    expect([...order()].sort()).toEqual([...usual].sort());
    expect(order()).toHaveLength(session.indicatorsInScope.length);
    programme.reset();
    expect(order()).toEqual(usual);
  });

  it('offers no move that would do nothing', () => {
    const { programme } = open([['round/programme', { order: ['W-1', 'R-1'] }]]);
    const can = (id: string) =>
      (['first', 'earlier', 'later', 'class'] as const).filter((move) => programme.canMove(id, move));
    expect(can('W-1')).toEqual(['later', 'class']);
    expect(can('R-1')).toEqual(['first', 'earlier', 'class']);
    expect(can('W-2')).toEqual(['first', 'earlier']);
  });

  it('keeps the place of what is agreed by now', () => {
    const { programme, placed } = open([
      ['round/programme', { order: ['R-1', 'W-1'] }],
      ['agreed/R-1/answer', { level: 'mature' }],
    ]);
    programme.move('W-2', 'first');
    expect(placed()).toEqual(['W-2', 'W-1', 'R-1']);
  });

  it('sets minutes and takes them back; nothing is left behind where all is as usual', () => {
    const { session, programme } = open();
    programme.setMinutes('R-1', 25);
    programme.setMinutesOfItem('opening', 30);
    expect(session.assessment.round.programme).toEqual({ order: [], minutes: { 'R-1': 25 }, items: { opening: 30 } });
    expect(programme.items.find(({ indicator }) => indicator === 'R-1')?.minutes).toBe(25);
    expect(programme.plan.slots[0]).toMatchObject({ item: 'opening', minutes: 30 });
    programme.setMinutes('R-1', null);
    programme.setMinutesOfItem('opening', null);
    expect(programme.isUsual).toBe(true);
  });

  it('asks of everybody invited, observers too, whether they are in the room', () => {
    const { programme, session } = open(INSTITUTIONS);
    expect(programme.attendance).toBeNull();
    programme.setPresent('labour', false);
    expect(programme.attendance?.absent).toEqual(['labour']);
    expect(programme.attendance?.present).toContain('union');
    programme.setPresent('labour', true);
    programme.setPresent('union', false);
    expect(programme.attendance?.absent).toEqual(['union']);
    expect(session.report.meeting.attendance).toEqual(programme.attendance);
  });
});
