import { describe, expect, it } from 'vitest';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { openMeeting, positions } from './open-meeting.ts';

const FAR_APART = positions('R-1', { a: 'nascent', b: 'nascent', c: 'mature', d: 'mature' });
const CLOSE = positions('W-1', { a: 'emerging', b: 'developed', c: 'developed' });
const FORUM = { name: 'Validation workshop', date: '2026-11-21' };
const MATURE = { state: 'level', level: 'mature' } as const;

describe('WorkshopDesk', () => {
  it('keeps its order while the room agrees: the agenda moves, the list does not', () => {
    const { desk } = openMeeting([...CLOSE, ...FAR_APART]);
    const before = [...desk.order];
    expect(before.slice(0, 2)).toEqual(['R-1', 'W-1']);
    desk.agree('R-1', { answer: MATURE, rationale: 'Seen in the decree.', forum: FORUM });
    expect(desk.order).toEqual(before);
    expect(desk.agenda.settled.map(({ indicator }) => indicator)).toEqual(['R-1']);
  });

  it('follows the order of the programme while the meeting goes on; what was agreed before stays at the end', () => {
    const { desk, session } = openMeeting([...CLOSE, ...FAR_APART, ['agreed/R-2/answer', { level: 'mature' }]]);
    expect(desk.order.slice(0, 2)).toEqual(['R-1', 'W-1']);
    session.setRound({ programme: { order: ['W-2', 'R-2', 'W-1'] } });
    expect(desk.order.slice(0, 3)).toEqual(['W-2', 'W-1', 'R-1']);
    expect(new Set(desk.order).size).toBe(session.indicatorsInScope.length);
    desk.agree('W-1', { answer: MATURE, rationale: '', forum: null });
    expect(desk.order.slice(0, 3)).toEqual(['W-2', 'W-1', 'R-1']);
  });

  it('refuses a level without a reason where positions were two steps apart, and writes nothing', () => {
    const { desk, session } = openMeeting([...FAR_APART, ...CLOSE]);
    const entries = session.entries.length;
    expect(desk.mustExplain('R-1')).toBe(true);
    expect(desk.agree('R-1', { answer: MATURE, rationale: '  ', forum: FORUM })).toBe(false);
    expect(session.entries).toHaveLength(entries);
    expect(desk.mustExplain('W-1')).toBe(false);
    expect(desk.agree('W-1', { answer: MATURE, rationale: '', forum: null })).toBe(true);
    expect(desk.agreedOf('W-1')?.answer).toEqual(MATURE);
  });

  it('asks for a reason too when it was the room that was two steps apart, in any round', () => {
    const { desk } = openMeeting(CLOSE);
    desk.saveRoom('W-1', ['emerging', 'mature']);
    desk.saveRoom('W-1', ['mature', 'mature']);
    expect(desk.mustExplain('W-1')).toBe(true);
  });

  it('never touches what an institution said', () => {
    const { desk, session } = openMeeting(FAR_APART);
    const said = JSON.stringify(session.assessment.ratings.get('R-1'));
    desk.saveRoom('R-1', ['emerging', 'emerging', null]);
    desk.agree('R-1', { answer: MATURE, rationale: 'Seen in the decree.', forum: FORUM });
    desk.reserve('R-1', 'a', 'Not in the ports.');
    desk.open('R-1');
    expect(JSON.stringify(session.assessment.ratings.get('R-1'))).toBe(said);
    expect(desk.itemOf('R-1')?.agreement).toMatchObject({ n: 4, class: 'divided' });
  });

  it('keeps every round of the room beside the others, with those who do not know', () => {
    const { desk } = openMeeting(FAR_APART);
    desk.saveRoom('R-1', ['nascent', 'mature', 'mature', null]);
    desk.saveRoom('R-1', ['developed', 'mature', 'mature', 'mature']);
    expect(desk.roomOf('R-1')).toMatchObject([
      { vote: 1, counts: { nascent: 1, mature: 2 }, unknown: 1, agreement: { n: 3, range: 3 } },
      { vote: 2, counts: { developed: 1, mature: 3 }, agreement: { n: 4, range: 1, median: 'mature' } },
    ]);
  });

  it('shows no name before the opening, and says when it was', () => {
    const comment: Setting = ['rating/a/R-1/1/comment', 'There is a decree.'];
    const { desk, session } = openMeeting([...FAR_APART, comment]);
    expect([desk.isOpened('R-1'), desk.namesOf('R-1'), desk.openedAt('R-1')]).toEqual([false, [], null]);
    expect(desk.commentsOf('R-1')).toEqual([{ institution: null, text: 'There is a decree.' }]);
    desk.open('R-1');
    expect(desk.namesOf('R-1').map(({ institution }) => institution)).toEqual(['a', 'b', 'c', 'd']);
    expect(desk.commentsOf('R-1')).toEqual([{ institution: 'a', text: 'There is a decree.' }]);
    expect(desk.openedAt('R-1')).toMatch(/^2026-11-21T09:30/);
    expect(session.entries.at(-1)).toMatchObject({ register: 'reveal/R-1', actor: 'facilitator', value: { vote: 1 } });
  });

  it('closes again for a second opinion of an institution that came after the opening', () => {
    const { desk } = openMeeting([
      ...FAR_APART,
      ['reveal/R-1', { vote: 1 }],
      ['rating/a/R-1/2/answer', { level: 'emerging' }],
    ]);
    expect(desk.isOpened('R-1')).toBe(false);
    desk.open('R-1');
    expect(desk.isOpened('R-1')).toBe(true);
  });

  it('takes an agreed level back with its reason and meeting', () => {
    const { desk } = openMeeting(FAR_APART);
    desk.agree('R-1', { answer: MATURE, rationale: 'Seen in the decree.', forum: FORUM });
    desk.takeBack('R-1');
    expect(desk.agreedOf('R-1')?.answer).toBeUndefined();
    expect(desk.agreedOf('R-1')?.rationale).toBeUndefined();
    expect(desk.itemOf('R-1')?.settled).toBe(false);
  });

  it('remembers the meeting, so that it is typed once', () => {
    const { desk } = openMeeting([...FAR_APART, ...CLOSE]);
    expect(desk.lastForum).toBeNull();
    desk.agree('R-1', { answer: MATURE, rationale: 'Seen in the decree.', forum: FORUM });
    expect(desk.lastForum).toEqual(FORUM);
  });

  it('undoes what this meeting did and nothing before it', () => {
    const { desk, session } = openMeeting(FAR_APART);
    session.rate('W-1', { state: 'level', level: 'mature' });
    expect(desk.canUndo).toBe(false);
    desk.undo();
    expect(session.answerOf('W-1')).toEqual(MATURE);
    desk.saveRoom('R-1', ['mature']);
    desk.undo();
    expect(desk.roomOf('R-1')).toEqual([]);
    expect(desk.canUndo).toBe(false);
    desk.saveRoom('R-1', ['mature']);
    session.undo();
    desk.undo();
    expect(session.answerOf('W-1'), 'what the key of every screen undid is undone once').toEqual(MATURE);
    desk.reserve('R-1', 'a', '  ');
    expect(desk.canUndo, 'a reservation of nothing is nothing').toBe(false);
  });
});
