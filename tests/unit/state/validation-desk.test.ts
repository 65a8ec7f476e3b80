import { beforeEach, describe, expect, it } from 'vitest';
import type { AssessmentSession } from '../../../src/state/session/assessment-session.svelte.ts';
import { copyAssessment } from '../../../src/domain/rounds/copy-assessment.ts';
import { PaperDesk } from '../../../src/state/desks/paper-desk.svelte.ts';
import { ValidationDesk } from '../../../src/state/desks/validation-desk.svelte.ts';
import { reportHash } from '../../../src/report/report-hash.ts';
import { fakeSurroundings } from './fake-store.ts';
import { openSession } from './open-session.ts';

const SAID = {
  forum: 'Validation workshop',
  date: '2026-11-20',
  by: 'A. Koné',
  function: 'Minister',
  signatories: [{ name: 'B. Diallo', function: 'Director' }, { name: 'C. Traoré' }],
};
const level = (name: string) => ({ state: 'level', level: name }) as const;

let session: AssessmentSession;
let desk: ValidationDesk;

beforeEach(() => {
  session = openSession();
  desk = new ValidationDesk(session);
  session.rate('SO-19', level('emerging'));
});

describe('a validation', () => {
  it('makes the report validated, with who, where and when, and says nothing of drafts any more', async () => {
    expect(session.report.status).toBe('draft');
    await desk.validate(SAID);
    expect(session.report).toMatchObject({
      status: 'validated',
      validation: {
        ...SAID,
        correction: null,
        signatories: [SAID.signatories[0], { name: 'C. Traoré', function: null }],
      },
    });
    expect(session.validation).toMatchObject({ intact: true, missing: [], receivedAfter: [] });
    expect(session.validation?.value.reportHash).toBe(reportHash(session.report));
    expect(desk.check).toMatchObject({ sameEngine: true, sameReport: true, differing: [] });
  });

  it('lists what comes later and counts none of it, until somebody prepares a correction', async () => {
    await desk.validate(SAID);
    const before = session.report;
    const other = openSession(session.entries, Date.UTC(2026, 10, 22));
    other.startCorrecting();
    other.rate('SO-19', level('mature'));
    session.receive(other.entries);
    expect(session.answerOf('SO-19')).toEqual(level('emerging'));
    expect(session.report).toEqual(before);
    expect(desk.receivedAfter.map(({ address }) => address)).toContain('rating/lead/SO-19/1/answer');
    session.startCorrecting();
    expect(session.answerOf('SO-19')).toEqual(level('mature'));
    expect(session.report).toMatchObject({ status: 'under-review', validation: null });
    session.showValidated();
    expect(session.report).toEqual(before);
  });

  it('changes nothing that was validated, says so, and keeps what was typed', async () => {
    await desk.validate(SAID);
    const before = session.entries.length;
    session.rate('SO-19', level('developed'));
    expect(session.refusal).toBe('validated');
    session.dismissRefusal();
    await session.undo(true);
    expect(session.isReadOnly).toBe(false);
    session.startCorrecting();
    expect(session.entries.length).toBe(before + 1);
  });

  it('is not taken back before the person is asked, nor is the decision to publish', async () => {
    await desk.validate(SAID);
    expect([await session.undo(), session.refusal, session.report.status]).toEqual([[], 'decision', 'validated']);
    session.dismissRefusal();
    session.setRound({ publication: { by: 'The minister', date: '2026-12-01', parts: [] } });
    expect([await session.undo(), session.refusal]).toEqual([[], 'decision']);
    session.dismissRefusal();
    expect([await session.undo(true), session.assessment.round.publication]).toEqual([
      ['round/publication'],
      undefined,
    ]);
    expect([await session.undo(true), session.validation]).toEqual([['validation'], null]);
  });

  it('stays open where it stands around the report, and takes in what an institution sends', async () => {
    await desk.validate(SAID);
    session.setRound({ publication: { by: 'The minister', date: '2026-12-01', parts: [] }, reportLanguage: 'fr' });
    expect(session.refusal).toBeNull();
    expect(session.assessment.round).toMatchObject({ reportLanguage: 'fr', publication: { by: 'The minister' } });
    const paper = new PaperDesk(session);
    paper.choose('labour');
    paper.enter(session.framework.indicatorById.get('SO-19')!, '4');
    expect(desk.receivedAfter.map(({ address }) => address)).toContain('rating/labour/SO-19/1/answer');
    session.setRound({ reportLanguage: 'en', title: 'Another title' });
    expect(session.refusal).toBe('validated');
    expect(session.assessment.round.reportLanguage).toBe('fr');
  });

  it('lets what was recorded as later be taken back: nothing that was validated changes with it', async () => {
    await desk.validate(SAID);
    const before = session.report;
    const paper = new PaperDesk(session);
    paper.choose('labour');
    paper.enter(session.framework.indicatorById.get('SO-19')!, '4');
    await session.append(session.prepare([{ register: 'round/packs', value: { institutions: ['labour'] } }]));
    expect([await session.undo(), session.refusal]).toEqual([['round/packs'], null]);
    expect([(await session.undo()).includes('rating/labour/SO-19/1/answer'), session.refusal]).toEqual([true, null]);
    expect(session.report).toEqual(before);
    session.setRound({ title: 'Another title' });
    expect(session.refusal).toBe('validated');
  });

  it('takes changes in a correction that somebody prepared: they are seen, and the validated report stays', async () => {
    await desk.validate(SAID);
    const { reportHash: signed } = session.validation!.value;
    session.startCorrecting();
    session.rate('SO-19', level('developed'));
    expect(session.isCorrecting).toBe(true);
    expect(session.answerOf('SO-19')).toEqual(level('developed'));
    expect(session.validation?.value.reportHash).toBe(signed);
    expect(desk.check?.sameReport).toBe(true);
    expect(openSession(session.entries).report.status).toBe('validated');
    expect(openSession(session.entries).answerOf('SO-19')).toEqual(level('emerging'));
  });

  it('is corrected by a new one, which takes in what came later and says what changed', async () => {
    await desk.validate(SAID);
    session.startCorrecting();
    session.rate('SO-19', level('developed'));
    await desk.validate({ ...SAID, date: '2026-12-01', correction: 'SO-19 after the decree' });
    expect(session.isCorrecting).toBe(false);
    expect(session.answerOf('SO-19')).toEqual(level('developed'));
    expect(session.report.validation).toMatchObject({ date: '2026-12-01', correction: 'SO-19 after the decree' });
    expect(session.validation).toMatchObject({ receivedAfter: [], earlier: [{ value: { date: '2026-11-20' } }] });
  });

  it('can be taken back, and the one before holds again', async () => {
    await desk.validate(SAID);
    await session.undo(true);
    expect(session.report.status).toBe('draft');
    await desk.validate(SAID);
    session.startCorrecting();
    session.rate('SO-19', level('developed'));
    await desk.validate({ ...SAID, correction: 'x' });
    await session.undo(true);
    expect(session.report.validation?.correction).toBeNull();
    expect(session.answerOf('SO-19')).toEqual(level('emerging'));
  });

  it('lets the decision to publish, custody and progress of the plan be said afterwards, with the same check number', async () => {
    await session.write([
      { register: 'action/x/activity', value: 'Train' },
      { register: 'action/x/status', value: 'not-started' },
    ]);
    await desk.validate(SAID);
    const signed = reportHash(session.report);
    session.setRound({ publication: { by: 'Cabinet', date: '2026-12-01', parts: ['summary'] } });
    session.setRound({ custody: { holder: 'D. Sow' } });
    await session.write([{ register: 'action/x/status', value: 'done' }]);
    expect(session.isCorrecting).toBe(false);
    expect(session.report).toMatchObject({ status: 'validated', round: { publication: { by: 'Cabinet' } } });
    expect(session.report.plan[0]?.status).toBe('done');
    expect(session.assessment.round.custody).toEqual({ holder: 'D. Sow' });
    expect(reportHash(session.report)).toBe(signed);
    expect(desk.check?.sameReport).toBe(true);
    expect(desk.recordedAround).toHaveLength(3);
  });

  it('is held against what this version makes: both versions, both check numbers, the positions that differ', async () => {
    await desk.validate(SAID);
    const { value } = session.validation!;
    session.startCorrecting();
    const figures = value.figures!.map((one, place) => (place === 0 ? { ...one, shown: 12.5 } : one));
    await session.write([
      { register: 'validation', value: { ...value, engine: '0.9.0', reportHash: 'f'.repeat(64), figures } as never },
    ]);
    session.showValidated();
    expect(desk.check).toMatchObject({
      sameEngine: false,
      sameReport: false,
      engine: { then: '0.9.0' },
      hash: { then: 'f'.repeat(64), now: value.reportHash },
      differing: [{ id: figures[0]!.id, then: 12.5, now: null }],
    });
  });

  it('is what a copy is made of', async () => {
    await desk.validate(SAID);
    session.rate('SO-19', level('mature'));
    session.showValidated();
    const entries = copyAssessment({
      identity: { id: 'b', round: 'r1', parent: 'a1' },
      original: session,
      title: 'Copy',
      surroundings: fakeSurroundings(),
    });
    const values = entries
      .filter(({ register }) => register === 'rating/lead/SO-19/1/answer')
      .map(({ value }) => value);
    expect(values).toEqual([{ level: 'emerging' }]);
    expect(entries.some(({ register }) => register === 'validation')).toBe(false);
  });
});

