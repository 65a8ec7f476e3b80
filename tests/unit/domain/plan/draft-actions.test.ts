import { describe, expect, it } from 'vitest';
import { textsIn } from '../../../../src/domain/framework/framework.ts';
import { findGaps } from '../../../../src/domain/gaps/find-gaps.ts';
import type { GapInput } from '../../../../src/domain/gaps/find-gaps.ts';
import { draftActions } from '../../../../src/domain/plan/draft-actions.ts';
import { answersOf, frameworkOf, indicatorsOn, structureOf } from '../framework-of.ts';

const plain = frameworkOf(structureOf({ domains: [{ id: 'd', indicators: indicatorsOn('maturity', 'a', 'b') }] }));
const own = textsIn(plain, 'en');
const texts = {
  ...own,
  indicators: {
    ...own.indicators,
    a: {
      ...own.indicators['a']!,
      advance: { emerging: 'Adopt it.', developed: 'Fund it.', mature: 'Review it.' },
      evidence: ['Decree', 'Budget line'],
    },
  },
};
const requirement = (level: string, letter: string) => texts.indicators['a']!.levels[level]!['abc'.indexOf(letter)]!;

function draft(input: GapInput, unit: 'level' | 'requirement', level = 'emerging') {
  const gap = findGaps(plain, answersOf({ a: level }), new Map([['a', input]])).find(({ id }) => id === 'a')!;
  return draftActions(plain, texts, gap, unit);
}

describe('draftActions', () => {
  const toMature = { target: { state: 'level', level: 'mature' } } as const;

  it('makes a row of each level up to the target, with the step that reaches it and what will then hold', () => {
    expect(draft(toMature, 'level')).toEqual([
      {
        indicator: 'a',
        level: 'developed',
        requirement: null,
        step: 'Fund it.',
        success: [requirement('developed', 'a'), requirement('developed', 'b')],
        evidence: ['Decree', 'Budget line'],
      },
      expect.objectContaining({ level: 'mature', step: 'Review it.' }),
    ]);
  });

  it('makes a row of each missing requirement and leaves out what is ticked', () => {
    const rows = draft({ ...toMature, ticked: new Set(['a/developed/a', 'a/mature/b']) }, 'requirement');
    expect(rows.map((row) => row.requirement)).toEqual(['a/developed/b', 'a/mature/a']);
    expect(rows.map(({ success }) => success)).toEqual([[requirement('developed', 'b')], [requirement('mature', 'a')]]);
    expect(rows.every(({ step }) => step === null)).toBe(true);
  });

  it('leaves out a level of which nothing is missing any more', () => {
    const ticked = new Set(['a/mature/a', 'a/mature/b']);
    expect(draft({ ...toMature, ticked }, 'level').map(({ level }) => level)).toEqual(['developed']);
  });

  it('has nothing to draft where there is no gap or none can be said', () => {
    expect(draft({}, 'level', 'mature')).toEqual([]);
    expect(draft({ target: { state: 'none', reason: 'later' } }, 'requirement')).toEqual([]);
    const open = findGaps(plain, new Map()).find(({ id }) => id === 'a')!;
    expect(draftActions(plain, texts, open, 'level')).toEqual([]);
  });
});
