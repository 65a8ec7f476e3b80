import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conflictingThings } from '../../../../src/domain/returns/versions-of-thing.ts';
import type { Entry, JsonValue } from '../../../../src/domain/journal/entry-schema.ts';
import { isFull } from '../../../../src/domain/journal/entry-schema.ts';
import { fold } from '../../../../src/domain/registers/fold.ts';
import type { Journal } from '../../../../src/domain/journal/journal.ts';
import { journalOf, mergeJournals } from '../../../../src/domain/journal/merge.ts';
import { previewMerges } from '../../../../src/domain/returns/preview-merges.ts';
import { recordMerge, undoMerge } from '../../../../src/domain/assessment/undo.ts';
import type { WorkbookSheet } from '../../../../src/domain/intake/cells.ts';
import type { ReturnRecord } from '../../../../src/domain/registers/return.ts';
import { returnedSide } from '../../../../src/exchange/returned-side.ts';
import { ASSESSMENT, edited, framework, MADE, sheetsOf } from '../../../fixtures/answer-workbooks.ts';
import { placeOf, random } from '../../../fixtures/returns.ts';
import { lawRuns } from '../../../fixtures/law-runs.ts';

const DAY_MS = 86_400_000;
const NOV_28_MS = Date.UTC(2026, 10, 28, 16);
const NOW_MS = NOV_28_MS + 2 * DAY_MS;
const at = (ms: number) => new Date(ms).toISOString();
const NONE = edited(await sheetsOf());

const here = (journal: Journal) => ({ assessment: ASSESSMENT, framework, journal });
const START = journalOf(MADE);

interface Sent {
  readonly sheets: readonly WorkbookSheet[];
  /** When its program saved it; null where the file does not say. */
  readonly saved?: number | null;
}

const returned = (journal: Journal, { sheets, saved = null }: Sent) => {
  const content = { ok: true, value: { kind: 'workbook', sheets }, advice: [] } as const;
  const facts = { saved: saved === null ? null : at(saved), hash: JSON.stringify([sheets, saved]) };
  return returnedSide({ fileName: 'x', content, facts }, placeOf(journal, NOW_MS)).side!;
};

/** Takes files in as one drop, at a time of the clock here. */
function drop(journal: Journal, files: readonly Sent[], nowMs = NOW_MS) {
  const sides = files.map((file) => returned(journal, file));
  const { brought, ...preview } = previewMerges(here(journal), sides, nowMs, random);
  const merged = mergeJournals(journal, brought);
  return { ...preview, merged, state: fold(merged.entries) };
}

const ANSWER = 'rating/labour/A-1/1/answer';
const REQUIREMENTS = 'rating/labour/A-1/1/requirements';
const answered = (value: string, from = NONE) => edited(from, [1, 'A-1', 'Your answer', value]);
const commented = (value: string, from = NONE) => edited(from, [1, 'A-1', 'Comment', value]);
const valuesOf = (entries: readonly Entry[]) =>
  Object.fromEntries(
    [...fold(entries).registers.values()]
      .filter(({ register, value }) => !register.startsWith('return/') && value !== null)
      .map(({ register, value }) => [register, value]),
  );
const valueIn = (entries: readonly Entry[], register: string): JsonValue =>
  fold(entries).registers.get(register)?.value ?? null;
const recordsIn = (entries: readonly Entry[]) =>
  [...fold(entries).registers.values()]
    .filter(({ register }) => register.startsWith('return/'))
    .map(({ value }) => value as unknown as ReturnRecord);

