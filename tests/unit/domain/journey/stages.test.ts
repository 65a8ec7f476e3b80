import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JourneyCounts } from '../../../../src/domain/journey/count-journey.ts';
import { countJourney } from '../../../../src/domain/journey/count-journey.ts';
import { markOf, NEXT_STEPS, nextStep, STAGES, stagesOf } from '../../../../src/domain/journey/stages.ts';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { assessmentOf } from '../../../fixtures/assessment-of.ts';
import { tinyFramework } from '../../../fixtures/tiny-framework.ts';

const framework = tinyFramework();
const DATES = { today: '2026-11-30', returnsDue: '2026-12-15' };
const PASSED = { today: '2026-12-16', returnsDue: '2026-12-15' };

const count = (settings: readonly Setting[], isValidated = false) =>
  countJourney(framework, assessmentOf(framework, settings), isValidated);

const LEAD: Setting = ['institution/lead/name', 'Ministry of the Interior'];
const NAMED: readonly Setting[] = [LEAD, ['institution/labour/name', 'Ministry of Labour']];
const ASSIGNED: readonly Setting[] = [
  ...NAMED,
  ['assignment/A-1/lead', 'lead'],
  ['assignment/A-1/labour', 'contributor'],
  ['assignment/B-1/labour', 'lead'],
];
const SENT: readonly Setting[] = [...ASSIGNED, ['round/packs', { institutions: ['labour'] }]];
const OWN: readonly Setting[] = [...SENT, ['rating/lead/A-1/1/answer', { level: 'nascent' }]];
const RETURNED: readonly Setting[] = [
  ...OWN,
  ['rating/labour/A-1/1/answer', { level: 'mature' }],
  ['rating/labour/B-1/1/answer', { level: 'emerging' }],
];
const AGREED: readonly Setting[] = [
  ...RETURNED,
  ['agreed/A-1/answer', { level: 'emerging' }],
  ['agreed/B-1/answer', { level: 'emerging' }],
];
const WEIGHED: readonly Setting[] = [
  ...AGREED,
  ['target/A-1', { level: 'developed' }],
  ['impact/A-1', 4],
  ['ease/A-1', 3],
];
const KEPT: readonly Setting[] = [...WEIGHED, ['kept/A-1', true]];
const PLANNED: readonly Setting[] = [
  ...KEPT,
  ['action/one/activity', 'Write the text'],
  ['action/one/indicators', ['A-1']],
];

