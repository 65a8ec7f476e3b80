import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStub } from '../../../../src/domain/journal/entry-schema.ts';
import { fold } from '../../../../src/domain/registers/fold.ts';
import { journalOf, mergeJournals } from '../../../../src/domain/journal/merge.ts';
import { hashEntryIds } from '../../../../src/domain/assessment/validation.ts';
import { withoutHistory } from '../../../../src/domain/copies/without-history.ts';
import { fullEntry, idOf, journalsArbitrary, RUNS, stubOf } from './arbitrary-journal.ts';

describe('withoutHistory', () => {
  it('leaves a stub of what was replaced: no value, no actor, no time', () => {
    const first = fullEntry(idOf(1), 'target/A', 'secret', []);
    const second = fullEntry(idOf(2), 'target/A', 'b', [idOf(1)]);
    expect(withoutHistory(journalOf([first, second], ['{']))).toEqual(journalOf([stubOf(first), second]));
  });

  it('keeps what was validated whole, though it was replaced since: its report can still be made', () => {
    const validated = fullEntry(idOf(1), 'target/A', 'validated', []);
    const before = fullEntry(idOf(0), 'target/A', 'before', []);
    const chosen = { ...validated, replaces: [idOf(0)] };
    const value = {
      entries: [idOf(0), idOf(1)],
      entriesHash: hashEntryIds([idOf(0), idOf(1)]),
      engine: '1.0.0',
      reportHash: '0'.repeat(64),
    };
    const validation = { ...fullEntry(idOf(5), 'validation', null, []), value };
    const later = fullEntry(idOf(9), 'target/A', 'later', [idOf(1)]);
    expect(withoutHistory(journalOf([before, chosen, validation, later]))).toEqual(
      journalOf([stubOf(before), chosen, validation, later]),
    );
  });

  it('gives the whole journal again when merged with it', () => {
    fc.assert(
      fc.property(journalsArbitrary(1), ([journal]) => {
        expect(mergeJournals(withoutHistory(journal!), journal!)).toEqual(journal);
      }),
      RUNS,
    );
  });

  it('keeps the state: every head, every value, every conflict', () => {
    const shown = (entries: Parameters<typeof fold>[0]) =>
      [...fold(entries).registers.values()].map(({ history: _history, ...state }) => state);
    fc.assert(
      fc.property(journalsArbitrary(1), ([journal]) => {
        const copy = withoutHistory(journal!);
        expect(shown(copy.entries)).toEqual(shown(journal!.entries));
        expect(withoutHistory(copy)).toEqual(copy);
        expect(copy.entries.filter((entry) => !isStub(entry)).length).toBe(
          [...fold(journal!.entries).registers.values()].flatMap(({ heads }) => heads).length,
        );
      }),
      RUNS,
    );
  });

  it('is the same before and after a merge with what the other side also made without history', () => {
    fc.assert(
      fc.property(journalsArbitrary(2), ([a, b]) => {
        const together = mergeJournals(withoutHistory(a!), withoutHistory(b!));
        expect(mergeJournals(together, a!, b!)).toEqual(mergeJournals(a!, b!));
      }),
      RUNS,
    );
  });
});
