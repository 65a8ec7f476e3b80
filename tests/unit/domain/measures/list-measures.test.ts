import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideAnswers } from '../../../../src/domain/assessment/decide-answers.ts';
import { pinReasons } from '../../../../src/domain/assessment/list-actions.ts';
import { findGaps } from '../../../../src/domain/gaps/find-gaps.ts';
import { gapInputs } from '../../../../src/domain/gaps/gap-inputs.ts';
import { keptPriorities, rankPriorities } from '../../../../src/domain/gaps/rank-priorities.ts';
import { listMeasures, totalCost } from '../../../../src/domain/measures/list-measures.ts';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { assessmentOf } from '../../../fixtures/assessment-of.ts';
import { frameworkOf, indicatorsOn, structureOf } from '../framework-of.ts';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
const framework = frameworkOf(structureOf({ domains: [{ id: 'one', indicators: indicatorsOn('maturity', ...IDS) }] }));

/** All ten stand at the second level, and the earlier in the alphabet the greater the impact. */
const RANKED: readonly Setting[] = IDS.flatMap((id, index): Setting[] => [
  [`agreed/${id}/answer`, { level: 'emerging' }],
  [`impact/${id}`, 4 - index / 10],
]);
const action = (id: string, indicators: string[], fields: Record<string, string | number | boolean>): Setting[] => [
  [`action/${id}/indicators`, indicators],
  ...Object.entries(fields).map(([field, value]): Setting => [`action/${id}/${field}`, value]),
];

function listed(...settings: readonly Setting[]) {
  const state = assessmentOf(framework, [...RANKED, ...settings]);
  const outOfScope = new Set(state.round.outOfScope ?? []);
  const gaps = findGaps(framework, decideAnswers(state, framework), gapInputs(framework, state), { outOfScope });
  return listMeasures(state, gaps, keptPriorities(rankPriorities(framework, gaps, pinReasons(state)), state.kept));
}
/** Of a measure of which nobody gave an amount. */
const NOTHING = { once: null, yearly: null, there: null, toFindOnce: null, toFindYearly: null, withoutAmount: 1 };
const first = (...settings: readonly Setting[]) => listed(...settings).measures[0];

describe('without a written measure', () => {
  it('the first eight ranked gaps are read as measures, the rest as ranked gaps', () => {
    const { measures, furtherPriorities } = listed();
    expect(measures.map(({ id, indicators }) => [id, indicators])).toEqual(IDS.slice(0, 8).map((id) => [id, [id]]));
    expect(furtherPriorities).toEqual(['i', 'j']);
    expect(measures[0]).toEqual({
      ...{ id: 'a', written: false, title: null, indicators: ['a'], lead: null, partners: [], responsible: null },
      ...{ actions: [], level: 'emerging', target: 'developed', end: null, cost: NOTHING },
    });
  });

  it('only what is kept is read as one, as soon as anything is', () => {
    const { measures, furtherPriorities } = listed(['kept/j', true], ['kept/c', true], ['kept/d', false]);
    expect(measures.map(({ id }) => id)).toEqual(['c', 'j']);
    expect(furtherPriorities).toEqual([]);
    expect(listed(['kept/d', false]).measures).toHaveLength(8);
  });

  it('has the date and the cost of what is planned for its gap', () => {
    const planned = action('x', ['a'], { end: '2027-06-30', costOnce: 1000 });
    expect(first(...planned)).toMatchObject({ actions: ['x'], end: '2027-06-30', cost: { once: 1000, yearly: null } });
  });
});

