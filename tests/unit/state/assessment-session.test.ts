import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AssessmentSession } from '../../../src/state/session/assessment-session.svelte.ts';
import * as reporting from '../../../src/state/session/reporting.ts';
import { makeInitialEntries } from '../../../src/domain/rounds/make-initial-entries.ts';
import { FakeStore, fakeSurroundings } from './fake-store.ts';
import { readFramework } from './read-main-framework.ts';
import { evidenceNotLinkedTo, evidenceOf } from '../../../src/state/session/evidence-view.ts';
import { NotApplicableDesk } from '../../../src/state/desks/not-applicable-desk.ts';
import { EvidenceDesk } from '../../../src/state/desks/evidence-desk.ts';

const framework = readFramework();
const official = readFramework('sdg-10-7-2');

function openSession(of = framework) {
  const store = new FakeStore();
  const surroundings = fakeSurroundings();
  const identity = { id: 'a1', round: 'r1', parent: null };
  const choice = { route: 'all', domain: null } as const;
  const entries = makeInitialEntries({ identity, framework: of, round: { country: 'Meridia' }, choice, surroundings });
  const session = new AssessmentSession({
    reporting,
    identity,
    framework: of,
    crosswalks: new Map(),
    entries,
    tab: '1',
    drafts: [],
    store,
    surroundings,
  });
  return { session, store };
}

const held = (session: AssessmentSession, id: string) => [...session.heldRequirements(id)].sort();

