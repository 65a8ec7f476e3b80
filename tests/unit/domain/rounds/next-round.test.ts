import { describe, expect, it } from 'vitest';
import { fold } from '../../../../src/domain/registers/fold.ts';
import { nextRoundFrom } from '../../../../src/domain/rounds/next-round.ts';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { entriesOf } from '../../../fixtures/assessment-of.ts';
import { frameworkOf, indicatorsOn, structureOf } from '../framework-of.ts';

const domains = [{ id: 'd', indicators: indicatorsOn('maturity', 'a', 'b') }];
const framework = frameworkOf(structureOf({ domains }));

const carried = (settings: readonly Setting[], next = framework) =>
  nextRoundFrom(fold(entriesOf(settings)), next).map(({ register, value }) => [register, value]);

describe('the next round', () => {
  it('starts with institutions, assignments, targets, actions and instruments', () => {
    const kept: Setting[] = [
      ['action/x/activity', 'Adopt the decree'],
      ['action/x/indicators', ['a', 'b']],
      ['action/x/status', 'ongoing'],
      ['assignment/a/labour', 'lead'],
      ['institution/labour/name', 'Labour'],
      ['instrument/C97/status', 'ratified'],
      ['round/contexts', ['origin']],
      ['round/country', 'Meridia'],
      ['round/outOfScope', ['b']],
      ['target/a', { level: 'mature' }],
      ['target/b', { none: 'Reform under way' }],
    ];
    expect(carried(kept)).toEqual(kept);
  });

  it('has no rating, decision, evidence or judgement of the last one, and no title or date', () => {
    expect(
      carried([
        ['rating/labour/a/1/answer', { level: 'mature' }],
        ['rating/labour/a/1/comment', 'As discussed'],
        ['agreed/a/answer', { level: 'mature' }],
        ['reservation/labour/a', 'We differ'],
        ['impact/a', 4],
        ['ease/a', 2],
        ['evidence/E1', { title: 'Decree' }],
        ['evidence-link/a/labour/E1', {}],
        ['comment/c1', { indicator: 'a', institution: 'labour', text: 'Why?' }],
        ['endorsement/labour', { state: 'endorsed', function: 'Director', date: '2026-01-01' }],
        ['mandate/labour/b', { suggests: 'interior' }],
        ['reveal/a', { vote: 1 }],
        ['round/title', 'Round 2026'],
        ['round/closingDate', '2026-12-31'],
        ['round/cause-a', { cause: 'real-progress' }],
        ['round/sentence-summary.levels', { text: 'Well', factsHash: 'x' }],
        ['future/register', 1],
      ]),
    ).toEqual([]);
  });

  it("is the facilitator's again after packs were sent, and asks everybody anew", () => {
    expect(
      carried([
        ['institution/labour/name', 'Labour'],
        ['institution/labour/type', 'labour'],
        ['institution/labour/role', 'observer'],
        ['institution/labour/contact', 'director@example.org'],
        ['institution/labour/pack', { mode: 'answer' }],
        ['institution/labour/no-view-a', true],
        ['round/packs', { institutions: ['labour'] }],
      ]),
    ).toEqual([
      ['institution/labour/contact', 'director@example.org'],
      ['institution/labour/name', 'Labour'],
      ['institution/labour/role', 'observer'],
      ['institution/labour/type', 'labour'],
    ]);
  });

  it('does not carry what was taken back', () => {
    expect(
      carried([
        ['target/a', { level: 'mature' }],
        ['target/a', null],
      ]),
    ).toEqual([]);
  });

  it('follows indicators into the framework that took their place', () => {
    const next = frameworkOf(
      structureOf({
        version: '2.0.0',
        supersedes: { a: 'a2', old: 'b' },
        domains: [{ id: 'd', indicators: indicatorsOn('yes-no', 'a2', 'b') }],
      }),
    );
    expect(
      carried(
        [
          ['action/x/indicators', ['a', 'b', 'gone']],
          ['assignment/a/labour', 'lead'],
          ['assignment/b/labour', 'contributor'],
          ['assignment/gone/labour', 'lead'],
          ['assignment/old/labour', 'lead'],
          ['target/a', { level: 'mature' }],
          ['target/b', { level: 'mature' }],
          ['target/old', { level: 'yes' }],
        ],
        next,
      ),
    ).toEqual([
      ['action/x/indicators', ['a2', 'b']],
      ['assignment/a2/labour', 'lead'],
      ['assignment/b/labour', 'contributor'],
    ]);
  });
});
