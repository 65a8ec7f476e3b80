import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../../src/domain/journal/entry-schema.ts';
import { fold } from '../../../../src/domain/registers/fold.ts';
import type { Journal } from '../../../../src/domain/journal/journal.ts';
import { mergeJournals } from '../../../../src/domain/journal/merge.ts';
import { conflictingThings } from '../../../../src/domain/returns/versions-of-thing.ts';
import { framework } from '../../../fixtures/answer-workbooks.ts';
import { lawRuns } from '../../../fixtures/law-runs.ts';
import type { Sending } from '../../../fixtures/returns.ts';
import { at, conflictsIn, HOUR_MS, NOV_28_MS, START, takeIn, valueIn } from '../../../fixtures/returns.ts';

const ANSWER = 'rating/labour/A-1/1/answer';
const REQUIREMENTS = 'rating/labour/A-1/1/requirements';
const COMMENT = 'rating/labour/A-1/1/comment';
const thingsIn = (journal: Journal) => conflictingThings(fold(journal.entries), framework, conflictsIn(journal));

/** Two files of one institution that say to have been saved at the same moment. */
const pack: Sending = { form: 'pack', says: { 'A-1': 4 }, savedMs: NOV_28_MS, comment: 'As in the Act' };
const workbook: Sending = { form: 'workbook', says: { 'A-1': 2 }, savedMs: NOV_28_MS };

