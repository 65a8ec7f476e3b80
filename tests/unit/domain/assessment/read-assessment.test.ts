import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideAnswers, indicatorsInScope } from '../../../../src/domain/assessment/decide-answers.ts';
import { assignmentOf, currentRatings, isLeadAlone, opinionsOf } from '../../../../src/domain/assessment/opinions.ts';
import { readAssessment } from '../../../../src/domain/assessment/read-assessment.ts';
import { valueOfAnswer } from '../../../../src/domain/registers/rating.ts';
import { valueOfTarget } from '../../../../src/domain/registers/target.ts';
import { nextEntryId } from '../../../../src/domain/journal/clock.ts';
import type { FullEntry, JsonValue } from '../../../../src/domain/journal/entry-schema.ts';
import { fold, foldMore } from '../../../../src/domain/registers/fold.ts';
import { makeEntry } from '../../../../src/domain/registers/make-entry.ts';
import { tinyFramework } from '../../../fixtures/tiny-framework.ts';
import { lawRuns } from '../../../fixtures/law-runs.ts';

const framework = tinyFramework();
const NOW = Date.UTC(2026, 10, 21);

/** The entries that setting these registers one after the other makes. */
function entriesOf(...settings: [register: string, value: JsonValue][]): FullEntry[] {
  let id: string | null = null;
  let state = fold([]);
  return settings.map(([register, value]) => {
    id = nextEntryId(id, NOW, '0'.repeat(16));
    const entry = makeEntry({ id, nowMs: NOW, actor: 'facilitator', register, value }, state);
    state = foldMore(state, [entry]);
    return entry;
  });
}

const read = (...settings: [register: string, value: JsonValue][]) =>
  readAssessment(fold(entriesOf(...settings)), framework);

