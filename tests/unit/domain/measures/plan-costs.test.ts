import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListedMeasure } from '../../../../src/domain/measures/list-measures.ts';
import { costOfActions } from '../../../../src/domain/measures/list-measures.ts';
import { planCosts } from '../../../../src/domain/measures/plan-costs.ts';
import type { Action } from '../../../../src/domain/registers/assessment-state.ts';
import { lawRuns } from '../../../fixtures/law-runs.ts';

const NOTHING = { once: null, yearly: null, there: null, toFindOnce: null, toFindYearly: null, withoutAmount: 1 };
const measureOf = (id: string, actions: readonly Action[], more: Partial<ListedMeasure> = {}): ListedMeasure => ({
  ...{ id, written: true, title: id, indicators: [], lead: null, partners: [], responsible: null },
  ...{ actions: actions.map((action) => action.id), level: null, target: null, end: null },
  cost: costOfActions(actions),
  ...more,
});

describe('what a plan costs', () => {
  const open: Action = {
    id: 'open',
    lead: 'interior',
    start: '2027-02-01',
    end: '2028-03-31',
    costOnce: 40,
    costYearly: 5,
  };
  const train: Action = { id: 'train', lead: 'labour', end: '2027-06-30', costOnce: 7, costThere: 2 };
  const publish: Action = { id: 'publish' };

  it('is counted in the year it begins, and yearly in each calendar year it touches', () => {
    const { total, byYear } = planCosts([measureOf('m', [open])], [open, train, publish]);
    expect(total).toEqual({ once: 47, yearly: 5, there: 2, toFindOnce: 45, toFindYearly: 5, withoutAmount: 1 });
    expect(byYear).toEqual([
      { year: 2027, amount: 52 },
      { year: 2028, amount: 5 },
    ]);
  });

  it('is given for each lead, what nobody leads last, and for what stands in no measure', () => {
    const { byLead, others } = planCosts([measureOf('m', [open])], [publish, open, train]);
    expect(byLead).toEqual([
      { lead: 'interior', once: 40, yearly: 5, there: null, toFindOnce: 40, toFindYearly: 5, withoutAmount: 0 },
      { lead: 'labour', once: 7, yearly: null, there: 2, toFindOnce: 5, toFindYearly: null, withoutAmount: 0 },
      { lead: null, ...NOTHING },
    ]);
    expect(others).toEqual({ ...NOTHING, once: 7, there: 2, toFindOnce: 5 });
  });

  it('takes a measure as a whole while none of its actions has an amount', () => {
    const cost = { ...NOTHING, once: 100, toFindOnce: 100, withoutAmount: 0 };
    const whole = measureOf('m', [publish], { cost, lead: 'finance' });
    expect(planCosts([whole], [publish])).toMatchObject({
      total: { once: 100, withoutAmount: 0 },
      byLead: [{ lead: 'finance', once: 100 }],
      byYear: [{ year: null, amount: 100 }],
    });
  });

  it('asks nobody for the amount of what is done, and has no line for who leads nothing else', () => {
    const done: Action = { id: 'done', lead: 'justice', status: 'done' };
    const { total, byLead, others } = planCosts([measureOf('m', [open])], [open, done]);
    expect([total.withoutAmount, others.withoutAmount]).toEqual([0, 0]);
    expect(byLead.map(({ lead }) => lead)).toEqual(['interior']);
  });

  it('adds up to its total by lead, whatever the plan', () => {
    const amount = fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: undefined });
    const action = fc.record(
      { lead: fc.constantFrom('a', 'b', ' '), costOnce: amount, costYearly: amount, costThere: amount },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 12 }), fc.nat(12), (listed, own) => {
        const plan = listed.map((one, index) => JSON.parse(JSON.stringify({ id: `x${index}`, ...one })) as Action);
        const { total, byLead, byYear } = planCosts([measureOf('m', plan.slice(0, own))], plan);
        const sum = (key: 'once' | 'yearly' | 'there' | 'toFindOnce' | 'toFindYearly') =>
          byLead.reduce((all, one) => all + (one[key] ?? 0), 0);
        expect([sum('once'), sum('yearly')]).toEqual([total.once ?? 0, total.yearly ?? 0]);
        expect([sum('toFindOnce'), sum('toFindYearly')]).toEqual([total.toFindOnce ?? 0, total.toFindYearly ?? 0]);
        // Without dates each amount stands once, in no year.
        expect(byYear.reduce((all, one) => all + one.amount, 0)).toBe((total.once ?? 0) + (total.yearly ?? 0));
      }),
      lawRuns(300),
    );
  });
});