describe('what differs and nobody has settled', () => {
  const alone = [pack, workbook].map((one) => takeIn(START, one, NOV_28_MS + HOUR_MS));
  const both = takeIn(alone[0]!, workbook, NOV_28_MS + 2 * HOUR_MS);

  it('is one choice for each indicator, though answer and ticks are two registers', () => {
    expect(conflictsIn(both)).toEqual(expect.arrayContaining([ANSWER, REQUIREMENTS]));
    expect(thingsIn(both).map(({ thing, register }) => [thing, register])).toEqual([['opinion/labour/A-1/1', ANSWER]]);
  });

  it('shows every version whole: the ticks of a version are those that came with its answer', () => {
    const [thing] = thingsIn(both);
    const shown = thing!.versions.map(({ received, values }) => ({
      form: received?.form,
      answer: values.get(ANSWER),
      ticks: values.get(REQUIREMENTS),
    }));
    const sent = (index: number, form: string) => ({
      form,
      answer: valueIn(alone[index]!, ANSWER),
      ticks: valueIn(alone[index]!, REQUIREMENTS),
    });
    expect(shown).toHaveLength(2);
    expect(shown).toEqual(expect.arrayContaining([sent(0, 'pack'), sent(1, 'workbook')]));
  });

  it('keeps a comment that only one of them has, with whichever is chosen', () => {
    expect(thingsIn(both)[0]!.versions.map(({ values }) => values.get(COMMENT))).toEqual([
      'As in the Act',
      'As in the Act',
    ]);
  });

  /** What somebody wrote in one tab, all at one hour. */
  const written = (tab: string, hour: number, said: Readonly<Record<string, JsonValue>>): Journal => {
    const when = at(NOV_28_MS + hour * HOUR_MS);
    const entries = Object.entries(said).map(([register, value], index) => ({
      ...{ id: `${when}-000${index}-${tab.padStart(16, '0')}`, at: when, actor: 'facilitator' as const },
      ...{ register, value, replaces: [] },
    }));
    return { entries, damagedLines: [] };
  };
  const AGREED = 'agreed/A-1/answer';
  const REASON = 'agreed/A-1/rationale';

  it('keeps together what one person wrote, though both wrote as facilitator', () => {
    const said = [
      { [COMMENT]: 'As in the Act', [ANSWER]: { level: 'emerging' }, [AGREED]: { level: 'emerging' }, [REASON]: 'one' },
      { [COMMENT]: 'Not yet', [ANSWER]: { level: 'mature' }, [AGREED]: { level: 'mature' }, [REASON]: 'two' },
    ];
    const tabs = ['aa', 'bb'];
    const merged = mergeJournals(START, ...said.map((one, index) => written(tabs[index]!, index, one)));
    const shown = thingsIn(merged).map(({ versions }) => versions.map(({ values }) => Object.fromEntries(values)));
    const of = (kind: string) =>
      said.map((one) => Object.fromEntries(Object.entries(one).filter(([register]) => register.startsWith(kind))));
    expect(shown).toHaveLength(2);
    for (const kind of ['rating', 'agreed']) expect(shown).toContainEqual(expect.arrayContaining(of(kind)));
  });

  it('gives a choice of its own to words of which nobody knows with which answer they go', () => {
    const levels = [
      written('aa', 0, { [AGREED]: { level: 'emerging' } }),
      written('bb', 1, { [AGREED]: { level: 'mature' } }),
    ];
    // The next day, in tabs of their own.
    const reasons = [written('cc', 24, { [REASON]: 'one' }), written('dd', 25, { [REASON]: 'two' })];
    const things = thingsIn(mergeJournals(START, ...levels, ...reasons));
    const shown = things.map(({ register, versions }) => [register, versions.map(({ values }) => [...values])]);
    expect(shown).toEqual([
      [AGREED, [[[AGREED, { level: 'mature' }]], [[AGREED, { level: 'emerging' }]]]],
      [REASON, [[[REASON, 'two']], [[REASON, 'one']]]],
    ]);
  });

  it('leaves everybody their own words where two of three wrote the same', () => {
    const merged = mergeJournals(
      START,
      written('aa', 0, { [AGREED]: { level: 'emerging' }, [REASON]: 'same' }),
      written('bb', 1, { [AGREED]: { level: 'mature' }, [REASON]: 'same' }),
      written('cc', 2, { [AGREED]: { level: 'developed' }, [REASON]: 'other' }),
    );
    const [thing] = thingsIn(merged);
    const shown = thing!.versions.map(({ values }) => [values.get(AGREED), values.get(REASON)]);
    expect(shown).toEqual([
      [{ level: 'developed' }, 'other'],
      [{ level: 'mature' }, 'same'],
      [{ level: 'emerging' }, 'same'],
    ]);
  });

  it('shows everything that differs, whoever wrote it in whatever order', () => {
    const LEVELS: readonly JsonValue[] = [{ level: 'emerging' }, { level: 'mature' }];
    const words = fc.constantFrom<JsonValue>('one', 'two', 'three');
    const said = fc.oneof(
      fc.record({ register: fc.constantFrom(AGREED, ANSWER), value: fc.constantFrom(...LEVELS) }),
      fc.record({ register: fc.constantFrom(REASON, COMMENT), value: words }),
    );
    const hand = fc.record({ tab: fc.constantFrom('aa', 'bb', 'cc'), said });
    fc.assert(
      fc.property(fc.array(hand, { minLength: 2, maxLength: 8 }), (hands) => {
        const journals = hands.map((one, hour) => written(one.tab, hour, { [one.said.register]: one.said.value }));
        const merged = mergeJournals(START, ...journals);
        const shown = thingsIn(merged).flatMap(({ versions }) =>
          versions.flatMap(({ values }) => [...values].map((one) => JSON.stringify(one))),
        );
        const { registers } = fold(merged.entries);
        const heads = conflictsIn(merged).flatMap((register) =>
          (registers.get(register)?.heads ?? []).map(({ value }) => JSON.stringify([register, value])),
        );
        expect(shown).toEqual(expect.arrayContaining(heads));
      }),
      lawRuns(200),
    );
  });

  it('dates a version by its return, and one that somebody wrote here by when it was written', () => {
    const heads = fold(alone[0]!.entries)
      .registers.get(ANSWER)!
      .heads.map(({ id }) => id);
    const written = at(NOV_28_MS + HOUR_MS);
    const entry = {
      ...{ id: `${written}-0001-00000000000000ff`, at: written, actor: 'facilitator' },
      ...{ register: ANSWER, value: { level: 'none' }, replaces: heads },
    };
    const corrected = mergeJournals(alone[0]!, { entries: [entry], damagedLines: [] });
    const later = takeIn(corrected, { ...workbook, savedMs: NOV_28_MS + HOUR_MS }, NOV_28_MS + 3 * HOUR_MS);
    const { versions } = thingsIn(later)[0]!;
    expect(versions.map(({ actor, received, at: when }) => [actor, received?.saved ?? null, when])).toEqual(
      expect.arrayContaining([
        ['facilitator', null, written],
        ['institution:labour', at(NOV_28_MS + HOUR_MS), null],
      ]),
    );
  });

  it('dates what two people of one institution wrote in their copies, at the first moment of a millisecond as at any', () => {
    const byHand = (tab: string, level: string): Journal => {
      const when = at(NOV_28_MS + HOUR_MS + tab.length);
      const of = (register: string, value: JsonValue, count: number) => ({
        ...{ id: `${when}-000${count}-${tab.padStart(16, '0')}`, at: when, actor: 'institution:labour' },
        ...{ register, value, replaces: [] },
      });
      const entries = [of(ANSWER, { level }, 0), of(COMMENT, tab, 1)];
      return { entries, damagedLines: [] };
    };
    const { versions } = thingsIn(mergeJournals(START, byHand('a', 'none'), byHand('bb', 'mature')))[0]!;
    expect(versions.map(({ at: when }) => when).sort()).toEqual([1, 2].map((ms) => at(NOV_28_MS + HOUR_MS + ms)));
  });

  it('is nothing where nothing differs', () => {
    expect(alone.map(thingsIn)).toEqual([[], []]);
  });
});