describe('AssessmentSession', () => {
  let session: AssessmentSession;
  let store: FakeStore;

  beforeEach(() => {
    ({ session, store } = openSession());
  });

  it('starts with the round as it was set up and nothing answered', () => {
    expect(session.assessment.round.country).toBe('Meridia');
    expect(session.progress).toMatchObject({ answered: 0, total: session.framework.indicators.length });
    expect(session.report.domains.map(({ score }) => score)).toEqual([null, null, null, null, null]);
  });

  it('holds every requirement of the chosen level and of those below, and of none above', () => {
    session.rate('SO-19', { state: 'level', level: 'developed' });
    expect(held(session, 'SO-19')).toEqual([
      'SO-19/developed/a',
      'SO-19/developed/b',
      'SO-19/developed/c',
      'SO-19/emerging/a',
      'SO-19/emerging/b',
    ]);
  });

  it('lets the level follow the ticks: one requirement less and the level falls to the last complete one', () => {
    session.rate('SO-19', { state: 'level', level: 'developed' });
    session.tick('SO-19', 'SO-19/developed/b', false);
    expect(session.answerOf('SO-19')).toEqual({ state: 'level', level: 'emerging' });
    expect(held(session, 'SO-19')).toContain('SO-19/developed/a');
    session.tick('SO-19', 'SO-19/developed/b', true);
    expect(session.answerOf('SO-19')).toEqual({ state: 'level', level: 'developed' });
  });

  it('marks a requirement as under way without an answer, until it is met or the mark is taken back', () => {
    const underWay = () => [...session.underWayRequirements('SO-19')];
    session.setUnderWay('SO-19', 'SO-19/developed/b', true);
    session.setUnderWay('SO-19', 'SO-19/developed/a', true);
    expect(session.answerOf('SO-19')).toBeUndefined();
    expect(underWay()).toEqual(['SO-19/developed/a', 'SO-19/developed/b']);
    session.tick('SO-19', 'SO-19/developed/a', true);
    expect(underWay()).toEqual(['SO-19/developed/b']);
    expect(held(session, 'SO-19')).toEqual(['SO-19/developed/a']);
    session.setUnderWay('SO-19', 'SO-19/developed/b', false);
    expect(underWay()).toEqual([]);
  });

  it('keeps ticks above a level that is chosen lower, but never so many that they say otherwise', () => {
    session.tick('SO-19', 'SO-19/mature/a', true);
    expect(session.answerOf('SO-19')).toEqual({ state: 'level', level: 'nascent' });
    session.rate('SO-19', { state: 'level', level: 'emerging' });
    expect(held(session, 'SO-19')).toContain('SO-19/mature/a');
    session.rate('SO-19', { state: 'level', level: 'mature' });
    session.rate('SO-19', { state: 'level', level: 'emerging' });
    expect(session.answerOf('SO-19')).toEqual({ state: 'level', level: 'emerging' });
    expect(held(session, 'SO-19')).not.toContain('SO-19/developed/a');
  });

  it('takes an answer back and undoes that', () => {
    session.rate('IC-01', { state: 'unknown' });
    session.rate('IC-01', null);
    expect(session.answerOf('IC-01')).toBeUndefined();
    session.undo();
    expect(session.answerOf('IC-01')).toEqual({ state: 'unknown' });
  });

  it('keeps any text while it is typed, until what was written is durable', async () => {
    vi.useFakeTimers();
    session.typing.keep('round/title', 'Round of');
    session.typing.keep('round/title', 'Round of 2026');
    await vi.advanceTimersByTimeAsync(1000);
    vi.useRealTimers();
    expect(store.drafts).toEqual(new Map([['round/title', 'Round of 2026']]));
    store.failure = new Error('full');
    session.setRound({ title: 'Round of 2026' });
    await session.typing.forget('round/title');
    expect(session.typing.textOf('round/title')).toBeUndefined();
    expect(store.drafts).toEqual(new Map([['round/title', 'Round of 2026']]));
    store.failure = null;
    session.retry();
    await vi.waitFor(() => expect(store.drafts.size).toBe(0));
    expect(store.entries.map(({ register }) => register)).toContain('round/title');
  });

  it('says so when a text that is being typed cannot be stored, and stores it when there is room again', async () => {
    store.failure = new DOMException('full', 'QuotaExceededError');
    session.typing.keep('round/title', 'Round of');
    await session.typing.flush();
    expect(session.status).toMatchObject({ state: 'failed', problem: { code: 'storage.quotaExceeded' } });
    store.failure = null;
    session.retry();
    await vi.waitFor(() => expect(session.status).toEqual({ state: 'saved' }));
    expect(store.drafts).toEqual(new Map([['round/title', 'Round of']]));
  });

  it('takes back what was marked as not applicable, and nothing that was answered since', () => {
    new NotApplicableDesk(session).mark(['IC-01', 'IC-02'], () => 'Not that kind of country');
    session.rate('IC-02', { state: 'unknown' });
    new NotApplicableDesk(session).takeBack(['IC-01', 'IC-02']);
    expect([session.answerOf('IC-01'), session.answerOf('IC-02')]).toEqual([undefined, { state: 'unknown' }]);
  });

  it('shows a comment as it is being typed, and makes one entry of it', async () => {
    session.typing.keep(session.commentRegister('IC-01'), 'Decree of 2019');
    expect([session.commentOf('IC-01'), session.savedCommentOf('IC-01')]).toEqual(['Decree of 2019', '']);
    const before = store.entries.length;
    await session.saveComment('IC-01', 'Decree of 2019');
    await session.typing.forget(session.commentRegister('IC-01'));
    expect(store.entries).toHaveLength(before + 1);
    expect(session.savedCommentOf('IC-01')).toBe('Decree of 2019');
  });

  it('links a new piece of evidence, offers it elsewhere, and documents the level in the report', () => {
    session.rate('IC-01', { state: 'level', level: 'emerging' });
    const fields = {
      title: 'Decree',
      kind: null,
      holder: null,
      date: null,
      reference: null,
      access: 'public',
    } as const;
    new EvidenceDesk(session).save('IC-01', null, fields);
    expect(evidenceOf(session, 'IC-01').map(({ title }) => title)).toEqual(['Decree']);
    expect(evidenceNotLinkedTo(session, 'IC-02').map(({ title }) => title)).toEqual(['Decree']);
    expect(session.report.indicators.find(({ id }) => id === 'IC-01')?.documented).toBe(true);
  });

  it('sets targets of several at once and takes them back, and keeps the day they are due', () => {
    session.setTargets(['PA-01', 'PA-02'], { state: 'none', reason: 'Law under review' });
    expect([...session.assessment.targets.values()]).toEqual([
      { state: 'none', reason: 'Law under review' },
      { state: 'none', reason: 'Law under review' },
    ]);
    session.setTargets(['PA-01', 'PA-02'], null);
    expect(session.assessment.targets.size).toBe(0);
    session.setHorizon('2030-12-31');
    expect(session.report.round.horizon).toBe('2030-12-31');
  });

  it('marks proposed indicators as not applicable with a reason and leaves answered ones alone', () => {
    session.rate('LM-09', { state: 'level', level: 'nascent' });
    new NotApplicableDesk(session).mark(['LM-09', 'LM-10'], () => 'Concerns countries of destination only');
    expect(session.answerOf('LM-09')).toEqual({ state: 'level', level: 'nascent' });
    expect(session.answerOf('LM-10')).toEqual({
      state: 'not-applicable',
      reason: 'Concerns countries of destination only',
    });
  });

  it('does not offer "not applicable" where the official method forbids it', () => {
    expect(openSession(official).session.mayBeNotApplicable('1a')).toBe(false);
    expect(session.mayBeNotApplicable('IC-01')).toBe(true);
  });

  it('scores the thirty answers of the official worked example', () => {
    const { session: own } = openSession(official);
    const answers = ['y,r,r,y,n', 'y,y,n,n,y', 'y,y,y,y,y', 'y,y,n,n,n', 'y,y,y,y,n', 'y,y,y,y,y'];
    const level = { y: 'yes', r: 'regular-only', n: 'no' } as const;
    answers.forEach((row, domain) =>
      row.split(',').forEach((answer, index) =>
        own.rate(`${domain + 1}${'abcde'.charAt(index)}`, {
          state: 'level',
          level: level[answer as keyof typeof level],
        }),
      ),
    );
    expect(own.report.domains.map(({ shown }) => shown)).toEqual([60, 60, 100, 40, 80, 100]);
    expect(own.report.overall?.shown).toBe(73.3);
  });
});
