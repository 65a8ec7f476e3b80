import { describe, expect, it } from 'vitest';
import type { Opinion } from '../../../../src/domain/consensus/opinion.ts';
import { measureAgreement } from '../../../../src/domain/consensus/measure-agreement.ts';
import type { Method } from '../../../../src/domain/framework/framework-schema.ts';
import { findGaps } from '../../../../src/domain/gaps/find-gaps.ts';
import { rankPriorities } from '../../../../src/domain/gaps/rank-priorities.ts';
import type { Engine } from '../../../../src/domain/scoring/engine.ts';
import {
  ENGINE_VERSION,
  engineOfVersion,
  PRESENT_ENGINE,
  versionOfEngine,
} from '../../../../src/domain/scoring/engine.ts';
import { explain } from '../../../../src/domain/scoring/explain.ts';
import { scoreFramework } from '../../../../src/domain/scoring/score-framework.ts';
import { answersOf, frameworkOf, indicatorsOn, MATURITY, PLAIN_METHOD, structureOf } from '../framework-of.ts';

/** Two domains of two indicators under one method. */
function twoDomains(method: Partial<Method>) {
  return frameworkOf(
    structureOf({
      method: { ...PLAIN_METHOD, ...method },
      domains: [
        { id: 'one', indicators: indicatorsOn('maturity', 'a', 'b') },
        { id: 'two', indicators: indicatorsOn('maturity', 'c', 'd') },
      ],
    }),
  );
}

describe('the engine', () => {
  it('is named by its version, and a newer one by the nearest', () => {
    expect([1, 2].map((engine) => versionOfEngine(engine as Engine))).toEqual(['1.0.0', '2.0.0']);
    expect(['0.9.0', '1.0.0', '1.7.3', '2.0.0', '9.1.0'].map(engineOfVersion)).toEqual([1, 1, 1, 2, 2]);
    expect(ENGINE_VERSION).toBe(versionOfEngine(PRESENT_ENGINE));
  });
});

describe('a range that a child leaves open', () => {
  const framework = twoDomains({
    aggregate: 'geometric-mean',
    bands: [
      { id: 'b1', from: 0 },
      { id: 'b2', from: 50 },
    ],
  });
  // b is open: at its lowest level the geometric mean of its domain is undefined.
  const answers = answersOf({ a: 'developed', c: 'mature', d: 'mature' });
  const overall = (engine: Engine) => scoreFramework(framework, answers, { engine }).overall;

  it('is no range: low is null, and without low there is no band', () => {
    expect(overall(2)).toMatchObject({ low: null, shownLow: null, band: null, between: null });
    expect(overall(2)?.high).toBeCloseTo(90.36, 2);
    expect(overall(2)?.score).toBeCloseTo(81.65, 2);
  });

  it('was turned round by engine 1, which left the child out of low', () => {
    expect(overall(1)).toMatchObject({ low: 100 });
  });

  it('stays whole beside what is not applicable, or has no weight', () => {
    const open = answersOf({ a: 'n/a', b: 'n/a', c: 'mature' });
    const mean = twoDomains({ aggregate: 'mean' });
    expect(scoreFramework(mean, open).overall).toMatchObject({ score: 100, low: 50, high: 100 });
    const { structure } = framework;
    const [one, two] = structure.domains;
    const unweighted = frameworkOf({ ...structure, domains: [{ ...one!, weight: 0 }, two!] });
    expect(scoreFramework(unweighted, answers).overall).toMatchObject({ low: 100, high: 100 });
  });
});

describe('not applicable that counts as 0', () => {
  const framework = twoDomains({ notApplicable: 'zero' });
  const score = (words: Record<string, string>, engine: Engine) =>
    scoreFramework(framework, answersOf(words), { engine });
  const none = { a: 'n/a', b: 'n/a', c: 'mature', d: 'mature' };

  it('does so too where nothing applies, so that no answer of that kind raises the whole', () => {
    const all = score(none, 2);
    const one = score({ ...none, b: 'nascent' }, 2);
    expect([one.overall?.score, all.overall?.score]).toEqual([50, 50]);
    expect(all.domains[0]).toMatchObject({ score: 0, low: 0, high: 0, status: 'scored', answered: 0, applicable: 0 });
    expect(explain(framework, answersOf(none), 'overall')?.children[0]).toMatchObject({ score: 0, excluded: null });
  });

  it('made a domain without anything that applies disappear in engine 1', () => {
    expect(score(none, 1).overall?.score).toBe(100);
    expect(score(none, 1).domains[0]).toMatchObject({ score: null, status: 'not-applicable' });
  });

  it('is still left out where the method leaves it out', () => {
    const excluding = twoDomains({ notApplicable: 'exclude' });
    const [one] = scoreFramework(excluding, answersOf(none)).domains;
    expect(one).toMatchObject({ score: null, low: null, high: null, status: 'not-applicable' });
  });

  it('is undefined, and not unanswered, where a geometric mean has nothing but zeros', () => {
    const geometric = twoDomains({ notApplicable: 'zero', aggregate: 'geometric-mean' });
    expect(scoreFramework(geometric, answersOf(none)).domains[0]).toMatchObject({ score: null, status: 'undefined' });
  });
});

describe('the shown form of a range', () => {
  it('follows the rule of the score: whole numbers half up, the overall with one decimal', () => {
    const thirds = structureOf({
      domains: [{ id: 'one', indicators: indicatorsOn('maturity', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h') }],
    });
    const { overall, domains } = scoreFramework(
      frameworkOf(thirds),
      answersOf({ a: 'mature', b: 'mature', c: 'mature', d: 'mature', e: 'mature' }),
    );
    // 5 of 8 at the top: 62.5.
    expect([domains[0]?.low, domains[0]?.shownLow, overall?.shownLow]).toEqual([62.5, 63, 62.5]);
    expect([domains[0]?.shownHigh, overall?.shownHigh]).toEqual([100, 100]);
  });
});

describe('the last binary digits', () => {
  const framework = twoDomains({});
  const inputs = new Map([['a', { target: { state: 'level', level: 'mature' } as const, impact: 1.9, ease: 3 }]]);
  const needOf = (engine: Engine) => findGaps(framework, answersOf({ a: 'nascent' }), inputs, { engine });

  it('of a need are gone from engine 2 on', () => {
    expect(needOf(1)[0]?.need).toBe(5.699999999999999);
    expect(needOf(2)[0]?.need).toBe(5.7);
    expect(rankPriorities(framework, needOf(2))[0]?.values.need).toBe(5.7);
  });

  it('of an agreement too: three at the bottom and four at the third of four levels agree by exactly nothing', () => {
    const opinions = ['nascent', 'nascent', 'nascent', 'developed', 'developed', 'developed', 'developed'].map(
      (level, index): Opinion => ({
        institution: `i${index}`,
        answer: { state: 'level', level },
        isLead: false,
        documented: false,
      }),
    );
    expect(measureAgreement(MATURITY, opinions, 1).a).not.toBe(0);
    expect(measureAgreement(MATURITY, opinions, 2).a).toBe(0);
  });
});
