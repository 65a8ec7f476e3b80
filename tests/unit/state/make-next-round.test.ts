import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/domain/journal/entry-schema.ts';
import { AssessmentSession } from '../../../src/state/session/assessment-session.svelte.ts';
import * as reporting from '../../../src/state/session/reporting.ts';
import { makeNextRound } from '../../../src/domain/rounds/make-next-round.ts';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { entriesOf } from '../../fixtures/assessment-of.ts';
import { pairedFramework } from '../../fixtures/paired-framework.ts';
import { FakeStore, fakeSurroundings } from './fake-store.ts';

const framework = pairedFramework();
const SETTINGS: readonly Setting[] = [
  ['round/country', 'Meridia'],
  ['round/title', 'Round 2026'],
  ['round/pin-R-1', 'Political priority'],
  ['rating/lead/R-1/1/answer', { level: 'emerging' }],
  ['rating/lead/R-2/1/answer', { level: 'mature' }],
  ['target/R-1', { level: 'mature' }],
  ['action/x/activity', 'Adopt a decree'],
  ['action/x/status', 'ongoing'],
];

function sessionOf(id: string, entries: readonly Entry[], parent: string | null) {
  return new AssessmentSession({
    reporting,
    identity: { id, round: `round of ${id}`, parent },
    framework,
    crosswalks: new Map(),
    entries,
    tab: '1',
    drafts: [],
    store: new FakeStore(),
    surroundings: fakeSurroundings(),
  });
}

function nextRound() {
  const before = sessionOf('a', entriesOf(SETTINGS), null);
  const identity = { id: 'b', round: 'round of b', parent: 'a' };
  const entries = makeNextRound({
    identity,
    entries: before.entries,
    choice: { framework, round: { title: 'Round 2028', closingDate: '' } },
    surroundings: fakeSurroundings(),
  });
  return { before, entries, session: sessionOf('b', entries, 'a') };
}

describe('the next round', () => {
  it('shows the actions of the last plan at once, and has no level and no reason to come first yet', () => {
    const { session, entries } = nextRound();
    expect(session.report.plan).toMatchObject([{ id: 'x', activity: 'Adopt a decree', status: 'ongoing' }]);
    expect(session.report.round).toMatchObject({ country: 'Meridia', title: 'Round 2028', closingDate: null });
    expect(session.report.coverage.answered).toBe(0);
    expect(session.assessment.pins.size).toBe(0);
    expect(entries[0]).toMatchObject({ assessment: { id: 'b', round: 'round of b', parent: 'a' } });
  });

  it('compares once the round before is at hand, and holds an earlier level back until there is a new one', () => {
    const { before, session } = nextRound();
    expect(session.report.comparison).toBeNull();
    session.comeAfter(before);
    const levels = () =>
      session.report
        .comparison!.indicators.filter(({ id }) => id === 'R-1' || id === 'R-2')
        .map(({ previousLevel, level, steps }) => [previousLevel, level, steps]);
    expect(levels()).toEqual([
      [null, null, null],
      [null, null, null],
    ]);
    session.rate('R-1', { state: 'level', level: 'mature' });
    expect(levels()).toEqual([
      ['emerging', 'mature', 2],
      [null, null, null],
    ]);
    expect(session.report.comparison!.previous.title).toBe('Round 2026');
  });
});
