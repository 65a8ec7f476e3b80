import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GapInput } from '../../../../src/domain/gaps/find-gaps.ts';
import { requirementsOfLevel } from '../../../../src/domain/assessment/requirements.ts';
import { findGaps } from '../../../../src/domain/gaps/find-gaps.ts';
import { gainOfClosing } from '../../../../src/domain/gaps/gain-of-closing.ts';
import { quadrantByNeed, QUADRANTS, quadrantOf } from '../../../../src/domain/gaps/quadrant.ts';
import { weightedSum } from '../../../../src/domain/gaps/priority-formulas.ts';
import { evaluateTree } from '../../../../src/domain/scoring/evaluate-tree.ts';
import { rankPriorities } from '../../../../src/domain/gaps/rank-priorities.ts';
import { answersOf, frameworkOf, indicatorsOn, PLAIN_METHOD, structureOf } from '../framework-of.ts';

const framework = frameworkOf(
  structureOf({ domains: [{ id: 'd', indicators: indicatorsOn('maturity', 'a', 'b', 'c', 'd1', 'e') }] }),
);
const LEVELS = ['nascent', 'emerging', 'developed', 'mature'];
const at = (position: number) => LEVELS[position - 1]!;
const to = (position: number) => ({ state: 'level' as const, level: at(position) });
const inputsOf = (entries: Record<string, GapInput>) => new Map(Object.entries(entries));

// The worked example of docs/methodology.md section 6: current, target, impact, ease.
const answers = answersOf({ a: at(1), b: at(2), c: at(1), d1: at(2), e: at(3) });
const inputs = inputsOf({
  a: { target: to(3), impact: 4, ease: 3 },
  b: { target: to(3), impact: 4, ease: 4 },
  c: { target: to(4), impact: 4, ease: 1 },
  d1: { target: to(3), impact: 2, ease: 2 },
  e: { target: to(3) },
});

describe('worked example', () => {
  it('gives gap, need and quadrant', () => {
    const gaps = findGaps(framework, answers, inputs);
    expect(gaps.map(({ id, gap, need, quadrant }) => [id, gap, need, quadrant])).toEqual([
      ['a', 2, 8, 'act-first'],
      ['b', 1, 4, 'act-first'],
      ['c', 3, 12, 'major-reform'],
      ['d1', 1, 2, 'later'],
      ['e', 0, null, null],
    ]);
  });

  it('is still what engine 1 said where that one is asked', () => {
    const gaps = findGaps(framework, answers, inputs, { engine: 1 });
    expect(gaps.map(({ id, quadrant }) => [id, quadrant])).toEqual([
      ['a', 'act-first'],
      ['b', 'easy-improvement'],
      ['c', 'major-reform'],
      ['d1', 'later'],
      ['e', null],
    ]);
    const [first] = rankPriorities(framework, gaps, new Map(), 1);
    expect(first?.ranks).toEqual({ need: 1, product: 3, weightedSum: 2 });
  });

  it('ranks by impact and steps, and leaves out what is reached', () => {
    const ranked = rankPriorities(framework, findGaps(framework, answers, inputs));
    expect(ranked.map(({ rank, gap, pinReason }) => [rank, gap.id, pinReason])).toEqual([
      [1, 'c', null],
      [2, 'a', null],
      [3, 'b', null],
      [4, 'd1', null],
    ]);
  });

  it('puts pins first, with their reason, but not what has nothing to close', () => {
    const pins = new Map([
      ['d1', 'Commitment of the head of government'],
      ['e', 'Reached'],
    ]);
    const ranked = rankPriorities(framework, findGaps(framework, answers, inputs), pins);
    expect(ranked.map(({ gap }) => gap.id)).toEqual(['d1', 'c', 'a', 'b']);
    expect(ranked[0]!.pinReason).toBe('Commitment of the head of government');
  });
});

