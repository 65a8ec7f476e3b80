import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordMerge, undoMerge } from '../../../src/domain/assessment/undo.ts';
import type { Journal } from '../../../src/domain/journal/journal.ts';
import { mergeJournals } from '../../../src/domain/journal/merge.ts';
import { textOfValue } from '../../../src/domain/journal/same-value.ts';
import type { Sending } from '../../fixtures/returns.ts';
import {
  answersIn,
  at,
  conflictsIn,
  HOUR_MS,
  NOV_28_MS,
  planOf,
  recordsIn,
  START,
  takeIn,
  valueIn,
} from '../../fixtures/returns.ts';
import { lawRuns } from '../../fixtures/law-runs.ts';

const FORMS = ['pack', 'workbook', 'qr', 'paper'] as const;
const LEVELS = ['nascent', 'emerging', 'developed', 'mature'];
const ANSWER = 'rating/labour/A-1/1/answer';
const REQUIREMENTS = 'rating/labour/A-1/1/requirements';
const COMMENT = 'rating/labour/A-1/1/comment';
const NOV_30_MS = NOV_28_MS + 48 * HOUR_MS;

const answer = (form: Sending['form'], position: number, savedMs = NOV_28_MS): Sending => ({
  form,
  says: { 'A-1': position },
  savedMs,
});
const said = ({ says }: Sending) =>
  Object.fromEntries(Object.entries(says).map(([indicator, position]) => [indicator, { level: LEVELS[position - 1] }]));
/** A file says when it was saved; what is scanned or typed came when it came. */
const isFile = ({ form }: Sending) => form === 'pack' || form === 'workbook';

const sending = (forms: readonly Sending['form'][], hours: number): fc.Arbitrary<Sending> =>
  fc.record(
    {
      form: fc.constantFrom(...forms),
      says: fc.record({ 'A-1': fc.integer({ min: 1, max: 4 }), 'B-1': fc.integer({ min: 1, max: 4 }) }),
      savedMs: fc.integer({ min: 0, max: hours - 1 }).map((hour) => NOV_28_MS + hour * HOUR_MS),
      comment: fc.constantFrom('As in the Act', 'As in the decree'),
    },
    { requiredKeys: ['form', 'says', 'savedMs'] },
  );
const files = fc.uniqueArray(sending(['pack', 'workbook'], 40), {
  minLength: 1,
  maxLength: 4,
  selector: ({ savedMs }) => savedMs,
});
const shuffled = (sendings: readonly Sending[]) =>
  fc.shuffledSubarray([...sendings], { minLength: sendings.length, maxLength: sendings.length });

/** One after the other, an hour and a half apart, in minutes that no file is saved in. */
function arrive(order: readonly Sending[], firstMs: number): Journal {
  return order.reduce((journal, one, index) => takeIn(journal, one, firstMs + index * 1.5 * HOUR_MS + 60_000), START);
}

