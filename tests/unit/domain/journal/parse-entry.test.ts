import { describe, expect, it } from 'vitest';
import { parseEntry } from '../../../../src/domain/journal/parse-entry.ts';

const ENTRY = {
  id: '2026-11-21T09:30:00.000Z-0003-9f2c51d07a44e1b8',
  at: '2026-11-21T09:30:00.000Z',
  actor: 'institution:labour',
  register: 'rating/labour/IC-01/1/answer',
  value: { level: 'emerging' },
  replaces: ['2026-11-21T09:29:00.000Z-0000-9f2c51d07a44e1b8'],
};
const STUB = { id: ENTRY.id, register: ENTRY.register, replaces: [], redacted: true };

const problemsOf = (input: unknown) => {
  const result = parseEntry(input, 'journal.ndjson');
  return result.ok ? [] : result.problems.map(({ code, path }) => `${code} ${path.join('.')}`.trim());
};

describe('parseEntry', () => {
  it('reads a full entry and a stub', () => {
    expect(parseEntry(ENTRY)).toEqual({ ok: true, value: ENTRY, advice: [] });
    expect(parseEntry(STUB)).toEqual({ ok: true, value: STUB, advice: [] });
  });

  it('keeps a value that is null: the answer was taken back', () => {
    expect(parseEntry({ ...ENTRY, value: null })).toMatchObject({ ok: true, value: { value: null } });
  });

  it('brings text into normal form C', () => {
    expect(parseEntry({ ...ENTRY, value: 'e\u0301' })).toMatchObject({ ok: true, value: { value: '\u00e9' } });
  });

  it('names what is wrong and where', () => {
    expect(problemsOf({ ...ENTRY, value: undefined, at: 'today' })).toEqual([
      'schema.wrongFormat at',
      'schema.missing value',
    ]);
    expect(problemsOf({ ...STUB, value: 1 })).toEqual(['schema.unknownKeys']);
    expect(problemsOf('text')).toEqual(['schema.wrongType']);
  });

  it('refuses a day that no calendar has', () => {
    const id = ENTRY.id.replace('11-21', '02-30');
    expect(problemsOf({ ...ENTRY, id })).toEqual(['schema.invalid id']);
  });

  it('refuses members that reach for prototypes, at any depth', () => {
    const value: unknown = JSON.parse('{"a":[{"__proto__":{"polluted":true}}]}');
    expect(problemsOf({ ...ENTRY, value })).toEqual(['journal.unsafeKey']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('refuses a value nested without end instead of running out of stack', () => {
    let value: unknown = 1;
    for (let depth = 0; depth < 100_000; depth += 1) value = [value];
    expect(problemsOf({ ...ENTRY, value })).toEqual(['journal.tooDeep']);
  });

  it('refuses two members whose names become one in normal form', () => {
    expect(problemsOf({ ...ENTRY, value: { 'e\u0301': 1, '\u00e9': 2 } })).toEqual(['journal.ambiguousKeys']);
  });
});