describe('a written measure', () => {
  const JOINS: readonly Setting[] = [
    ['measure/m/title', 'One counter for permits'],
    ['measure/m/indicators', ['c', 'a']],
  ];

  it('joins several gaps under its title; the rest are ranked gaps', () => {
    const { measures, furtherPriorities } = listed(
      ...JOINS,
      ['measure/m/lead', 'labour'],
      ['measure/m/partners', ['interior']],
      ['measure/m/responsible', 'The director'],
      ['target/c', { level: 'mature' }],
    );
    expect(measures).toEqual([
      {
        ...{ id: 'm', written: true, title: 'One counter for permits', indicators: ['c', 'a'], lead: 'labour' },
        ...{ partners: ['interior'], responsible: 'The director', actions: [], level: 'emerging', target: 'mature' },
        ...{ end: null, cost: NOTHING },
      },
    ]);
    expect(furtherPriorities).toEqual(['b', 'd', 'e', 'f', 'g', 'h', 'i', 'j']);
  });

  it('has the level of its first gap: of what is closed, out of scope or not in the framework there is none', () => {
    expect(first(...JOINS, ['agreed/c/answer', { level: 'mature' }])).toMatchObject({
      level: 'emerging',
      indicators: ['c', 'a'],
    });
    expect(first(...JOINS, ['round/outOfScope', ['c']])).toMatchObject({ level: 'emerging', indicators: ['a'] });
    expect(first(['measure/m/indicators', ['z', 'a', 'a']])).toMatchObject({ title: null, indicators: ['a'] });
    const closed = IDS.map((id): Setting => [`agreed/${id}/answer`, { level: 'mature' }]);
    expect(first(...JOINS, ...closed)).toMatchObject({ level: null, target: null });
  });

  it.each([
    [
      'the last of all ends',
      [...action('x', ['a'], { end: '2027-06-30' }), ...action('y', ['c'], { end: '2028-01-31' })],
      '2028-01-31',
    ],
    [
      'none while one action has none',
      [...action('x', ['a'], { end: '2027-06-30' }), ...action('y', ['c'], { activity: 'Draft' })],
      null,
    ],
    ['none without actions', [], null],
    [
      'not that of a removed action',
      [...action('x', ['a'], { end: '2027-06-30' }), ...action('y', ['c'], { end: '2028-01-31', removed: true })],
      '2027-06-30',
    ],
  ])('has as its date %s', (_, planned, end) => {
    expect(first(...JOINS, ...planned)?.end).toBe(end);
  });

  it.each([
    [
      'its own amounts while it has no action with one',
      action('x', ['a'], { activity: 'Draft' }),
      { once: 500, yearly: 20, there: null, toFindOnce: 500, toFindYearly: 20, withoutAmount: 0 },
    ],
    [
      'the sum of its actions as soon as one has an amount',
      [...action('x', ['a'], { costOnce: 0.1 }), ...action('y', ['c'], { costOnce: 0.2 })],
      { ...NOTHING, once: 0.3, toFindOnce: 0.3, withoutAmount: 0 },
    ],
    [
      'nothing of its own beside them, not even of the other kind',
      action('x', ['a'], { costYearly: 0 }),
      { ...NOTHING, yearly: 0, toFindYearly: 0, withoutAmount: 0 },
    ],
    [
      'what a part of its actions says, with how many say nothing, and what is there of it',
      [...action('x', ['a'], { costOnce: 90, costThere: 30 }), ...action('y', ['c'], { activity: 'Draft' })],
      { ...NOTHING, once: 90, there: 30, toFindOnce: 60 },
    ],
    [
      'less what is there: first of what is paid once, then of a year',
      action('x', ['a'], { costOnce: 90, costYearly: 20, costThere: 100 }),
      { once: 90, yearly: 20, there: 100, toFindOnce: 0, toFindYearly: 10, withoutAmount: 0 },
    ],
    [
      'what is to be costed still: an action that is done without an amount is not',
      [...action('x', ['a'], { costOnce: 90 }), ...action('y', ['c'], { status: 'done' })],
      { ...NOTHING, once: 90, toFindOnce: 90, withoutAmount: 0 },
    ],
  ])('costs %s', (_, planned, cost) => {
    expect(first(...JOINS, ['measure/m/costOnce', 500], ['measure/m/costYearly', 20], ...planned)?.cost).toEqual(cost);
  });

  it('stands in its order, then by id; an action of two measures is counted in the first', () => {
    const { measures } = listed(
      ['measure/n/indicators', ['a']],
      ['measure/m/indicators', ['b']],
      ['measure/k/title', 'To be filled'],
      ['measure/k/order', 1],
      ...action('x', ['a', 'b'], { costOnce: 7 }),
    );
    expect(measures.map(({ id, actions, cost }) => [id, actions, cost.once])).toEqual([
      ['k', [], null],
      ['m', ['x'], 7],
      ['n', [], null],
    ]);
  });

  it('without title and indicators is taken back, and priorities are read as measures again', () => {
    const back = listed(
      ...JOINS,
      ['measure/m/title', null],
      ['measure/m/indicators', []],
      ['measure/m/lead', 'labour'],
    );
    expect(back).toEqual(listed());
  });
});