describe('nextStep', () => {
  it.each([
    ['nobody was named and nothing answered', [], 'name-institutions', 0],
    ['institutions were named and asked nothing', NAMED, 'assign', 0],
    ['an institution was asked and has no file', ASSIGNED, 'send-packs', 1],
    ['the lead institution has not answered', SENT, 'answer', 1],
    ['a return is missing', OWN, 'remind', 1],
    ['every return is in', RETURNED, 'agree', 2],
    ['levels are agreed and nothing weighed', AGREED, 'weigh', 2],
    ['gaps are weighed and none is kept', WEIGHED, 'weigh', 2],
    ['gaps are kept and no action planned', KEPT, 'draft-plan', 0],
    ['a plan stands', PLANNED, 'validate', 0],
  ] as const)('where %s', (_, settings, kind, waiting) => {
    expect(nextStep(count(settings), DATES)).toEqual({ kind, stage: NEXT_STEPS[kind], count: waiting });
  });

  it('goes on without returns whose day has passed', () => {
    expect(nextStep(count(OWN), PASSED).kind).toBe('agree');
    expect(nextStep(count(OWN), { ...PASSED, returnsDue: null }).kind).toBe('remind');
  });

  it('lets a lead institution alone answer, once it has begun', () => {
    const alone = count([LEAD, ['rating/lead/A-1/1/answer', { level: 'mature' }]]);
    expect(alone.isAlone).toBe(true);
    expect(nextStep(alone, DATES)).toEqual({ kind: 'answer', stage: 'collect', count: 3 });
    expect(stagesOf(alone)).toEqual(['prepare', 'collect', 'decide', 'report']);
  });

  it('asks for nothing more to be weighed where a plan was made without keeping anything', () => {
    const actions = PLANNED.filter(([register]) => register !== 'kept/A-1');
    expect(nextStep(count(actions), DATES).kind).toBe('validate');
  });

  it('names the next round after validation, whatever still waits', () => {
    expect(nextStep(count(SENT, true), DATES).kind).toBe('next-round');
  });

  it('has a step in a stage that the round has, for whatever counts', () => {
    const anyCounts: fc.Arbitrary<JourneyCounts> = fc
      .record({
        isAlone: fc.boolean(),
        isValidated: fc.boolean(),
        numbers: fc.array(fc.nat(30), { minLength: 18, maxLength: 18 }),
      })
      .map(({ isAlone, isValidated, numbers }) => {
        const at = (index: number, most = 30) => Math.min(numbers[index] ?? 0, most);
        return {
          isAlone,
          isValidated,
          institutions: isAlone ? 0 : at(0),
          questions: at(1),
          own: at(2),
          ownOpen: at(3, at(2)),
          asked: isAlone ? 0 : at(4, at(0)),
          unsent: isAlone ? 0 : at(5, at(4, at(0))),
          returned: isAlone ? 0 : at(6, at(4, at(0))),
          endorsed: 0,
          toChoose: at(7),
          agreed: at(8),
          toAgree: isAlone ? 0 : at(9),
          divided: 0,
          minutes: at(10),
          gaps: at(11),
          weighed: at(12, at(11)),
          kept: at(14, at(11)),
          unplanned: at(15, at(14, at(11))),
          actions: at(13),
          withoutCost: 0,
        };
      });
    fc.assert(
      fc.property(anyCounts, fc.constantFrom(DATES, PASSED), (counts, dates) => {
        const next = nextStep(counts, dates);
        expect(stagesOf(counts)).toContain(next.stage);
        expect(next.count).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('markOf', () => {
  const marks = (settings: readonly Setting[], isValidated = false) =>
    STAGES.map((stage) => {
      const mark = markOf(stage, count(settings, isValidated));
      return mark.state === 'open' ? mark.count : mark.state;
    });

  it('says how much waits in each stage', () => {
    expect(marks([])).toEqual(['ahead', 'ahead', 'ahead', 'ahead', 'ahead']);
    expect(marks(ASSIGNED)).toEqual([1, 'ahead', 'ahead', 'ahead', 'ahead']);
    expect(marks(OWN)).toEqual(['done', 1, 'ahead', 'ahead', 'ahead']);
    expect(marks(RETURNED)).toEqual(['done', 'done', 'ahead', 'ahead', 'ahead']);
    expect(marks(AGREED)).toEqual(['done', 'done', 'done', 'ahead', 'ahead']);
    expect(marks(WEIGHED)).toEqual(['done', 'done', 'done', 1, 'ahead']);
    // What was kept needs an action; what was not kept need not be weighed.
    expect(marks(KEPT)).toEqual(['done', 'done', 'done', 1, 'ahead']);
    expect(marks(PLANNED)).toEqual(['done', 'done', 'done', 'done', 'ahead']);
  });

  it('says that nothing waits once the report is validated', () => {
    expect(marks(WEIGHED, true)).toEqual(['done', 'done', 'done', 'done', 'done']);
  });
});

describe('countJourney', () => {
  it('counts differing versions of one opinion as one choice', () => {
    const state = assessmentOf(framework, RETURNED);
    const register = (part: string) => ({ register: `rating/labour/A-1/1/${part}`, heads: [], entry: null });
    const differing = { ...state, conflicts: [register('answer'), register('comment')] as never };
    expect(countJourney(framework, differing, false).toChoose).toBe(1);
  });

  it('counts what the meeting has to do, and what has no cost', () => {
    expect(count(RETURNED)).toMatchObject({ agreed: 0, toAgree: 2, divided: 1 });
    expect(count(PLANNED)).toMatchObject({ agreed: 2, toAgree: 0, gaps: 2, weighed: 1, actions: 1, withoutCost: 1 });
  });
});