describe('readAssessment', () => {
  it('reads an empty journal as an assessment of the lead institution alone', () => {
    const state = read();
    expect([...state.institutions.keys()]).toEqual(['lead']);
    expect(isLeadAlone(state)).toBe(true);
    expect(assignmentOf(state, 'A-1', 'lead')).toBe('lead');
    expect(decideAnswers(state, framework)).toEqual(new Map());
  });

  it('reads every kind of register', () => {
    const evidence = { title: 'Decree 12', access: 'public', sha256: 'a'.repeat(64) };
    const state = read(
      ['round/title', 'Round 2026'],
      ['round/lead', 'Ministry of Interior'],
      ['round/closingDate', '2026-12-31'],
      ['round/contexts', ['origin', 'transit']],
      ['round/outOfScope', ['B-2']],
      ['round/sentence-summary-1', { text: 'Ours.', factsHash: 'x' }],
      ['institution/labour/name', 'Labour'],
      ['assignment/A-1/labour', 'lead'],
      ['rating/labour/A-1/1/answer', { level: 'emerging' }],
      ['rating/labour/A-1/1/requirements', ['A-1/emerging/a']],
      ['rating/labour/A-1/1/confidence', 'low'],
      ['rating/labour/A-1/1/comment', 'See the decree.'],
      ['mandate/labour/A-2', { suggests: 'health' }],
      ['agreed/A-1/answer', { notApplicable: 'No coast' }],
      ['agreed/A-1/rationale', 'Discussed.'],
      ['agreed/A-1/forum', { name: 'Workshop', date: '2026-11-20' }],
      ['reservation/labour/A-1', 'We disagree.'],
      ['target/A-1', { level: 'mature' }],
      ['target/A-2', { none: 'Not this round' }],
      ['impact/A-1', 4],
      ['ease/A-1', 1],
      ['evidence/E1', evidence],
      ['evidence-link/A-1/labour/E1', { passage: 'art. 3' }],
      ['action/1/activity', 'Adopt the decree'],
      ['action/1/status', 'ongoing'],
      ['comment/1', { indicator: 'A-1', institution: 'labour', text: 'Why?' }],
      ['instrument/CRC/status', 'ratified'],
      ['reveal/A-1', { vote: 1 }],
      ['endorsement/labour', { state: 'endorsed', function: 'Secretary-General', date: '2026-11-20' }],
    );
    expect(state).toMatchObject({
      round: { title: 'Round 2026', closingDate: '2026-12-31', contexts: ['origin', 'transit'], outOfScope: ['B-2'] },
      damaged: [],
      orphans: [],
      unknownRegisters: [],
      conflicts: [],
      withoutValue: [],
    });
    expect(state.institutions.get('lead')?.name).toBe('Ministry of Interior');
    expect(state.institutions.get('labour')).toEqual({ id: 'labour', name: 'Labour' });
    expect(state.assignments.get('A-1')?.get('labour')).toBe('lead');
    expect(state.ratings.get('A-1')).toEqual([
      {
        institution: 'labour',
        indicator: 'A-1',
        vote: 1,
        answer: { state: 'level', level: 'emerging' },
        answeredAt: '2026-11-21T00:00:00.000Z',
        requirements: ['A-1/emerging/a'],
        confidence: 'low',
        comment: 'See the decree.',
      },
    ]);
    expect(state.agreed.get('A-1')).toMatchObject({
      answer: { state: 'not-applicable', reason: 'No coast' },
      rationale: 'Discussed.',
      forum: { name: 'Workshop', date: '2026-11-20' },
    });
    expect(state.targets.get('A-2')).toEqual({ state: 'none', reason: 'Not this round' });
    expect([state.impacts.get('A-1'), state.eases.get('A-1')]).toEqual([4, 1]);
    expect(state.evidence.get('E1')).toEqual(evidence);
    expect(state.evidenceLinks.get('A-1')).toEqual([{ institution: 'labour', evidence: 'E1', passage: 'art. 3' }]);
    expect(state.actions.get('1')).toEqual({ id: '1', activity: 'Adopt the decree', status: 'ongoing' });
    expect(state.comments.get('1')?.text).toBe('Why?');
    expect(state.instruments.get('CRC')).toEqual({ status: 'ratified' });
    expect(state.mandates.get('A-2')?.get('labour')).toEqual({ suggests: 'health' });
    expect(state.reservations.get('A-1')?.get('labour')).toBe('We disagree.');
    expect(state.sentences.get('summary-1')?.text).toBe('Ours.');
    expect(state.reveals.get('A-1')).toBe(1);
    expect(state.endorsements.get('labour')?.function).toBe('Secretary-General');
    expect(indicatorsInScope(state, framework)).toEqual(['A-1', 'A-2', 'B-1']);
  });

  it('lists a value of another form as damaged, with its register, and reads the rest', () => {
    const state = read(
      ['impact/A-1', 5],
      ['round/closingDate', '31.12.2026'],
      ['impact/A-2', 2],
      ['round/title', { a: 1 }],
    );
    expect(state.damaged.map(({ register }) => register)).toEqual(['impact/A-1', 'round/closingDate', 'round/title']);
    expect(state.impacts).toEqual(new Map([['A-2', 2]]));
  });

  it('lists a level that the scale does not have, saying what would be right', () => {
    const state = read(['rating/lead/A-1/1/answer', { level: 'superb' }]);
    const params = { indicator: 'A-1', level: 'superb', allowed: 'nascent, emerging, developed, mature' };
    expect(state.damaged).toMatchObject([{ problems: [{ code: 'assessment.unknownLevel', params }] }]);
    expect(decideAnswers(state, framework).has('A-1')).toBe(false);
  });

  it('lists answers to indicators that the framework does not have, and what took their place', () => {
    const grown = tinyFramework({ supersedes: { 'OLD-1': 'A-2' } });
    const entries = entriesOf(['rating/lead/OLD-1/1/answer', { level: 'mature' }], ['target/OLD-2', { none: '' }]);
    const state = readAssessment(fold(entries), grown);
    expect(state.orphans).toEqual([
      { register: 'rating/lead/OLD-1/1/answer', indicator: 'OLD-1', supersededBy: 'A-2' },
      { register: 'target/OLD-2', indicator: 'OLD-2', supersededBy: null },
    ]);
  });

  it('carries registers and fields it does not know', () => {
    const state = read(['weather/today', 'rain'], ['round/mood', 'good'], ['round/constructor', 'x']);
    expect(state.unknownRegisters).toEqual(['round/constructor', 'round/mood', 'weather/today']);
    expect(state.damaged).toEqual([]);
  });

  it('has nothing where an answer was taken back', () => {
    const state = read(['rating/lead/A-1/1/answer', { level: 'mature' }], ['rating/lead/A-1/1/answer', null]);
    expect(state.ratings.size).toBe(0);
  });

  it('lists conflicts and registers of which only a stub is left', () => {
    const [one] = entriesOf(['target/A-1', { none: 'a' }]);
    const two = { ...one!, id: nextEntryId(one!.id, NOW, '1'.repeat(16)), value: { none: 'b' } };
    const stub = {
      id: nextEntryId(two.id, NOW, '2'.repeat(16)),
      register: 'impact/A-1',
      replaces: [],
      redacted: true as const,
    };
    const state = readAssessment(fold([one!, two, stub]), framework);
    expect(state.conflicts).toMatchObject([{ register: 'target/A-1', heads: [two, one] }]);
    expect(state.targets.get('A-1')).toEqual({ state: 'none', reason: 'b' });
    expect(state.withoutValue).toEqual(['impact/A-1']);
  });

  it('reads whatever a register may hold without throwing', () => {
    const registers = [
      'round/title',
      'round/contexts',
      'institution/x/type',
      'assignment/A-1/x',
      'rating/x/A-1/1/answer',
      'rating/x/A-1/1/requirements',
      'agreed/A-1/forum',
      'target/A-1',
      'impact/A-1',
      'evidence/E',
      'evidence-link/A-1/x/E',
      'action/1/order',
      'comment/1',
      'instrument/c/status',
      'reveal/A-1',
      'endorsement/x',
      'validation',
      'mandate/x/A-1',
      'reservation/x/A-1',
      '__proto__/x',
      'institution/__proto__/name',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...registers), fc.jsonValue(), (register, value) => {
        const state = read([register, value as JsonValue]);
        expect(state.institutions.has('lead')).toBe(true);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      lawRuns(1000),
    );
  });
});