describe('what measures cost together', () => {
  it('is the sum of each kind of amount; what has none, or for a part only, is counted', () => {
    const { measures } = listed(
      ['measure/m/indicators', ['a', 'b']],
      ['measure/n/indicators', ['c']],
      ['measure/n/costYearly', 20],
      ['measure/o/indicators', ['d']],
      ...action('x', ['a'], { costOnce: 100, costYearly: 0.1, costThere: 40 }),
      ...action('y', ['b'], { activity: 'Draft' }),
    );
    expect(totalCost(measures)).toEqual({
      ...{ once: 100, yearly: 20.1, there: 40, toFindOnce: 60, toFindYearly: 20.1 },
      ...{ withoutAmount: 1, inPart: 1 },
    });
  });

  it('lacks nothing for a measure of which all is done', () => {
    const { measures } = listed(['measure/m/indicators', ['a']], ...action('x', ['a'], { status: 'done' }));
    expect(totalCost(measures)).toEqual({ ...NOTHING, withoutAmount: 0, inPart: 0 });
  });

  it('is nothing, not zero, where nobody gave an amount', () => {
    expect(totalCost(listed().measures)).toEqual({ ...NOTHING, withoutAmount: 8, inPart: 0 });
    expect(totalCost([])).toEqual({ ...NOTHING, withoutAmount: 0, inPart: 0 });
  });
});

describe('of measures, whatever they are', () => {
  const idLists = fc.array(fc.constantFrom(...IDS, 'z'), { maxLength: 4 });
  const settings = fc
    .record({
      measures: fc.array(fc.record({ indicators: idLists, once: fc.option(fc.nat(1000)) }), { maxLength: 5 }),
      actions: fc.array(fc.record({ indicators: idLists, once: fc.option(fc.nat(1000)), end: fc.boolean() }), {
        maxLength: 6,
      }),
      kept: fc.array(fc.constantFrom(...IDS)),
    })
    .map(({ measures, actions, kept }): Setting[] => [
      ...measures.flatMap(({ indicators, once }, i): Setting[] => [
        [`measure/m${i}/indicators`, indicators],
        ...(once === null ? [] : [[`measure/m${i}/costOnce`, once] as const]),
      ]),
      ...actions.flatMap(({ indicators, once, end }, i) =>
        action(`x${i}`, indicators, {
          ...(once === null ? {} : { costOnce: once }),
          ...(end ? { end: `2027-01-0${i + 1}` } : {}),
        }),
      ),
      ...kept.map((id): Setting => [`kept/${id}`, true]),
    ]);

  it('no priority is lost and none is listed twice: each stands in a measure or among the others', () => {
    fc.assert(
      fc.property(settings, (some) => {
        const { measures, furtherPriorities } = listed(...some);
        const kept = some.flatMap(([register]) => (register.startsWith('kept/') ? [register.slice(5)] : []));
        const priorities = kept.length === 0 ? IDS : IDS.filter((id) => kept.includes(id));
        const inMeasures = new Set(measures.flatMap(({ indicators }) => indicators));
        expect(furtherPriorities).toEqual(priorities.filter((id) => !inMeasures.has(id)));
        expect(new Set(furtherPriorities).size).toBe(furtherPriorities.length);
      }),
    );
  });

  it('no amount is counted twice: together they never cost more than what was said', () => {
    fc.assert(
      fc.property(settings, (some) => {
        const { measures } = listed(...some);
        const actions = measures.flatMap((measure) => measure.actions);
        expect(new Set(actions).size).toBe(actions.length);
        const said = some.flatMap(([register, value]) => (register.endsWith('/costOnce') ? [Number(value)] : []));
        const sum = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0);
        expect(sum(measures.map(({ cost }) => cost.once ?? 0))).toBeLessThanOrEqual(sum(said));
      }),
    );
  });
});
