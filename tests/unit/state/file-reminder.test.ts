import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextEntryId } from '../../../src/domain/journal/clock.ts';
import { makeFreshJournal } from '../../../src/domain/rounds/make-initial-entries.ts';
import { isReminderDue, mustAskOnLeaving } from '../../../src/state/library/file-reminder.ts';
import { ChangeCounter } from '../../../src/state/session/change-counter.ts';
import { sampleAssessment } from '../../fixtures/sample-assessment.ts';
import { tinyFramework } from '../../fixtures/tiny-framework.ts';
import { fakeSurroundings } from './fake-store.ts';

const { entries } = sampleAssessment().journal;
const MINUTE_MS = 60_000;

describe('changes since the last file', () => {
  it('are all but the first entry without a file, and those after it with one', () => {
    const counter = new ChangeCounter(entries);
    expect(counter.after(0)).toBe(entries.length - 1);
    expect(counter.after(entries.length - 2)).toBe(2);
    expect(counter.after(entries.length)).toBe(0);
    expect(counter.after(entries.length + 5)).toBe(0);
  });

  it('are none of what an assessment begins with: what was set up, or carried over from the round before', () => {
    const begun = makeFreshJournal(
      { id: 'next', round: '2027', parent: 'before' },
      tinyFramework(),
      Array.from({ length: 60 }, (_, index) => ({ register: `impact/A-${index}`, value: 3 })),
      fakeSurroundings(),
    );
    const counter = new ChangeCounter(begun);
    expect(counter.after(0)).toBe(0);
    const nowMs = Date.UTC(2026, 10, 22);
    const id = nextEntryId(begun.at(-1)!.id, nowMs, '0123456789abcdef');
    counter.add([{ ...begun[1]!, id, at: new Date(nowMs).toISOString() }]);
    expect(counter.after(0)).toBe(1);
  });

  const later = (order: string, register: string, at: string) => {
    const newest = entries.at(-1)!;
    return { ...newest, id: `${newest.id}${order}`, register, at };
  };

  it('count a level with its requirements once', () => {
    const level = later('w', 'rating/lead/A-1/1/answer', '2026-11-22T10:00:00.000Z');
    const ticks = later('x', 'rating/lead/A-1/1/requirements', '2026-11-22T10:00:00.000Z');
    expect(new ChangeCounter([...entries, level, ticks]).after(entries.length)).toBe(1);
  });

  it('count a tick that changes no level, and the same text written twice', () => {
    const after = (...registers: string[]) => {
      const more = registers.map((register, order) =>
        later(`${order}`, register, new Date(order * 1000).toISOString()),
      );
      return new ChangeCounter([...entries, ...more]).after(entries.length);
    };
    const [ticks, comment] = ['rating/lead/A-1/1/requirements', 'rating/lead/A-1/1/comment'];
    expect([after(ticks), after(ticks, ticks), after(comment, comment)]).toEqual([1, 2, 2]);
    expect(after('rating/lead/A-2/1/answer', ticks)).toBe(2);
  });

  it('count one act once, however many indicators it assigns, and the next one again', () => {
    const assigned = Array.from({ length: 162 }, (_, index) =>
      later(`a${String(index).padStart(3, '0')}`, `assignment/A-${index}/labour`, '2026-11-22T10:00:00.000Z'),
    );
    const taken = later('b', 'assignment/A-1/labour', '2026-11-22T10:00:01.000Z');
    const counter = new ChangeCounter([...entries, ...assigned]);
    expect(counter.after(entries.length)).toBe(1);
    counter.add([taken]);
    expect(counter.after(entries.length)).toBe(2);
  });

  it('are counted while a clock is behind, where the ids go on from the newest instant', () => {
    const acts = Array.from({ length: 20 }, (_, second) =>
      later(String(second).padStart(2, '0'), `rating/lead/A-${second}/1/answer`, new Date(second * 1000).toISOString()),
    );
    expect(new ChangeCounter([...entries, ...acts]).after(entries.length)).toBe(20);
  });

  it('are the same in whatever order entries come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...entries], { minLength: 1 }), fc.nat(entries.length), (some, first) => {
        const together = new ChangeCounter(some);
        const [oneByOne, twice] = [new ChangeCounter([]), new ChangeCounter(some)];
        for (const entry of some) oneByOne.add([entry]);
        twice.add(some);
        expect([oneByOne.after(first), twice.after(first)]).toEqual([together.after(first), together.after(first)]);
      }),
    );
  });
});

describe('a reminder', () => {
  it.each([
    [0, 600, false],
    [1, 29, false],
    [1, 30, true],
    [19, 0, false],
    [20, 0, true],
  ])('after %i changes and %i minutes: %s', (changes, minutes, due) => {
    expect(isReminderDue(changes, 0, minutes * MINUTE_MS)).toBe(due);
  });
});

describe('leaving the page', () => {
  const leaving = { isWanted: true, isStored: true, keepsNothing: false, changes: 0, isInFile: false };
  it.each([
    ['when everything is stored', {}, false],
    ['with many changes that are in no file', { changes: 20 }, true],
    ['with a few of them', { changes: 19 }, false],
    ['with what is in no file where nothing is kept', { keepsNothing: true }, true],
    ['with all of it in a file where nothing is kept', { keepsNothing: true, isInFile: true }, false],
    ['with what is not stored', { isStored: false }, true],
    [
      'an assessment that is not wanted, whatever of it is nowhere',
      { isWanted: false, isStored: false, changes: 20 },
      false,
    ],
  ])('%s', (_what, given, asks) => {
    expect(mustAskOnLeaving({ ...leaving, ...given })).toBe(asks);
  });
});
