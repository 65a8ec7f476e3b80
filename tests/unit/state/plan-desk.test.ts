import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/domain/journal/entry-schema.ts';
import { AssessmentSession } from '../../../src/state/session/assessment-session.svelte.ts';
import * as reporting from '../../../src/state/session/reporting.ts';
import { PlanDesk } from '../../../src/state/desks/plan-desk.svelte.ts';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { entriesOf } from '../../fixtures/assessment-of.ts';
import { pairedFramework } from '../../fixtures/paired-framework.ts';
import { FakeStore, fakeSurroundings } from './fake-store.ts';

const gap = (id: string, impact: number): Setting[] => [
  [`rating/lead/${id}/1/answer`, { level: 'nascent' }],
  [`impact/${id}`, impact],
];

function open(settings: readonly Setting[] = [], mark: string | null = null) {
  const entries: Entry[] = entriesOf(settings);
  const session = new AssessmentSession({
    reporting,
    identity: { id: 'a', round: 'r', parent: null },
    framework: pairedFramework(),
    crosswalks: new Map(),
    entries,
    tab: '1',
    drafts: [],
    store: new FakeStore(),
    surroundings: fakeSurroundings(),
  });
  return { session, desk: new PlanDesk(session, mark), entries };
}

describe('PlanDesk', () => {
  it('proposes the first priorities that no action works on, until somebody ticks', () => {
    const { desk } = open([...gap('R-1', 4), ...gap('R-2', 3), ...gap('W-1', 2), ['action/x/indicators', ['R-2']]]);
    expect([...desk.chosen]).toEqual(['R-1', 'W-1']);
    desk.choose('R-1', false);
    desk.choose('W-2', true);
    expect([...desk.chosen]).toEqual(['W-1', 'W-2']);
  });

  it('puts rows at the end of the plan, behind those without an order, as one action to undo', () => {
    const { desk, session } = open([['action/z/activity', 'First']]);
    const ids = desk.add([{ activity: 'Second' }, { activity: 'Third', indicators: ['R-1'] }]);
    expect(desk.plan.map(({ activity }) => activity)).toEqual(['First', 'Second', 'Third']);
    expect(desk.plan[2]).toMatchObject({ id: ids[1], indicators: ['R-1'] });
    session.undo();
    expect(desk.plan.map(({ activity }) => activity)).toEqual(['First']);
  });

  it('moves a row by one place and stays within the plan', () => {
    const { desk } = open();
    const [a, b, c] = desk.add([{ activity: 'a' }, { activity: 'b' }, { activity: 'c' }]);
    desk.move(c!, -1);
    desk.move(a!, -1);
    expect(desk.plan.map(({ id }) => id)).toEqual([a, c, b]);
  });

  it('gives a removed row back at its place', () => {
    const { desk } = open();
    const [, b] = desk.add([{ activity: 'a' }, { activity: 'b' }, { activity: 'c' }]);
    desk.remove(b!);
    expect(desk.plan.map(({ activity }) => activity)).toEqual(['a', 'c']);
    expect(desk.removed).toBe(b);
    desk.undoRemove();
    expect(desk.plan.map(({ activity }) => activity)).toEqual(['a', 'b', 'c']);
    expect(desk.removed).toBeNull();
  });

  it('projects what is ticked and stores nothing of it', () => {
    const { desk, session } = open([...gap('R-1', 4), ['action/x/indicators', ['R-1']]]);
    const count = session.entries.length;
    expect(desk.projection.reached).toEqual(['R-1']);
    desk.tick('x', false);
    expect(desk.projection.reached).toEqual([]);
    desk.tickAll(true);
    expect(desk.projection.reached).toEqual(['R-1']);
    expect(session.entries).toHaveLength(count);
  });

  it('writes pins and the horizon where the report reads them, and warns of an end after it', () => {
    const { desk, session } = open([...gap('R-1', 4), ...gap('R-2', 1), ['action/x/end', '2028-01-31']]);
    desk.pin('R-2', 'Political priority');
    desk.setHorizon('2027-12-31');
    expect(session.report.priorities[0]).toMatchObject({ id: 'R-2', pinReason: 'Political priority' });
    expect(session.report.round.horizon).toBe('2027-12-31');
    expect(desk.check.warnings.get('x')).toContain('after-horizon');
    desk.pin('R-2', null);
    expect(session.report.priorities[0]).toMatchObject({ id: 'R-1', pinReason: null });
  });

  it('lists what changed since the last look', () => {
    const settings: Setting[] = [
      ['action/x/status', 'not-started'],
      ['action/x/status', 'done'],
    ];
    const { entries } = open(settings);
    expect(open(settings).desk.changes).toEqual([]);
    const { desk } = open(settings, entries[0]!.id);
    expect(desk.changes).toMatchObject([{ action: 'x', field: 'status' }]);
    expect(desk.hasLooked).toBe(true);
  });

  it('keeps what it writes readable: every value has the form of its register', () => {
    const { desk, session } = open();
    desk.add([
      { activity: 'a', lead: 'labour', partners: ['x'], start: '2027-01-01', status: 'ongoing', dependsOn: [] },
    ]);
    const { damaged, unknownRegisters } = session.assessment;
    expect([damaged, unknownRegisters]).toEqual([[], []]);
  });
});