describe('a later return of the same institution', () => {
  it('replaces an earlier one: what was saved later counts, in whatever order the files come', () => {
    const first = { sheets: answered('3'), saved: NOV_28_MS };
    const corrected = { sheets: answered('4'), saved: NOV_28_MS + DAY_MS };
    for (const files of [
      [first, corrected],
      [corrected, first],
    ]) {
      const { merged, conflicts } = drop(START, files);
      expect(conflicts).toEqual([]);
      expect(valueIn(merged.entries, ANSWER)).toEqual({ level: 'mature' });
      // Answer and ticks are those of one return.
      expect(valueIn(merged.entries, REQUIREMENTS)).toEqual(
        valueIn(drop(START, [corrected]).merged.entries, REQUIREMENTS),
      );
      // Nothing is lost: what was replaced stays in the history.
      expect(merged.entries.filter(isFull).map(({ value }) => JSON.stringify(value))).toContain(
        '{"level":"developed"}',
      );
    }
  });

  it('says which return it takes the place of, by when that was saved or received', () => {
    const first = drop(START, [{ sheets: answered('3') }], NOV_28_MS);
    const { files } = drop(first.merged, [{ sheets: answered('4'), saved: NOV_28_MS + DAY_MS }]);
    expect(files[0]!.settled!.replaced).toMatchObject([{ register: ANSWER, other: { received: at(NOV_28_MS) } }]);
    expect(files[0]!.conflictingRegisters).toEqual([]);
    // What takes the place of something counts as newer, in whatever way it does.
    expect(files[0]!.newerRegisters).toEqual([ANSWER, REQUIREMENTS]);
    const earlier = drop(first.merged, [{ sheets: answered('4'), saved: NOV_28_MS - DAY_MS }]);
    expect([earlier.files[0]!.newerRegisters, earlier.conflicts]).toEqual([[], []]);
  });

  it('is ordered by when it was received where no file says when it was saved', () => {
    const first = drop(START, [{ sheets: answered('4') }], NOV_28_MS);
    const { merged } = drop(first.merged, [{ sheets: answered('2') }]);
    expect(valueIn(merged.entries, ANSWER)).toEqual({ level: 'emerging' });
  });

  it('leaves the choice to a person where no time tells, and mixes nothing', () => {
    const { files, conflicts } = drop(START, [{ sheets: answered('3') }, { sheets: answered('4') }]);
    expect(conflicts).toContain(ANSWER);
    expect(files[1]!.settled!.open.map(({ register }) => register)).toEqual([ANSWER]);
  });

  it('is one thing or the other as long as nobody has chosen, and each is offered whole', () => {
    const SURE = 'rating/labour/A-1/1/confidence';
    const high = edited(answered('3'), [1, 'A-1', 'How sure?', 'High']);
    const remarked = commented('Second', answered('4'));
    for (const files of [
      [{ sheets: high }, { sheets: remarked }],
      [{ sheets: remarked }, { sheets: high }],
    ]) {
      const alone = files.map((file) => drop(START, [file]).merged.entries);
      for (const apart of [false, true]) {
        const first = apart ? drop(START, files.slice(0, 1)).merged : START;
        const { merged, state } = drop(first, apart ? files.slice(1) : files);
        const own = (entries: readonly Entry[]) =>
          [ANSWER, REQUIREMENTS, SURE].map((register) => [register, valueIn(entries, register)]);
        expect(own(merged.entries)).toEqual(own(alone[0]!));
        const inConflict = [...state.registers.values()]
          .filter(({ conflict }) => conflict)
          .map(({ register }) => register);
        const [thing, ...others] = conflictingThings(state, framework, inConflict);
        expect(others).toEqual([]);
        const offered = thing!.versions.map(({ values }) =>
          own(alone[0]!).map(([register]) => [register, values.get(register as string) ?? null]),
        );
        expect(offered).toHaveLength(2);
        expect(offered).toEqual(expect.arrayContaining(alone.map(own)));
      }
    }
  });

  it('leaves the choice to a person where somebody else wrote there since', () => {
    const first = drop(START, [{ sheets: answered('3'), saved: NOV_28_MS }], NOV_28_MS);
    const heads = fold(first.merged.entries)
      .registers.get(ANSWER)!
      .heads.map(({ id }) => id);
    const corrected = {
      ...{ id: `${at(NOV_28_MS + 1000)}-0000-00000000000000ff`, at: at(NOV_28_MS + 1000), actor: 'facilitator' },
      ...{ register: ANSWER, value: { level: 'none' }, replaces: heads },
    };
    const journal = mergeJournals(first.merged, journalOf([corrected]));
    const { conflicts } = drop(journal, [{ sheets: answered('4'), saved: NOV_28_MS + DAY_MS }]);
    // One thing, of which answer and ticks are two registers.
    expect(conflicts).toEqual([ANSWER, REQUIREMENTS]);
  });

  it('takes answer, ticks and comment of an indicator together', () => {
    const first = drop(START, [{ sheets: commented('as in the Act', answered('4')), saved: NOV_28_MS }], NOV_28_MS);
    const { merged } = drop(first.merged, [{ sheets: answered('2'), saved: NOV_28_MS + DAY_MS }]);
    const alone = drop(START, [{ sheets: answered('2') }]).merged;
    expect(valuesOf(merged.entries)).toEqual(valuesOf(alone.entries));
  });

  it('leaves standing what it says nothing of, and names it', () => {
    const first = drop(START, [{ sheets: answered('3'), saved: NOV_28_MS }], NOV_28_MS);
    const other = edited(NONE, [1, 'B-1', 'Your answer', '2']);
    const { merged, files } = drop(first.merged, [{ sheets: other, saved: NOV_28_MS + DAY_MS }]);
    expect(valueIn(merged.entries, ANSWER)).toEqual({ level: 'developed' });
    expect(files[0]!.settled!.standing).toMatchObject([{ register: ANSWER, other: { saved: at(NOV_28_MS) } }]);
  });

  it('leaves standing what is not in its sheet at all', () => {
    const first = drop(START, [{ sheets: answered('3'), saved: NOV_28_MS }], NOV_28_MS);
    const shorter = edited(NONE, [1, 'B-1', 'Your answer', '2']).map(({ name, rows }) => ({
      name,
      rows: rows.filter(([code]) => code !== 'A-1'),
    }));
    const { merged, files } = drop(first.merged, [{ sheets: shorter, saved: NOV_28_MS + DAY_MS }]);
    expect(valueIn(merged.entries, ANSWER)).toEqual({ level: 'developed' });
    expect(files[0]!.settled!.standing.map(({ register }) => register)).toEqual([ANSWER]);
  });

  it('takes back what was emptied in a corrected copy', () => {
    const both = edited(answered('3'), [1, 'B-1', 'Your answer', '2']);
    const first = drop(START, [{ sheets: both, saved: NOV_28_MS }], NOV_28_MS);
    const emptied = edited(both, [1, 'A-1', 'Your answer', null]);
    const { merged, files } = drop(first.merged, [{ sheets: emptied, saved: NOV_28_MS + DAY_MS }]);
    expect(valueIn(merged.entries, ANSWER)).toBeNull();
    expect(valueIn(merged.entries, 'rating/labour/B-1/1/answer')).toEqual({ level: 'emerging' });
    expect(files[0]!.settled!.replaced.map(({ register }) => register)).toEqual([ANSWER]);
  });

  it('changes nothing when it is dropped again, and nothing when the earlier one is', () => {
    const [first, corrected] = [{ sheets: answered('3') }, { sheets: answered('4') }];
    const once = drop(drop(START, [first], NOV_28_MS).merged, [corrected]);
    for (const again of [[corrected], [first], [first, corrected]]) {
      const { merged, files } = drop(once.merged, again, NOW_MS + DAY_MS);
      expect(merged).toEqual(once.merged);
      expect(files.flatMap(({ settled }) => settled!.entries)).toEqual([]);
    }
  });

  it('goes out again with all that it brought, as one', () => {
    const first = drop(START, [{ sheets: answered('3') }], NOV_28_MS).merged;
    const { merged } = drop(first, [{ sheets: answered('4') }]);
    expect(undoMerge(merged, recordMerge(first, merged))).toMatchObject({ ok: true, value: first });
  });

  it('is no conflict between two facilitators who take the same files in apart', () => {
    const files = [
      { sheets: answered('3'), saved: NOV_28_MS },
      { sheets: answered('4'), saved: NOV_28_MS + DAY_MS },
    ];
    const [mine, theirs] = [drop(START, files, NOW_MS), drop(START, files, NOW_MS + DAY_MS)];
    const both = fold(mergeJournals(mine.merged, theirs.merged).entries);
    expect([...both.registers.values()].filter(({ conflict }) => conflict)).toEqual([]);
    expect(both.registers.get(ANSWER)!.value).toEqual({ level: 'mature' });
  });

  it('is not believed a time that nobody lived through', () => {
    const first = drop(START, [{ sheets: answered('3') }], NOV_28_MS);
    for (const saved of [Date.UTC(1980, 0, 1), NOW_MS + 400 * DAY_MS]) {
      const { merged } = drop(first.merged, [{ sheets: answered('4'), saved }]);
      expect(valueIn(merged.entries, ANSWER)).toEqual({ level: 'mature' });
      expect(recordsIn(merged.entries).every((record) => record.saved === undefined)).toBe(true);
    }
  });

  it('ends with the one that was saved last, whatever the order and the drops', () => {
    const cell = fc.constantFrom('1', '2', '3', '4');
    const edits = fc.array(fc.tuple(cell, cell), { minLength: 2, maxLength: 3 });
    fc.assert(
      fc.property(edits, fc.nat(5), fc.boolean(), (said, turn, atOnce) => {
        const files = said.map(([a, b], day) => ({
          sheets: edited(NONE, [1, 'A-1', 'Your answer', a], [1, 'B-1', 'Your answer', b]),
          saved: NOV_28_MS + day * 3_600_000,
        }));
        const order = [...files.slice(turn % files.length), ...files.slice(0, turn % files.length)];
        const { entries } = atOnce
          ? drop(START, order).merged
          : order.reduce((journal, file, index) => drop(journal, [file], NOW_MS + index).merged, START);
        const alone = drop(START, [files.at(-1)!]).merged.entries;
        for (const indicator of ['A-1', 'B-1']) {
          for (const part of ['answer', 'requirements']) {
            const register = `rating/labour/${indicator}/1/${part}`;
            expect(fold(entries).registers.get(register)?.conflict ?? false).toBe(false);
            expect(valueIn(entries, register)).toEqual(valueIn(alone, register));
          }
        }
      }),
      lawRuns(60),
    );
  });
});