describe('answers that count', () => {
  const level = (id: string) => ({ level: id });
  const decided = (...settings: [string, JsonValue][]) =>
    Object.fromEntries(decideAnswers(read(...settings), framework));

  it('are those of the lead institution when it works alone', () => {
    expect(
      decided(['rating/lead/A-1/1/answer', level('developed')], ['rating/lead/A-2/1/answer', { unknown: true }]),
    ).toEqual({
      'A-1': { state: 'level', level: 'developed' },
      'A-2': { state: 'unknown' },
    });
  });

  it('are the agreed level before the provisional one', () => {
    const rating: [string, JsonValue] = ['rating/lead/A-1/1/answer', level('developed')];
    expect(decided(rating, ['agreed/A-1/answer', level('emerging')])['A-1']).toEqual({
      state: 'level',
      level: 'emerging',
    });
  });

  it('are the last vote of each institution; observers and removed institutions have no say', () => {
    const state = read(
      ['institution/union/role', 'observer'],
      ['institution/gone/removed', true],
      ['rating/labour/A-1/1/answer', level('nascent')],
      ['rating/labour/A-1/2/answer', level('emerging')],
      ['rating/labour/A-1/3/comment', 'no answer in this vote'],
      ['rating/union/A-1/1/answer', level('mature')],
      ['rating/gone/A-1/1/answer', level('mature')],
    );
    expect(currentRatings(state, 'A-1').find(({ institution }) => institution === 'labour')?.vote).toBe(2);
    expect(opinionsOf(state, 'A-1')).toEqual([
      { institution: 'labour', answer: { state: 'level', level: 'emerging' }, isLead: false, documented: false },
    ]);
  });

  it('are the documented level of the assigned lead where others differ', () => {
    const settings: [string, JsonValue][] = [
      ['assignment/A-1/labour', 'lead'],
      ['assignment/A-1/health', 'contributor'],
      ['rating/labour/A-1/1/answer', level('mature')],
      ['rating/health/A-1/1/answer', level('nascent')],
      ['evidence-link/A-1/labour/E1', {}],
    ];
    expect(decided(...settings)['A-1']).toEqual({ state: 'level', level: 'nascent' });
    expect(decided(...settings, ['evidence/E1', { title: 'Decree' }])['A-1']).toEqual({
      state: 'level',
      level: 'mature',
    });
  });

  it('name the assigned who have not answered', () => {
    const state = read(['assignment/A-1/labour', 'lead']);
    expect(opinionsOf(state, 'A-1')).toEqual([
      { institution: 'labour', answer: null, isLead: true, documented: false },
    ]);
    expect(isLeadAlone(state)).toBe(false);
    expect(opinionsOf(state, 'A-2')).toEqual([]);
  });

  it('survive the way into a value and back', () => {
    const answers = [
      { state: 'level', level: 'mature' },
      { state: 'not-applicable', reason: 'No coast' },
      { state: 'unknown' },
    ] as const;
    for (const answer of answers) {
      expect(decided(['agreed/A-1/answer', valueOfAnswer(answer)])['A-1']).toEqual(answer);
    }
    expect(valueOfAnswer(null)).toBeNull();
    for (const target of [
      { state: 'level', level: 'mature' },
      { state: 'none', reason: 'later' },
    ] as const) {
      expect(read(['target/A-1', valueOfTarget(target)]).targets.get('A-1')).toEqual(target);
    }
    expect(valueOfTarget(null)).toBeNull();
  });
});
