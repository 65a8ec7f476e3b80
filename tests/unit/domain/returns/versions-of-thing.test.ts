import { describe, expect, it } from 'vitest';
import { fold } from '../../../../src/domain/registers/fold.ts';
import type { Journal } from '../../../../src/domain/journal/journal.ts';
import { mergeJournals } from '../../../../src/domain/journal/merge.ts';
import { conflictingThings } from '../../../../src/domain/returns/versions-of-thing.ts';
import { framework } from '../../../fixtures/answer-workbooks.ts';
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

  it('is nothing where nothing differs', () => {
    expect(alone.map(thingsIn)).toEqual([[], []]);
  });
});
