import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JoinChoice } from '../../../../src/domain/institutions/plan-join.ts';
import type { JsonValue } from '../../../../src/domain/journal/entry-schema.ts';
import { foldMore } from '../../../../src/domain/registers/fold.ts';
import { tinyFramework } from '../../../fixtures/tiny-framework.ts';
import { answer, Copy, merged, shownIn, started } from '../../../fixtures/working-copy.ts';
import { lawRuns } from '../../../fixtures/law-runs.ts';

const framework = tinyFramework();
const INSTITUTIONS = ['a', 'b', 'c', 'lead'];
const ANSWERS: readonly JsonValue[] = [
  { level: 'nascent' },
  { level: 'emerging' },
  { level: 'mature' },
  { unknown: true },
];

type Act =
  | { readonly kind: 'answer'; readonly institution: string; readonly indicator: string; readonly value: JsonValue }
  | { readonly kind: 'comment'; readonly institution: string; readonly indicator: string; readonly value: JsonValue }
  | { readonly kind: 'assign'; readonly institution: string; readonly indicator: string; readonly value: JsonValue }
  | { readonly kind: 'remove'; readonly institution: string }
  | { readonly kind: 'join'; readonly institution: string; readonly into: string; readonly choice: JoinChoice };

const INDICATORS = framework.indicators.map(({ id }) => id);
const about = { institution: fc.constantFrom(...INSTITUTIONS), indicator: fc.constantFrom(...INDICATORS) };
const said = fc.oneof(
  fc.record({ kind: fc.constant('answer'), ...about, value: fc.constantFrom(...ANSWERS, null) }),
  fc.record({ kind: fc.constant('comment'), ...about, value: fc.constantFrom('one', 'two', null) }),
  fc.record({ kind: fc.constant('assign'), ...about, value: fc.constantFrom('lead', 'contributor', null) }),
) as fc.Arbitrary<Act>;
const joining = fc.record({
  kind: fc.constant('join'),
  institution: fc.constantFrom('a', 'b', 'c'),
  into: fc.constantFrom(...INSTITUTIONS),
  choice: fc.constantFrom('from', 'into', 'both'),
}) as fc.Arbitrary<Act>;
const removing = fc.record({
  kind: fc.constant('remove'),
  institution: fc.constantFrom('a', 'b', 'c'),
}) as fc.Arbitrary<Act>;
const acts = (maxLength: number, ...kinds: fc.Arbitrary<Act>[]) => fc.array(fc.oneof(...kinds), { maxLength });
const everything = acts(8, said, said, joining, removing);

function act(copy: Copy, one: Act): Copy {
  switch (one.kind) {
    case 'answer':
      return copy.set(answer(one.institution, one.indicator), one.value);
    case 'comment':
      return copy.set(answer(one.institution, one.indicator, 'comment'), one.value);
    case 'assign':
      return copy.set(`assignment/${one.indicator}/${one.institution}`, one.value);
    case 'remove':
      return copy.set(`institution/${one.institution}/removed`, true);
    case 'join':
      return one.institution === one.into
        ? copy
        : copy.join(one.institution, one.into, Object.fromEntries(INDICATORS.map((id) => [id, one.choice])));
  }
}
const after = (copy: Copy, done: readonly Act[]) => done.reduce(act, new Copy(copy.entries));
const RUNS = lawRuns(150);

describe('laws of joins', () => {
  it('merging and joining go in any order, and merging twice changes nothing', () => {
    fc.assert(
      fc.property(acts(10, said), everything, everything, (before, here, there) => {
        const start = after(started(), before);
        const [one, other] = [after(start, here), after(start, there)];
        const together = shownIn(merged(one, other).state);
        expect(shownIn(merged(other, one).state)).toEqual(together);
        expect(shownIn(merged(one, other, one).state)).toEqual(together);
        expect(shownIn(foldMore(one.state, other.entries))).toEqual(together);
      }),
      RUNS,
    );
  });

  it('what comes in late for either stands with the one that is left', () => {
    fc.assert(
      fc.property(
        acts(8, said),
        acts(3, joining),
        about.institution,
        about.indicator,
        (before, joins, late, indicator) => {
          const start = after(started(), before);
          const here = after(start, joins);
          const there = new Copy(start.entries).set(answer(late, indicator), { level: 'developed' });
          const { state } = merged(here, there);
          const now = state.joins.get(late) ?? late;
          const said = state.registers.get(answer(now, indicator))?.heads.map(({ value }) => JSON.stringify(value));
          expect(said).toContain('{"level":"developed"}');
        },
      ),
      RUNS,
    );
  });

  it('joining a second time changes nothing', () => {
    fc.assert(
      fc.property(acts(10, said), joining, (before, join) => {
        fc.pre(join.kind === 'join' && join.institution !== join.into);
        const once = after(after(started(), before), [join]);
        expect(shownIn(after(once, [join]).state)).toEqual(shownIn(once.state));
      }),
      RUNS,
    );
  });

  it('separating puts back what was, whatever was chosen and however often', () => {
    fc.assert(
      fc.property(acts(10, said), fc.array(joining, { maxLength: 3 }), (before, joins) => {
        const start = after(started(), before);
        let copy = start;
        for (const join of joins) {
          if (join.kind !== 'join' || join.institution === join.into) continue;
          copy = after(copy, [join]).separate(join.institution);
          for (const id of INSTITUTIONS) expect(copy.answersOf(id)).toEqual(start.answersOf(id));
          expect(copy.assessment.assignments).toEqual(start.assessment.assignments);
        }
      }),
      RUNS,
    );
  });

  it('no answer of either is lost where both stay', () => {
    fc.assert(
      fc.property(acts(10, said), joining, (before, join) => {
        fc.pre(join.kind === 'join' && join.institution !== join.into);
        const start = after(started(), before);
        const { state } = after(start, [{ ...join, choice: 'both' } as Act]);
        for (const [register, { value }] of start.state.registers) {
          if (value === null || !/^rating\/.*\/(?:answer|comment)$/.test(register)) continue;
          const [, institution = '', ...rest] = register.split('/');
          const heads = state.registers.get(
            ['rating', state.joins.get(institution) ?? institution, ...rest].join('/'),
          )?.heads;
          expect(JSON.stringify(heads?.map((head) => head.value))).toContain(JSON.stringify(value).slice(1, -1));
        }
      }),
      RUNS,
    );
  });
});
