import { describe, expect, it } from 'vitest';
import { readAssessment } from '../../../src/domain/assessment/read-assessment.ts';
import { fold } from '../../../src/domain/registers/fold.ts';
import type { ValidationValue } from '../../../src/domain/registers/validation.ts';
import { buildReport } from '../../../src/report/build-report.ts';
import { reportHash } from '../../../src/report/report-hash.ts';
import { checkValidation, makeValidation } from '../../../src/report/validate-report.ts';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { entriesOf } from '../../fixtures/assessment-of.ts';
import { frameworkOf, indicatorsOn, PLAIN_METHOD, structureOf } from '../domain/framework-of.ts';

/** Not applicable counts as 0, which engine 1 did not do where nothing else stood beside it. */
const framework = frameworkOf(
  structureOf({
    method: { ...PLAIN_METHOD, notApplicable: 'zero' },
    domains: [
      { id: 'one', indicators: indicatorsOn('maturity', 'a') },
      { id: 'two', indicators: indicatorsOn('maturity', 'b') },
      { id: 'three', weight: 0, indicators: indicatorsOn('maturity', 'c', 'd') },
    ],
  }),
);
const identity = { id: 'x', round: 'r', parent: null };
const SETTINGS: Setting[] = [
  ['agreed/a/answer', { notApplicable: 'No coast' }],
  ['agreed/b/answer', { level: 'developed' }],
  ['impact/b', 1.9],
  ['target/b', { level: 'mature' }],
  ['agreed/c/answer', { level: 'nascent' }],
  ['impact/c', 4],
  ['ease/c', 4],
  ['agreed/d/answer', { level: 'nascent' }],
  ['target/d', { level: 'mature' }],
  ['impact/d', 2],
];
const entries = entriesOf(SETTINGS);

/** What a program with engine 1 signed. */
function signedByEngine1(): ValidationValue {
  const { overall, domains, ...report } = buildReport({
    framework,
    identity,
    state: readAssessment(fold(entries), framework),
    engine: 1,
  });
  const { hashVersion: _none, ...value } = makeValidation({ framework, identity }, entries, {});
  return {
    ...value,
    engine: '1.0.0',
    reportHash: reportHash({ ...report, overall, domains }, 1),
    figures: [overall!, ...domains].map(({ id, shown }) => ({ id, shown })),
  };
}

describe('a report that was validated with engine 1', () => {
  const value = signedByEngine1();
  const check = checkValidation({ framework, identity }, entries, { value });

  it('is still made as it was signed, by its own rules', () => {
    expect(check).toMatchObject({ sameEngine: true, sameReport: true, differing: [], engine: { now: '1.0.0' } });
    expect(value.figures).toContainEqual({ id: 'overall', shown: 66.7 });
  });

  it('has beside it what the present engine would say', () => {
    expect(check.present).toEqual({
      engine: '2.0.0',
      differing: [
        { id: 'overall', then: 66.7, now: 33.3 },
        { id: 'one', then: null, now: 0 },
      ],
      // Once c, decisive and one step, came after d with its three steps of less impact, and was no matter to act on first.
      priorities: 2,
    });
  });

  it('stays as it was signed where gaps were kept and joined into measures, of which its program knew nothing', () => {
    const more: Setting[] = [...SETTINGS, ['kept/c', true], ['measure/m/indicators', ['c']]];
    const made = (engine: 1 | 2) =>
      buildReport({ framework, identity, state: readAssessment(fold(entriesOf(more)), framework), engine });
    expect(reportHash(made(1), 1)).toBe(value.reportHash);
    expect(made(1).priorities.map(({ id }) => id)).toEqual(['d', 'c', 'b']);
    expect(made(2).priorities.map(({ id }) => id)).toEqual(['c']);
  });

  it('is told from one that somebody changed', () => {
    const changed = entriesOf([
      ...SETTINGS.slice(0, 1),
      ['agreed/b/answer', { level: 'mature' }],
      ...SETTINGS.slice(2),
    ]);
    expect(checkValidation({ framework, identity }, changed, { value }).sameReport).toBe(false);
  });
});

describe('a report that is validated now', () => {
  it('names the present engine, and there is nothing to say beside it', () => {
    const value = makeValidation({ framework, identity }, entries, {});
    const check = checkValidation({ framework, identity }, entries, { value });
    expect(value.engine).toBe('2.0.0');
    expect(check).toMatchObject({ sameEngine: true, sameReport: true, present: null });
  });
});