describe('other formulas', () => {
  it('rank the worked example as the method page says', () => {
    const ranked = rankPriorities(framework, findGaps(framework, answers, inputs));
    expect(ranked.map(({ gap, ranks }) => [gap.id, ranks.impact, ranks.need, ranks.product])).toEqual([
      ['c', 1, 1, 3],
      ['a', 2, 2, 2],
      ['b', 3, 3, 1],
      ['d1', 4, 4, 4],
    ]);
    const product = Object.fromEntries(ranked.map(({ gap, values }) => [gap.id, values.product]));
    // ((gap / 3 + impact / 4) / 2) x (ease / 4)
    expect(product['c']).toBeCloseTo(0.25, 12);
    expect(product['a']).toBeCloseTo(0.625, 12);
    expect(product['b']).toBeCloseTo(2 / 3, 12);
    expect(product['d1']).toBeCloseTo(5 / 24, 12);
    // 5 x gap on 0-4 + 5 x impact + 4 x ease
    expect(ranked.map(({ values }) => Math.round(values.weightedSum! * 100) / 100)).toEqual([44, 45.33, 42.67, 24.67]);
    expect(ranked.map(({ ranks }) => ranks.weightedSum)).toEqual([2, 1, 3, 4]);
    expect(ranked.map(({ robust }) => robust)).toEqual([true, true, true, true]);
  });

  // PHF prioritisation matrix: impact 5, feasibility 4, time 2, support 3.
  it.each([
    [[4, 4, 5, 4], 58],
    [[2, 1, 2, 3], 27],
    [[3, 3, 4, 3], 44],
    [[3, 5, 2, 2], 45],
  ])('add up the published matrix: %j is %d', ([impact, feasibility, time, support], sum) => {
    const weights = { impact: 5, feasibility: 4, time: 2, support: 3 };
    const scores = { impact: impact!, feasibility: feasibility!, time: time!, support: support! };
    expect(weightedSum(weights, scores)).toBe(sum);
    expect(weightedSum(weights, { ...scores, time: null })).toBeNull();
  });

  it('tell what is in the top ten by impact alone from what stays there', () => {
    const ids = Array.from({ length: 14 }, (_, index) => `i${index}`);
    const many = frameworkOf(structureOf({ domains: [{ id: 'd', indicators: indicatorsOn('maturity', ...ids) }] }));
    // The first has the greatest impact and is hardest; the last nobody has judged for ease.
    const given = answersOf(Object.fromEntries(ids.map((id) => [id, 'nascent'])));
    const judged = new Map(
      ids.map((id, index): [string, GapInput] => [
        id,
        index === 0
          ? { target: to(2), impact: 4, ease: 1 }
          : { target: to(2), impact: 3, ...(index === 13 ? {} : { ease: 4 }) },
      ]),
    );
    const ranked = rankPriorities(many, findGaps(many, given, judged));
    expect(ranked.map(({ gap }) => gap.id)).toEqual(ids);
    const robust = Object.fromEntries(ranked.map((one) => [one.gap.id, one.robust]));
    expect([robust['i0'], robust['i1'], robust['i9'], robust['i12'], robust['i13']]).toEqual([
      false,
      true,
      true,
      false,
      null,
    ]);
  });
});

describe('findGaps', () => {
  it('aims at the next level and never past the top', () => {
    const [a, b] = findGaps(framework, answersOf({ a: 'emerging', b: 'mature' }));
    expect(a).toMatchObject({ level: 'emerging', target: 'developed', gap: 1, need: null, quadrant: null });
    expect(b).toMatchObject({ level: 'mature', target: 'mature', gap: 0, missingRequirements: [] });
  });

  it('has no gap without a level, and keeps a target that was set', () => {
    const [a, b, c] = findGaps(
      framework,
      answersOf({ a: 'unknown', b: 'n/a' }),
      inputsOf({ c: { target: to(3), impact: 4, ease: 4 } }),
    );
    for (const gap of [a, b]) expect(gap).toMatchObject({ level: null, target: null, gap: null, need: null });
    expect(c).toMatchObject({ level: null, target: 'developed', gap: null, need: null, missingRequirements: [] });
  });

  it('has no target this round where that was decided, with the reason', () => {
    const none = inputsOf({ a: { target: { state: 'none', reason: 'Reform under way' }, impact: 3, ease: 2 } });
    const [a] = findGaps(framework, answers, none);
    expect(a).toMatchObject({
      level: 'nascent',
      target: null,
      noTargetReason: 'Reform under way',
      gap: null,
      need: null,
    });
    expect(rankPriorities(framework, [a!])).toEqual([]);
  });

  it('counts no tick that would complete a level above the one decided: a gap never stands without what closes it', () => {
    const emerging = requirementsOfLevel(framework, framework.indicatorById.get('a')!, 'emerging');
    const [partly] = findGaps(
      framework,
      answersOf({ a: 'nascent' }),
      inputsOf({ a: { ticked: new Set(emerging.slice(1)) } }),
    );
    expect(partly?.missingRequirements).toEqual(emerging.slice(0, 1));
    const [contradicted] = findGaps(
      framework,
      answersOf({ a: 'nascent' }),
      inputsOf({ a: { ticked: new Set(emerging) } }),
    );
    expect(contradicted?.missingRequirements).toEqual(emerging);
  });

  it('has no gap to a target below the level', () => {
    expect(findGaps(framework, answersOf({ a: at(3) }), inputsOf({ a: { target: to(2) } }))[0]).toMatchObject({
      target: 'emerging',
      gap: 0,
      missingRequirements: [],
    });
  });

  it('lists requirements from the level to the target, less those known to be met', () => {
    const target = { target: to(3) };
    const ticked = new Set(['a/emerging/b']);
    expect(findGaps(framework, answers, inputsOf({ a: target }))[0]!.missingRequirements).toEqual([
      'a/emerging/a',
      'a/emerging/b',
      'a/developed/a',
      'a/developed/b',
    ]);
    expect(findGaps(framework, answers, inputsOf({ a: { ...target, ticked } }))[0]!.missingRequirements).toEqual([
      'a/emerging/a',
      'a/developed/a',
      'a/developed/b',
    ]);
  });

  it('leaves out what is out of scope', () => {
    expect(findGaps(framework, answers, new Map(), { outOfScope: new Set(['b', 'c']) }).map(({ id }) => id)).toEqual([
      'a',
      'd1',
      'e',
    ]);
  });
});