describe('what is open before a validation', () => {
  it('counts indicators without level while one institution answers alone', () => {
    expect(desk.openPoints).toMatchObject([{ kind: 'without-level', count: 116 }]);
  });

  it('names differing positions without agreement, agreements without reason, missing leads, returns and comments', async () => {
    await session.write(
      [
        { register: 'institution/labour/name', value: 'Labour' },
        { register: 'assignment/SO-19/lead', value: 'lead' },
        { register: 'assignment/SO-19/labour', value: 'contributor' },
        { register: 'rating/labour/SO-19/1/answer', value: { level: 'mature' } },
        { register: 'comment/c1', value: { indicator: 'SO-19', institution: 'labour', text: 'Why?' } },
        { register: 'round/sentence-summary.rated', value: { text: 'Mine', factsHash: 'old' } },
      ],
      'facilitator',
    );
    const counts = () => Object.fromEntries(desk.openPoints.map(({ kind, count }) => [kind, count]));
    expect(counts()).toEqual({
      'without-level': 116,
      unsettled: 1,
      'without-lead': 116,
      'not-endorsed': 2,
      comments: 1,
      sentences: 1,
    });
    await session.write([{ register: 'agreed/SO-19/answer', value: { level: 'emerging' } }], 'facilitator');
    expect(counts()).toMatchObject({ 'without-reason': 1 });
    expect(counts()).not.toHaveProperty('unsettled');
  });
});

describe('the status before a validation', () => {
  it('is what somebody says, in a file of an earlier version too; what institutions endorse says nothing of it', async () => {
    desk.setUnderReview(true);
    expect(session.report.status).toBe('under-review');
    desk.setUnderReview(false);
    await session.write([
      { register: 'endorsement/lead', value: { state: 'endorsed', function: 'Director', date: '2026-11-20' } },
    ]);
    expect(session.report.status).toBe('draft');
    session.setRound({ status: null });
    expect(session.report.status).toBe('draft');
    session.setRound({ underReview: true });
    expect(session.report.status).toBe('under-review');
  });
});
