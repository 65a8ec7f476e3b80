import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../../src/domain/registers/fold.ts';
import { journalOf, mergeJournals } from '../../../../src/domain/journal/merge.ts';
import { recordMerge, reverseEntry, undoMerge } from '../../../../src/domain/assessment/undo.ts';
import { fullEntry, idOf, journalsArbitrary, RUNS, stubOf } from './arbitrary-journal.ts';

const first = fullEntry(idOf(1), 'target/A', 'a', []);
const second = fullEntry(idOf(2), 'target/A', 'b', [idOf(1)]);

describe('reverseEntry', () => {
  it('goes back to the value before', () => {
    expect(reverseEntry(fold([first, second]), 'target/A', idOf(2))).toEqual({
      ok: true,
      value: { register: 'target/A', value: 'a' },
      advice: [],
    });
  });

  it('takes back a first answer', () => {
    expect(reverseEntry(fold([first]), 'target/A', idOf(1))).toMatchObject({ ok: true, value: { value: null } });
  });

  it('refuses, with the reason, what it cannot undo', () => {
    const codeOf = (result: ReturnType<typeof reverseEntry>) => (result.ok ? '' : result.problems[0]?.code);
    expect(codeOf(reverseEntry(fold([first, second]), 'target/A', idOf(1)))).toBe('undo.replacedSince');
    expect(codeOf(reverseEntry(fold([stubOf(first), second]), 'target/A', idOf(2)))).toBe('undo.historyRemoved');
    expect(codeOf(reverseEntry(fold([first]), 'target/A', idOf(9)))).toBe('undo.notFound');
  });
});

describe('undoMerge', () => {
  it('restores exactly what was there, and merging again brings it back', () => {
    fc.assert(
      fc.property(journalsArbitrary(2), ([mine, theirs]) => {
        const merged = mergeJournals(mine!, theirs!);
        const record = recordMerge(mine!, theirs!);
        const undone = undoMerge(merged, record);
        const added = new Set(record.added);
        const builtUpon = mine!.entries.some(({ replaces }) => replaces.some((id) => added.has(id)));
        expect(undone.ok).toBe(!builtUpon);
        if (!undone.ok) return;
        expect(undone.value).toEqual(mine);
        expect(mergeJournals(undone.value, theirs!)).toEqual(merged);
      }),
      RUNS,
    );
  });

  it('keeps what was entered after the merge', () => {
    const mine = journalOf([first]);
    const theirs = journalOf([fullEntry(idOf(5), 'impact/A', 2, [])]);
    const later = fullEntry(idOf(6), 'ease/A', 1, []);
    const now = mergeJournals(mine, theirs, journalOf([later]));
    expect(undoMerge(now, recordMerge(mine, theirs))).toEqual({
      ok: true,
      value: journalOf([first, later]),
      advice: [],
    });
  });

  it('refuses when something later replaces what the merge brought, naming the register', () => {
    const mine = journalOf([first]);
    const theirs = journalOf([second]);
    const later = fullEntry(idOf(6), 'target/A', 'c', [idOf(2)]);
    const undone = undoMerge(mergeJournals(mine, theirs, journalOf([later])), recordMerge(mine, theirs));
    expect(undone).toMatchObject({
      ok: false,
      problems: [{ code: 'undo.mergeReplacedSince', params: { register: 'target/A', kind: 'target' } }],
    });
  });
});