describe('quadrants', () => {
  it.each([
    [3, 3, 'act-first'],
    [3, 2.9, 'major-reform'],
    [2.9, 3, 'easy-improvement'],
    [2.9, 2.9, 'later'],
    // What binary arithmetic makes of a mean of three.
    [2.9999999999999996, 2.9999999999999996, 'act-first'],
  ])('impact %d, ease %d is %s', (impact, ease, quadrant) => {
    expect(quadrantOf(impact, ease)).toBe(quadrant);
  });

  it.each([
    [6, 3, 12, 'act-first'],
    [6, 2, 12, 'major-reform'],
    [5, 3, 12, 'easy-improvement'],
    [5, 2, 12, 'later'],
    [2, 1, 4, 'major-reform'],
    [8, 4, 16, 'act-first'],
  ])('by engine 1 need %d, ease %d of at most %d is %s', (need, ease, greatest, quadrant) => {
    expect(quadrantByNeed(need, ease, greatest)).toBe(quadrant);
  });

  it('are all within reach of a target one level up, which by engine 1 no high one was', () => {
    const one = answersOf({ a: at(1) });
    const reached = (engine: 1 | 2) =>
      [4, 3, 2, 1].flatMap((impact) =>
        [4, 3, 2, 1].map(
          (ease) => findGaps(framework, one, inputsOf({ a: { impact, ease } }), { engine })[0]?.quadrant,
        ),
      );
    expect(new Set(reached(2))).toEqual(new Set(QUADRANTS));
    expect(new Set(reached(1))).toEqual(new Set(['easy-improvement', 'later']));
  });
});

interface Judged {
  readonly from: number;
  readonly to: number | null;
  readonly impact: number | null;
  readonly ease: number | null;
  readonly isPinned: boolean;
}