describe('returns of one institution, whatever their forms', () => {
  it('end in the same values in any order of arrival: those of the latest', () => {
    const orders = files.chain((all) => fc.tuple(fc.constant(all), shuffled(all)));
    fc.assert(
      fc.property(orders, ([all, order]) => {
        const latest = [...all].sort((a, b) => b.savedMs - a.savedMs)[0]!;
        const journal = arrive(order, NOV_30_MS);
        expect(answersIn(journal)).toEqual(said(latest));
        expect(conflictsIn(journal)).toEqual([]);
        const alone = arrive([latest], NOV_30_MS);
        for (const register of [REQUIREMENTS, COMMENT]) {
          // Ticks are a set.
          expect(textOfValue(register, valueIn(journal, register))).toBe(
            textOfValue(register, valueIn(alone, register)),
          );
        }
      }),
      lawRuns(60),
    );
  });

  it('count an answer that two returns gave from the later of them, when it was kept against a third', () => {
    const says = (one: number, other: number) => ({ 'A-1': one, 'B-1': other });
    const order: Sending[] = [
      { form: 'workbook', says: says(1, 2), savedMs: NOV_28_MS + 34 * HOUR_MS },
      { form: 'pack', says: says(1, 1), savedMs: NOV_28_MS + 19 * HOUR_MS },
      { form: 'workbook', says: says(3, 1), savedMs: NOV_28_MS + 10 * HOUR_MS },
      { form: 'workbook', says: says(4, 3), savedMs: NOV_28_MS + 28 * HOUR_MS },
    ];
    const journal = arrive(order, NOV_30_MS);
    expect([answersIn(journal), conflictsIn(journal)]).toEqual([said(order[0]!), []]);
  });

  it('are known again by the same words: what stands behind a code was said by each file that says it', () => {
    const [early, late] = [answer('workbook', 2), answer('workbook', 2, NOV_28_MS + 3 * HOUR_MS)];
    const between = answer('pack', 1, NOV_28_MS + 2 * HOUR_MS);
    const code = answer('qr', 2);
    const ticksAfter = (order: Sending[]) => valueIn(arrive(order, NOV_30_MS), REQUIREMENTS);
    // The two workbooks say the same, hence are the same entries; the pack is older than one of them.
    expect(ticksAfter([code, early, late, between])).toEqual(ticksAfter([code, between, late]));
    expect(ticksAfter([code, late])).not.toBeNull();
  });

  it('are still files where a paper repeats what one of them said', () => {
    const remarked = { ...answer('workbook', 1), comment: 'As in the decree' };
    const order = [answer('pack', 2, NOV_28_MS + 2 * HOUR_MS), answer('paper', 2), remarked];
    expect(valueIn(arrive(order, NOV_30_MS), COMMENT)).toBeNull();
  });

  it('say nothing of a comment where the later of two files has none, in either order', () => {
    const [remarked, bare] = [{ ...answer('workbook', 1), comment: 'As in the Act' }, answer('workbook', 2, NOV_30_MS)];
    for (const order of [
      [remarked, bare],
      [bare, remarked],
    ]) {
      expect(valueIn(arrive(order, NOV_30_MS + HOUR_MS), COMMENT)).toBeNull();
    }
  });

  it('go by when they came where they do not say when they were saved', () => {
    const first = NOV_28_MS + 4 * HOUR_MS;
    const mixed = fc.uniqueArray(sending(FORMS, 9), { minLength: 2, maxLength: 5, selector: ({ savedMs }) => savedMs });
    fc.assert(
      fc.property(mixed, (order) => {
        // Files may have been saved before and after what is scanned and typed in, but not after they came.
        const arrivalOf = (index: number) => first + index * 1.5 * HOUR_MS + 60_000;
        fc.pre(order.every((one, index) => !isFile(one) || one.savedMs < arrivalOf(index)));
        // The same code again is the return that it was, and came when it first did.
        const isSameCode = (one: Sending, other: Sending) =>
          one.form === 'qr' && other.form === 'qr' && JSON.stringify(one.says) === JSON.stringify(other.says);
        const timeOf = (one: Sending, index: number) => {
          if (isFile(one)) return one.savedMs;
          return arrivalOf(one.form === 'qr' ? order.findIndex((other) => isSameCode(one, other)) : index);
        };
        const times = order.map((one, index) => ({ one, time: timeOf(one, index) }));
        const latest = times.reduce((a, b) => (b.time > a.time ? b : a)).one;
        const journal = arrive(order, first);
        expect(answersIn(journal)).toEqual(said(latest));
        expect(conflictsIn(journal)).toEqual([]);
      }),
      lawRuns(100),
    );
  });

  it('are no conflict between two facilitators who take them in apart', () => {
    const apart = fc
      .tuple(files, fc.option(sending(['qr', 'paper'], 1), { nil: null }))
      .map(([all, typed]) => (typed === null ? all : [...all, typed]))
      .chain((all) => fc.tuple(fc.constant(all), shuffled(all), shuffled(all)));
    fc.assert(
      fc.property(apart, ([all, mine, theirs]) => {
        const latest = all.find((one) => !isFile(one)) ?? [...all].sort((a, b) => b.savedMs - a.savedMs)[0]!;
        const both = mergeJournals(arrive(mine, NOV_30_MS), arrive(theirs, NOV_30_MS + 7 * HOUR_MS));
        expect(conflictsIn(both)).toEqual([]);
        expect(answersIn(both)).toEqual(said(latest));
      }),
      lawRuns(60),
    );
  });

  it.each(FORMS.flatMap((later) => FORMS.map((earlier) => [later, earlier] as const)))(
    'replace each other, and say so: %s after %s',
    (later, earlier) => {
      const first = takeIn(START, answer(earlier, 2), NOV_28_MS + HOUR_MS);
      const next = answer(later, 4, NOV_30_MS);
      const second = takeIn(first, next, NOV_30_MS + HOUR_MS);
      expect([valueIn(second, ANSWER), conflictsIn(second)]).toEqual([{ level: 'mature' }, []]);
      expect(recordsIn(second).map(({ institution, form }) => [institution, form])).toEqual([
        ['labour', earlier],
        ['labour', later],
      ]);
      // Paper is typed in answer by answer and has no preview.
      if (later === 'paper') return;
      const { replaced } = planOf(first, [next], NOV_30_MS + HOUR_MS).files[0]!.preview!.settled!;
      expect(replaced).toMatchObject([{ register: ANSWER, other: { form: earlier } }]);
      expect(replaced[0]!.other!.saved ?? replaced[0]!.other!.received).toMatch(/^2026-11-28T/);
    },
  );

  it.each(FORMS)('go out again with all that they brought, as one: %s', (form) => {
    const first = takeIn(START, answer('workbook', 2), NOV_28_MS + HOUR_MS);
    const second = takeIn(first, answer(form, 4, NOV_30_MS), NOV_30_MS + HOUR_MS);
    expect(undoMerge(second, recordMerge(first, second))).toMatchObject({ ok: true, value: first });
  });

  it.each(['pack', 'workbook', 'qr'] as const)('change nothing when they come again: %s', (form) => {
    const [first, corrected] = [answer(form, 2), answer(form, 4, NOV_28_MS + HOUR_MS)];
    const once = takeIn(takeIn(START, first, NOV_30_MS), corrected, NOV_30_MS + HOUR_MS);
    for (const again of [[corrected], [corrected, corrected]]) {
      expect(planOf(once, again, NOV_30_MS + 9 * HOUR_MS).journal.entries).toEqual([]);
    }
  });

  it('leave the choice to a person where somebody else wrote there since', () => {
    for (const form of ['pack', 'workbook', 'qr'] as const) {
      const first = takeIn(START, answer('workbook', 2), NOV_28_MS);
      const register = ANSWER;
      const heads = first.entries.filter((entry) => entry.register === register).map(({ id }) => id);
      const [id, written] = [`${at(NOV_28_MS + HOUR_MS)}-0000-00000000000000ff`, at(NOV_28_MS + HOUR_MS)];
      const entry = { id, at: written, actor: 'facilitator', register, value: { level: 'none' }, replaces: heads };
      const corrected = mergeJournals(first, { entries: [entry], damagedLines: [] });
      const plan = planOf(corrected, [answer(form, 4, NOV_30_MS)], NOV_30_MS);
      expect([form, plan.files[0]!.preview!.settled!.open.map((one) => one.register)]).toEqual([form, [ANSWER]]);
      expect(plan.conflicts).toContain(ANSWER);
    }
  });

  it('a code and a paper say the answer alone: a comment that only an earlier return made stays, other ticks do not', () => {
    for (const form of ['qr', 'paper'] as const) {
      const workbook = { ...answer('workbook', 4), comment: 'As in the Act' };
      const typed = answer(form, 2);
      const after = takeIn(takeIn(START, workbook, NOV_28_MS + HOUR_MS), typed, NOV_30_MS);
      // The same where the workbook, saved before, comes afterwards.
      const before = takeIn(takeIn(START, typed, NOV_30_MS), workbook, NOV_30_MS + HOUR_MS);
      for (const journal of [after, before]) {
        expect([ANSWER, REQUIREMENTS, COMMENT].map((register) => valueIn(journal, register))).toEqual([
          { level: 'emerging' },
          null,
          'As in the Act',
        ]);
      }
    }
  });

  it('an answer sheet of one institution is its return: it replaces what stands, and brings nothing twice', () => {
    for (const earlier of FORMS) {
      const first = takeIn(START, answer(earlier, 2), NOV_28_MS + HOUR_MS);
      const sheet = { ...answer('sheet', 4), comment: 'As in the Act' };
      const second = takeIn(first, sheet, NOV_30_MS);
      expect([ANSWER, COMMENT].map((one) => valueIn(second, one))).toEqual([{ level: 'mature' }, 'As in the Act']);
      expect(conflictsIn(second)).toEqual([]);
      expect(recordsIn(second).map(({ form }) => form)).toEqual([earlier, 'workbook']);
      expect(planOf(second, [sheet], NOV_30_MS + HOUR_MS).journal.entries).toEqual([]);
      const older = answer('pack', 1, NOV_28_MS + HOUR_MS);
      expect(valueIn(takeIn(second, older, NOV_30_MS + HOUR_MS), ANSWER)).toEqual({ level: 'mature' });
    }
  });

  it('keep a pack that repeats the word of an earlier return from being out of date', () => {
    const [early, repeated] = [answer('workbook', 2), answer('workbook', 2, NOV_30_MS)];
    const between = answer('workbook', 4, NOV_28_MS + HOUR_MS);
    for (const order of [
      [early, repeated, between],
      [early, between, repeated],
      [between, repeated, early],
    ]) {
      expect(valueIn(arrive(order, NOV_30_MS + HOUR_MS), ANSWER)).toEqual({ level: 'emerging' });
    }
  });

  it('leave what two returns of one time left open to a person, whatever older one comes after', () => {
    const [one, other] = [answer('workbook', 2), answer('pack', 4)];
    const open = arrive([one, other], NOV_30_MS);
    expect(conflictsIn(open)).toContain(ANSWER);
    const older = answer('workbook', 3, NOV_28_MS - HOUR_MS);
    expect(conflictsIn(takeIn(open, older, NOV_30_MS + 9 * HOUR_MS))).toContain(ANSWER);
  });
});
