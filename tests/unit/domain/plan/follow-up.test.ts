import { describe, expect, it } from 'vitest';
import { actionChangesSince, newestEntryId } from '../../../../src/domain/plan/changes-since.ts';
import { followUp } from '../../../../src/domain/plan/follow-up.ts';
import type { PlannedAction } from '../../../../src/domain/plan/planned-action.ts';
import { entriesOf } from '../../../fixtures/assessment-of.ts';
import { deepFreeze } from '../../../fixtures/deep-freeze.ts';

const action = (id: string, fields: Partial<PlannedAction>): PlannedAction => ({
  id,
  activity: null,
  indicators: [],
  lead: null,
  start: null,
  end: null,
  dependsOn: [],
  status: 'not-started',
  ...fields,
});

describe('followUp', () => {
  const plan = deepFreeze([
    action('done', { end: '2026-01-31', status: 'done' }),
    action('late', { start: '2026-05-01', end: '2026-11-20' }),
    action('later', { end: '2026-10-01', status: 'blocked' }),
    action('today', { end: '2026-11-21', status: 'ongoing' }),
    action('begin', { start: '2026-11-01', end: '2027-01-31' }),
    action('undated', {}),
  ]);

  it('counts what is done of all, and what is overdue after the day of its end', () => {
    expect(followUp(plan, '2026-11-21')).toEqual({
      counts: { done: 1, ongoing: 1, blocked: 1, 'not-started': 3 },
      total: 6,
      executionShare: 1 / 6,
      overdue: ['later', 'late'],
      lateToStart: ['begin'],
    });
  });

  it('has no execution rate for an empty plan: null, not zero', () => {
    expect(followUp([], '2026-11-21').executionShare).toBeNull();
  });
});

describe('actionChangesSince', () => {
  const entries = entriesOf([
    ['action/a/status', 'not-started'],
    ['impact/A-1', 3],
    ['action/a/status', 'ongoing'],
    ['action/b/end', '2027-01-31'],
    ['action/a/status', 'done'],
  ]);

  it('lists the fields of actions set after the mark, newest first, each once', () => {
    expect(actionChangesSince(entries, entries[0]!.id).map(({ action: id, field }) => [id, field])).toEqual([
      ['a', 'status'],
      ['b', 'end'],
    ]);
  });

  it('finds nothing new without a mark, and after the newest entry', () => {
    expect(actionChangesSince(entries, null)).toEqual([]);
    expect(actionChangesSince(entries, newestEntryId(entries))).toEqual([]);
  });
});
