import { describe, expect, it } from 'vitest';
import { fold } from '../../../../src/domain/registers/fold.ts';
import { identityOfJournal } from '../../../../src/domain/journal/journal.ts';
import { MAXIMUM_REPLACES } from '../../../../src/domain/limits.ts';
import { makeEntries, makeEntry } from '../../../../src/domain/registers/make-entry.ts';
import { makeFirstEntry } from '../../../../src/domain/rounds/make-first-entry.ts';
import { journalOf } from '../../../../src/domain/journal/merge.ts';
import { fullEntry, idOf } from '../journal/arbitrary-journal.ts';

const input = {
  id: '2026-11-21T09:30:00.000Z-0000-9f2c51d07a44e1b8',
  nowMs: Date.UTC(2026, 10, 21, 9, 30),
  actor: 'institution:labour',
  register: 'target/A',
  value: 'e\u0301',
} as const;

describe('makeEntry', () => {
  it('replaces every head, so that it settles a conflict, and writes text in normal form C', () => {
    const rivals = [fullEntry(idOf(1), 'target/A', 'a', []), fullEntry(idOf(2), 'target/A', 'b', [])];
    const entry = makeEntry(input, fold(rivals));
    expect(entry).toEqual({
      id: input.id,
      at: '2026-11-21T09:30:00.000Z',
      actor: 'institution:labour',
      register: 'target/A',
      value: '\u00e9',
      replaces: [idOf(1), idOf(2)],
    });
    expect(fold([...rivals, entry]).registers.get('target/A')?.conflict).toBe(false);
  });

  it('refuses a register that the format has no room for', () => {
    expect(() => makeEntry({ ...input, register: `comment/${'x'.repeat(300)}` }, fold([]))).toThrow();
  });
});

describe('makeEntries', () => {
  const { id: _id, ...change } = input;
  const rivals = (count: number) =>
    Array.from({ length: count }, (_, n) =>
      fullEntry(`2026-11-20T09:30:00.000Z-0000-${n.toString(16).padStart(16, '0')}`, 'target/A', n, []),
    );
  const settled = (count: number) => {
    const before = rivals(count);
    let made = 0;
    const entries = makeEntries(
      change,
      () => input.id.replace('-0000-', `-${String(made++).padStart(4, '0')}-`),
      fold(before),
    );
    return { entries, after: fold([...before, ...entries]).registers.get('target/A') };
  };

  it('is one entry as long as one can replace all heads', () => {
    expect(settled(0).entries).toHaveLength(1);
    expect(settled(MAXIMUM_REPLACES).entries).toHaveLength(1);
  });

  it.each([MAXIMUM_REPLACES + 1, 2 * MAXIMUM_REPLACES - 1, 2 * MAXIMUM_REPLACES, 100_000])(
    'leaves one head of %i, and none of the entries replaces more than the format allows',
    (count) => {
      const { entries, after } = settled(count);
      expect(after).toMatchObject({ value: '\u00e9', conflict: false, heads: [entries.at(-1)] });
      expect(Math.max(...entries.map(({ replaces }) => replaces.length))).toBeLessThanOrEqual(MAXIMUM_REPLACES);
    },
  );
});

describe('makeFirstEntry', () => {
  it('names the assessment and its framework in a register of its own', () => {
    const assessment = { id: 'benin-2026', round: '2026', parent: null };
    const framework = { id: 'tiny', version: '1.2.0', hash: 'f'.repeat(64) };
    const entry = makeFirstEntry(input, assessment, framework);
    expect(entry).toMatchObject({ register: 'round/created', value: { framework }, replaces: [], assessment });
    expect(identityOfJournal(journalOf([entry]))).toEqual(assessment);
    expect(identityOfJournal(journalOf([]))).toBeNull();
  });
});
