import { describe, expect, it } from 'vitest';
import { makeQrSheet, QrDesk } from '../../../src/state/qr-desk.svelte.ts';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { openMeeting } from './open-meeting.ts';

const PEOPLE: Setting[] = [
  ['institution/interior/name', 'Interior'],
  ['institution/labour/name', 'Labour'],
  ['institution/unions/name', 'Trade unions'],
  ['institution/unions/role', 'observer'],
];

/** A contributor's sheet: the text that its QR code holds. */
function sheetOf(institution: string, settings: readonly Setting[]) {
  const { session } = openMeeting([...PEOPLE, ...settings]);
  session.answerFor(institution);
  return makeQrSheet(session);
}

const SAID: Setting[] = [
  ['rating/interior/R-1/1/answer', { level: 'mature' }],
  ['rating/interior/R-2/1/answer', { unknown: true }],
  ['rating/interior/R-3/1/answer', { notApplicable: 'No such service' }],
  ['rating/labour/W-1/1/answer', { level: 'nascent' }],
];

describe('the QR code of a contributor', () => {
  it('carries the own levels and don’t knows, and says what finds no room', () => {
    expect(sheetOf('interior', SAID)).toMatchObject({ answers: 2, left: 1 });
    expect(sheetOf('labour', SAID)).toMatchObject({ answers: 1, left: 0 });
    expect(sheetOf('interior', SAID).text).not.toBe(sheetOf('labour', SAID).text);
  });
});

describe('QrDesk', () => {
  const { text } = sheetOf('interior', SAID);

  it('shows first and writes then, as opinions of that institution', () => {
    const { session } = openMeeting(PEOPLE);
    const desk = new QrDesk(session);
    const before = session.entries.length;
    expect(desk.read(text)).toBe(true);
    expect(desk.preview).toEqual({ institution: 'interior', vote: 1, fresh: ['R-1', 'R-2'], differing: [], same: 0 });
    expect(session.entries).toHaveLength(before);
    desk.take(false);
    expect([desk.preview, desk.taken]).toEqual([null, 2]);
    expect(session.assessment.ratings.get('R-1')).toMatchObject([
      { institution: 'interior', vote: 1, answer: { state: 'level', level: 'mature' } },
    ]);
    desk.read(text);
    expect(desk.preview).toMatchObject({ fresh: [], differing: [], same: 2 });
    desk.take(true);
    expect(desk.taken).toBe(0);
  });

  it('replaces what differs only when told to', () => {
    const { session } = openMeeting([...PEOPLE, ['rating/interior/R-1/1/answer', { level: 'nascent' }]]);
    const desk = new QrDesk(session);
    const levelOf = () => session.assessment.ratings.get('R-1')?.[0]?.answer;
    desk.read(text);
    expect(desk.preview).toMatchObject({ fresh: ['R-2'], differing: ['R-1'] });
    desk.take(false);
    expect(levelOf()).toEqual({ state: 'level', level: 'nascent' });
    desk.read(text);
    desk.take(true);
    expect(levelOf()).toEqual({ state: 'level', level: 'mature' });
  });

  it('refuses with one problem and forgets what it had read', () => {
    const { session } = openMeeting(PEOPLE);
    const desk = new QrDesk(session);
    desk.read(text);
    expect(desk.read('https://example.org')).toBe(false);
    expect([desk.preview, desk.problems.map(({ code }) => code)]).toEqual([null, ['qr.notOurs']]);
    desk.drop();
    expect(desk.problems).toEqual([]);
  });

  it('takes nothing from an institution that was removed, or that observes', () => {
    const { session } = openMeeting([...PEOPLE, ['institution/interior/removed', true]]);
    const desk = new QrDesk(session);
    desk.read(text);
    expect(desk.problems.map(({ code }) => code)).toEqual(['qr.unknownInstitution']);
    desk.read(sheetOf('unions', SAID).text);
    expect(desk.problems.map(({ code }) => code)).toEqual(['qr.unknownInstitution']);
  });
});
