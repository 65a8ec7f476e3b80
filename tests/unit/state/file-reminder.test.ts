import { describe, expect, it } from 'vitest';
import { countChanges, isReminderDue, mustAskOnLeaving } from '../../../src/state/library/file-reminder.ts';
import { sampleAssessment } from '../../fixtures/sample-assessment.ts';

const { entries } = sampleAssessment().journal;
const MINUTE_MS = 60_000;

describe('changes since the last file', () => {
  it('are all without a file, and those after it with one', () => {
    expect(countChanges(entries, null)).toBe(entries.length);
    expect(countChanges(entries, { entries: entries.length - 2 })).toBe(2);
    expect(countChanges(entries, { entries: entries.length })).toBe(0);
    expect(countChanges(entries, { entries: entries.length + 5 })).toBe(0);
  });

  it('count a level with its requirements once', () => {
    const newest = entries.at(-1)!;
    const ticks = { ...newest, id: `${newest.id}x`, register: 'rating/lead/A-1/1/requirements' };
    const level = { ...newest, id: `${newest.id}w`, register: 'rating/lead/A-1/1/answer' };
    const saved = { entries: entries.length };
    expect(countChanges([...entries, level, ticks], saved)).toBe(1);
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
  const leaving = { isWanted: true, isStored: true, keepsNothing: false, changes: 0 };
  it.each([
    ['when everything is stored', {}, false],
    ['with many changes that are in no file', { changes: 20 }, true],
    ['with a few of them', { changes: 19 }, false],
    ['with one of them where nothing is kept', { changes: 1, keepsNothing: true }, true],
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
