import { describe, expect, it } from 'vitest';
import { VoteDesk } from '../../../src/state/desks/vote-desk.svelte.ts';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { gap } from './open-board.ts';
import { openMeeting } from './open-meeting.ts';

const GAPS = ['R-1', 'R-2', 'R-3', 'W-1'].flatMap((id) => gap(id));

function open(settings: readonly Setting[] = GAPS) {
  const { session, desk } = openMeeting(settings);
  return { session, desk, vote: new VoteDesk(session, desk) };
}
const typed = (vote: VoteDesk, digits: string) => [...digits].forEach((digit) => vote.digit(Number(digit)));

describe('VoteDesk', () => {
  it('counts dots by the numbers of the ballot, which are kept and shown only when all are in', () => {
    const { session, vote } = open();
    expect(vote.ballot.map(({ id }) => id)).toEqual(['R-1', 'R-2', 'R-3', 'W-1']);
    typed(vote, '2242');
    vote.erase();
    vote.give(2);
    expect([vote.dots, session.report.vote]).toEqual([4, null]);
    vote.store();
    expect(session.report.vote).toMatchObject({ vote: 1, dots: 4 });
    expect([...session.assessment.dots.get(1)!]).toEqual([
      ['R-1', 0],
      ['R-2', 2],
      ['R-3', 1],
      ['W-1', 1],
    ]);
    expect(vote.dots).toBe(0);
  });

  it('writes no impact', () => {
    const { session, vote } = open();
    typed(vote, '1123');
    vote.store();
    expect([session.assessment.impacts.size, session.report.priorities]).toEqual([0, []]);
  });

  it('keeps every vote beside the ones before, and takes the last back', async () => {
    const { session, desk, vote } = open();
    typed(vote, '1');
    vote.store();
    typed(vote, '44');
    vote.store();
    expect(session.report.vote).toMatchObject({ vote: 2, dots: 2 });
    expect(await desk.undo(), 'it is about no one indicator').toBeNull();
    expect(session.report.vote).toMatchObject({ vote: 1, dots: 1 });
  });

  it('refuses a number that is not on the ballot, says which, and keeps nothing of nothing', () => {
    const { session, vote } = open();
    typed(vote, '19');
    expect([vote.dots, vote.wrong]).toEqual([1, '9']);
    typed(vote, '0');
    expect([vote.dots, vote.wrong]).toEqual([1, '0']);
    vote.erase();
    vote.store();
    expect([vote.wrong, session.report.vote]).toEqual([null, null]);
  });

  it('asks for two digits where there are more than nine numbers', () => {
    const report = { indicators: Array.from({ length: 30 }, (_, at) => ({ id: `I-${at + 1}`, gap: 1, kept: false })) };
    const saved: ReadonlyMap<string, number>[] = [];
    const meeting = { saveDots: (counts: ReadonlyMap<string, number>) => saved.push(counts) };
    const vote = new VoteDesk({ report } as never, meeting as never);
    expect([vote.ballot.length, vote.numberOf(0), vote.numberOf(23)]).toEqual([24, '01', '24']);
    typed(vote, '070');
    expect([vote.dots, vote.begun]).toEqual([1, '0']);
    vote.erase();
    typed(vote, '2499');
    expect([vote.dots, vote.wrong]).toEqual([2, '99']);
    vote.store();
    expect([...saved[0]!].filter(([, dots]) => dots > 0)).toEqual([
      ['I-7', 1],
      ['I-24', 1],
    ]);
  });

  it('puts on the ballot what was kept, and does not change it while slips are read', () => {
    const { session, vote } = open([...GAPS, ['kept/R-3', true], ['kept/W-1', true]]);
    expect([vote.isKept, vote.ballot.map(({ id }) => id)]).toEqual([true, ['R-3', 'W-1']]);
    void session.write([{ register: 'kept/R-1', value: true }]);
    typed(vote, '1');
    vote.store();
    expect(session.report.vote?.results[0]).toMatchObject({ indicator: 'R-3', dots: 1 });
  });

  it('prefers the widest gaps where none is kept', () => {
    const far: Setting[] = [...GAPS, ['target/W-1', { level: 'mature' }]];
    const { vote } = open(far);
    expect([vote.isKept, vote.ballot.map(({ id }) => id)]).toEqual([false, ['R-1', 'R-2', 'R-3', 'W-1']]);
  });
});
