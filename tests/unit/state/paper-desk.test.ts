import { describe, expect, it } from 'vitest';
import { PaperDesk } from '../../../src/state/desks/paper-desk.svelte.ts';
import { QrDesk } from '../../../src/state/desks/qr-desk.svelte.ts';
import { makeQrSheet } from '../../../src/state/desks/make-qr-sheet.ts';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { MemoryIntake } from './memory-intake.ts';
import { openMeeting } from './open-meeting.ts';

const PEOPLE: Setting[] = [
  ['institution/interior/name', 'Interior'],
  ['assignment/R-1/interior', 'lead'],
  ['assignment/R-2/interior', 'lead'],
];
const TICKS = 'rating/interior/R-1/1/requirements';

function openPaper(settings: readonly Setting[] = PEOPLE) {
  const { session, store } = openMeeting(settings);
  const desk = new PaperDesk(session);
  desk.choose('interior');
  const indicator = (id: string) => session.framework.indicatorById.get(id)!;
  const levelOf = (id: string) => session.assessment.ratings.get(id)?.[0]?.answer;
  const returns = () => [...session.assessment.returns.values()];
  return { session, store, desk, indicator, levelOf, returns };
}

describe('answers on paper', () => {
  it('are a return each, written with the answer in one act', async () => {
    const { session, store, desk, indicator, levelOf, returns } = openPaper();
    const before = session.entries.length;
    expect(desk.enter(indicator('R-1'), '3')).toBe(true);
    expect(levelOf('R-1')).toEqual({ state: 'level', level: 'developed' });
    const [answer, record] = session.entries.slice(before);
    expect([answer?.register, record?.register.split('/')[0]]).toEqual(['rating/interior/R-1/1/answer', 'return']);
    expect(returns()).toEqual([
      { institution: 'interior', form: 'paper', received: expect.stringMatching(/Z$/), entries: [answer!.id] },
    ]);
    await session.append([]);
    expect(store.entries.map(({ id }) => id)).toEqual([answer!.id, record!.id]);
  });

  it('are taken back with their return', async () => {
    const { session, desk, indicator, levelOf, returns } = openPaper();
    desk.enter(indicator('R-1'), '3');
    desk.enter(indicator('R-1'), '4');
    await session.undo();
    expect([levelOf('R-1'), returns().length]).toEqual([{ state: 'level', level: 'developed' }, 1]);
    await session.undo();
    expect([levelOf('R-1'), returns()]).toEqual([undefined, []]);
  });

  it('take back an answer that was emptied', () => {
    const { desk, indicator, levelOf } = openPaper();
    desk.enter(indicator('R-1'), '3');
    desk.enter(indicator('R-1'), '');
    expect(levelOf('R-1')).toBeUndefined();
  });

  it('replace what an earlier code said, and are replaced by a later one, without a question', async () => {
    const { session, desk, indicator, levelOf } = openPaper();
    const scanner = new QrDesk(session, new MemoryIntake());
    const scan = async (level: string) => {
      const theirs = openMeeting([...PEOPLE, ['rating/interior/R-1/1/answer', { level }]]).session;
      theirs.answerFor('interior');
      await scanner.read(makeQrSheet(theirs).text);
      await scanner.confirm();
    };
    await scan('nascent');
    desk.enter(indicator('R-1'), '3');
    expect(levelOf('R-1')).toEqual({ state: 'level', level: 'developed' });
    await scan('mature');
    expect(levelOf('R-1')).toEqual({ state: 'level', level: 'mature' });
    expect(session.assessment.conflicts).toEqual([]);
  });

  it('leave no ticks of another answer that the institution had sent', async () => {
    const { session, desk, indicator } = openPaper();
    session.answerFor('interior');
    session.rate('R-1', { state: 'level', level: 'mature' });
    session.answerFor('lead');
    expect(session.journalState.registers.get(TICKS)?.value).not.toEqual(null);
    desk.enter(indicator('R-1'), '2');
    expect(session.journalState.registers.get(TICKS)?.value).toBeNull();
  });

  it('are only compared in the check, and written where the second entry is the right one', () => {
    const { session, desk, indicator, levelOf } = openPaper();
    desk.enter(indicator('R-1'), '3');
    desk.startCheck();
    const before = session.entries.length;
    desk.enter(indicator('R-1'), '4');
    expect([session.entries.length, desk.differing]).toEqual([before, 1]);
    desk.takeSecond(indicator('R-1'));
    expect(levelOf('R-1')).toEqual({ state: 'level', level: 'mature' });
  });
});
