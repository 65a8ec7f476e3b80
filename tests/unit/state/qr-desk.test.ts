import { describe, expect, it } from 'vitest';
import { makeQrSheet } from '../../../src/state/desks/make-qr-sheet.ts';
import { QrDesk } from '../../../src/state/desks/qr-desk.svelte.ts';
import { MemoryIntake } from './memory-intake.ts';
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

const openDesk = (settings: readonly Setting[]) => {
  const { session } = openMeeting(settings);
  const library = new MemoryIntake();
  const desk = new QrDesk(session, library);
  const levelOf = (indicator: string) => session.assessment.ratings.get(indicator)?.[0]?.answer;
  return { session, library, desk, levelOf };
};

describe('QrDesk', () => {
  const { text } = sheetOf('interior', SAID);

  it('shows first and takes in then, as a return of that institution', async () => {
    const { session, desk, levelOf } = openDesk(PEOPLE);
    const before = session.entries.length;
    expect(await desk.read(text)).toBe(true);
    expect(desk.preview).toMatchObject({ institution: 'interior', vote: 1, fresh: 2, differing: 0, same: 0 });
    expect(session.entries).toHaveLength(before);
    await desk.confirm();
    expect([desk.preview, desk.taken?.entries, desk.canUndo]).toEqual([null, 2, true]);
    expect(levelOf('R-1')).toEqual({ state: 'level', level: 'mature' });
    expect([...session.assessment.returns.values()]).toMatchObject([{ institution: 'interior', form: 'qr' }]);
    await desk.read(text);
    expect(desk.preview).toMatchObject({ fresh: 0, differing: 0, same: 2 });
    const taken = session.entries.length;
    await desk.confirm();
    expect([desk.taken?.entries, desk.canUndo, session.entries.length]).toEqual([0, false, taken]);
  });

  it('replaces what an earlier code of that institution said, and says so', async () => {
    const { desk, levelOf } = openDesk(PEOPLE);
    await desk.read(sheetOf('interior', [['rating/interior/R-1/1/answer', { level: 'nascent' }]]).text);
    await desk.confirm();
    await desk.read(text);
    expect(desk.preview?.settled?.replaced).toMatchObject([
      {
        register: 'rating/interior/R-1/1/answer',
        other: { form: 'qr', received: expect.stringMatching(/^2026-11-21T/) },
      },
    ]);
    await desk.confirm();
    expect(levelOf('R-1')).toEqual({ state: 'level', level: 'mature' });
  });

  it('leaves to a person what somebody else wrote', async () => {
    const { session, desk } = openDesk([...PEOPLE, ['rating/interior/R-1/1/answer', { level: 'nascent' }]]);
    await desk.read(text);
    expect(desk.preview).toMatchObject({ fresh: 1, differing: 1 });
    expect(desk.preview?.settled?.open).toHaveLength(1);
    await desk.confirm();
    expect(session.assessment.conflicts.map(({ register }) => register)).toEqual(['rating/interior/R-1/1/answer']);
  });

  it('takes out again answers and return together', async () => {
    const { session, library, desk } = openDesk(PEOPLE);
    const before = session.entries.map(({ id }) => id);
    await desk.read(text);
    await desk.confirm();
    expect(library.written.map(({ register }) => register.split('/')[0])).toEqual(['rating', 'rating', 'return']);
    await desk.undo();
    expect([desk.taken, session.entries.map(({ id }) => id)]).toEqual([null, before]);
  });

  it('refuses with one problem and forgets what it had read', async () => {
    const { desk } = openDesk(PEOPLE);
    await desk.read(text);
    expect(await desk.read('https://example.org')).toBe(false);
    expect([desk.preview, desk.problems.map(({ code }) => code)]).toEqual([null, ['qr.notOurs']]);
    desk.putAway();
    expect(desk.problems).toEqual([]);
  });

  it('takes nothing from an institution that was removed, or that observes', async () => {
    const { desk } = openDesk([...PEOPLE, ['institution/interior/removed', true]]);
    await desk.read(text);
    expect(desk.problems.map(({ code }) => code)).toEqual(['qr.unknownInstitution']);
    await desk.read(sheetOf('unions', SAID).text);
    expect(desk.problems.map(({ code }) => code)).toEqual(['qr.unknownInstitution']);
  });
});
