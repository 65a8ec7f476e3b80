import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../src/domain/canonical-json.ts';
import { isStub } from '../../../../src/domain/journal/entry-schema.ts';
import { EMPTY_JOURNAL } from '../../../../src/domain/journal/journal.ts';
import { journalOf, mergeJournals } from '../../../../src/domain/journal/merge.ts';
import { fullEntry, idOf, journalsArbitrary, RUNS, stubOf } from './arbitrary-journal.ts';

describe('mergeJournals', () => {
  it('is commutative', () => {
    fc.assert(
      fc.property(journalsArbitrary(2), ([a, b]) => {
        expect(mergeJournals(a!, b!)).toEqual(mergeJournals(b!, a!));
      }),
      RUNS,
    );
  });

  it('is associative', () => {
    fc.assert(
      fc.property(journalsArbitrary(3), ([a, b, c]) => {
        const left = mergeJournals(mergeJournals(a!, b!), c!);
        expect(mergeJournals(a!, mergeJournals(b!, c!))).toEqual(left);
        expect(mergeJournals(a!, b!, c!)).toEqual(left);
      }),
      RUNS,
    );
  });

  it('is idempotent and changes nothing when repeated', () => {
    fc.assert(
      fc.property(journalsArbitrary(2), ([a, b]) => {
        const merged = mergeJournals(a!, b!);
        expect(mergeJournals(a!, a!)).toEqual(a);
        expect(mergeJournals(merged, b!)).toEqual(merged);
        expect(mergeJournals(a!, EMPTY_JOURNAL)).toEqual(a);
      }),
      RUNS,
    );
  });

  it('loses nothing that was sent: every full entry and every damaged line is in the result', () => {
    fc.assert(
      fc.property(journalsArbitrary(3), (journals) => {
        const merged = mergeJournals(...journals);
        const kept = new Set([...merged.entries.map((entry) => canonicalJson(entry)), ...merged.damagedLines]);
        const ids = new Set(merged.entries.map(({ id }) => id));
        for (const { entries, damagedLines } of journals) {
          for (const line of damagedLines) expect(kept.has(line)).toBe(true);
          for (const entry of entries)
            expect(isStub(entry) ? ids.has(entry.id) : kept.has(canonicalJson(entry))).toBe(true);
        }
        expect(ids.size).toBe(merged.entries.length);
      }),
      RUNS,
    );
  });

  it('prefers the full entry over its stub from either side', () => {
    const full = fullEntry(idOf(1), 'target/A', 3, []);
    const merged = { entries: [full], damagedLines: [] };
    expect(mergeJournals(journalOf([stubOf(full)]), journalOf([full]))).toEqual(merged);
    expect(mergeJournals(journalOf([full]), journalOf([stubOf(full)]))).toEqual(merged);
  });

  it('carries the other of two differing full entries of one id as a damaged line', () => {
    const first = fullEntry(idOf(1), 'target/A', 'a', []);
    const second = fullEntry(idOf(1), 'target/A', 'b', []);
    const merged = { entries: [first], damagedLines: [canonicalJson(second)] };
    expect(mergeJournals(journalOf([second]), journalOf([first]))).toEqual(merged);
    expect(mergeJournals(journalOf([first]), journalOf([second]))).toEqual(merged);
  });

  it('sorts by id as text', () => {
    const entries = [3, 1, 2].map((n) => fullEntry(idOf(n), 'target/A', n, []));
    expect(journalOf(entries).entries.map(({ id }) => id)).toEqual([1, 2, 3].map(idOf));
  });
});