describe('the rank', () => {
  const ids = ['a', 'b', 'c', 'd1', 'e'];
  const level = fc.integer({ min: 1, max: 4 });
  // Means of several opinions are allowed.
  const ofFour = fc.oneof(
    level,
    fc.integer({ min: 4, max: 16 }).map((quarters) => quarters / 4),
  );
  const judged: fc.Arbitrary<Judged> = fc.record({
    from: level,
    to: fc.option(level),
    impact: fc.option(ofFour),
    ease: fc.option(ofFour),
    isPinned: fc.boolean(),
  });
  const ranked = (given: readonly Judged[]) => {
    const of = <Value>(value: (one: Judged) => Value) => given.map((one, i) => [ids[i]!, value(one)] as const);
    const input = ({ to: target, impact, ease }: Judged): GapInput => ({
      ...(target === null ? {} : { target: to(target) }),
      ...(impact === null ? {} : { impact }),
      ...(ease === null ? {} : { ease }),
    });
    const gaps = findGaps(framework, answersOf(Object.fromEntries(of(({ from }) => at(from)))), new Map(of(input)));
    const pins = new Map(
      of(({ isPinned }) => isPinned).flatMap(([id, isPinned]) => (isPinned ? [[id, 'Why'] as const] : [])),
    );
    return rankPriorities(framework, gaps, pins);
  };
  const five = fc.array(judged, { minLength: 5, maxLength: 5 });
  const pairsOf = <One>(list: readonly One[]) => list.flatMap((a, i) => list.slice(i + 1).map((b) => [a, b] as const));

  it('never puts what matters less before what matters much, unless somebody put it first', () => {
    fc.assert(
      fc.property(five, (given) => {
        for (const [before, after] of pairsOf(ranked(given).filter(({ pinReason }) => pinReason === null))) {
          expect((before.gap.impact ?? 0) < 3 && (after.gap.impact ?? 0) >= 3).toBe(false);
          expect(before.gap.impact ?? 0).toBeGreaterThanOrEqual(after.gap.impact ?? 0);
        }
      }),
    );
  });

  it('is decided by ease between equals only: what any ease is changed to leaves the others where they were', () => {
    fc.assert(
      fc.property(five, fc.array(fc.option(ofFour), { minLength: 5, maxLength: 5 }), (given, eases) => {
        const place = ({ gap, pinReason }: ReturnType<typeof ranked>[number]) =>
          `${pinReason} ${gap.impact} ${gap.gap}`;
        const other = given.map((one, i) => ({ ...one, ease: eases[i] ?? null }));
        expect(ranked(other).map(place)).toEqual(ranked(given).map(place));
      }),
    );
  });

  it('is there for every gap with an impact or a pin, and for nothing else', () => {
    fc.assert(
      fc.property(five, (given) => {
        const expected = given.flatMap(({ from, to: target, impact, isPinned }, i) =>
          (target ?? Math.min(from + 1, 4)) > from && (impact !== null || isPinned) ? [ids[i]] : [],
        );
        expect(
          ranked(given)
            .map(({ gap }) => gap.id)
            .sort(),
        ).toEqual(expected.sort());
      }),
    );
  });

  it('by engine 1 went by need: two steps of less impact before one step that is decisive', () => {
    const two = answersOf({ a: at(1), b: at(1) });
    const entries = inputsOf({ a: { impact: 4, ease: 4 }, b: { target: to(4), impact: 2, ease: 1 } });
    const order = (engine: 1 | 2) =>
      rankPriorities(framework, findGaps(framework, two, entries, { engine }), new Map(), engine).map(
        ({ gap }) => gap.id,
      );
    expect([order(1), order(2)]).toEqual([
      ['b', 'a'],
      ['a', 'b'],
    ]);
  });
});

describe('ties', () => {
  const rank = (given: Record<string, string>, entries: Record<string, GapInput>) =>
    rankPriorities(framework, findGaps(framework, answersOf(given), inputsOf(entries))).map(({ gap }) => gap.id);

  it('go to the higher ease, then the lower level, then the order of the framework', () => {
    const ids = { a: at(2), b: at(2), c: at(1), d1: at(1), e: at(1) };
    expect(
      rank(ids, {
        a: { impact: 2, ease: 2 },
        b: { impact: 2, ease: 4 },
        c: { impact: 2, ease: 2 },
        d1: { impact: 2 },
        e: { impact: 2, ease: 2 },
      }),
    ).toEqual(['b', 'c', 'e', 'a', 'd1']);
  });

  it('do not matter where nobody gave an impact: there is no rank yet', () => {
    expect(rank({ a: at(1), b: at(1) }, { b: { impact: 1 } })).toEqual(['b']);
  });
});

describe('gainOfClosing', () => {
  const gainOfA = (levels: Record<string, string>, of = framework) => {
    const [domain] = evaluateTree(of, answersOf(levels)).children;
    return gainOfClosing(of, domain!, of.indicatorById.get('a')!, 'mature');
  };

  it('is the difference of the domain with the target reached', () => {
    expect(gainOfA({ a: 'nascent', b: 'mature' })).toEqual({ before: 50, after: 100, gain: 50 });
  });

  it('follows the method: a minimum does not gain from a better second', () => {
    const strict = frameworkOf({ ...framework.structure, method: { ...PLAIN_METHOD, aggregate: 'minimum' } });
    expect(gainOfA({ a: 'nascent', b: 'nascent' }, strict).gain).toBe(0);
  });

  it('is null where there was no score to gain on', () => {
    expect(gainOfA({})).toEqual({ before: null, after: 100, gain: null });
  });
});
