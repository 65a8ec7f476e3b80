import { describe, expect, it } from 'vitest';
import { fold } from '../../../../src/domain/journal/fold.ts';
import { identityOfJournal } from '../../../../src/domain/journal/journal.ts';
import { makeEntry, makeFirstEntry } from '../../../../src/domain/journal/make-entry.ts';
import { journalOf } from '../../../../src/domain/journal/merge.ts';
import { fullEntry, idOf } from './arbitrary-journal.ts';

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
