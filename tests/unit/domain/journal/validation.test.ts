import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../../src/domain/sha256.ts';
import { fold } from '../../../../src/domain/journal/fold.ts';
import { entriesToValidate, findValidation, hashEntryIds } from '../../../../src/domain/journal/validation.ts';
import { fullEntry, idArbitrary, idOf } from './arbitrary-journal.ts';

const first = fullEntry(idOf(1), 'target/A', 'a', []);
const late = fullEntry(idOf(2), 'target/A', 'b', [idOf(1)]);

function validationOf(entries: readonly string[], id = idOf(10), replaces: string[] = []) {
  const value = {
    entries: [...entries],
    entriesHash: hashEntryIds(entries),
    engine: '1.0.0',
    reportHash: '0'.repeat(64),
  };
  return { ...fullEntry(id, 'validation', null, replaces), value };
}

describe('hashEntryIds', () => {
  it('is SHA-256 of the sorted ids, one a line', () => {
    expect(hashEntryIds([idOf(2), idOf(1)])).toBe(sha256Hex(`${idOf(1)}\n${idOf(2)}`));
  });

  it('depends on the set alone: not on order, not on repetitions', () => {
    fc.assert(
      fc.property(fc.array(idArbitrary), (ids) => {
        expect(hashEntryIds([...ids, ...ids].reverse())).toBe(hashEntryIds(ids));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('findValidation', () => {
  it('is null where nothing was validated, the validation was taken back, or its value is no validation', () => {
    const validation = validationOf([idOf(1)]);
    const takenBack = fullEntry(idOf(11), 'validation', null, [validation.id]);
    expect(findValidation([first])).toBeNull();
    expect(findValidation([first, validation, takenBack])).toBeNull();
    expect(findValidation([fullEntry(idOf(10), 'validation', 'yes', [])])).toBeNull();
  });

  it('folds the validated set only and lists what came after, even with an earlier id', () => {
    const validation = validationOf(entriesToValidate([first]));
    const entries = [first, late, validation];
    const found = findValidation(entries);
    expect(found).toMatchObject({ intact: true, missing: [], receivedAfter: [late] });
    const state = fold(entries, { only: found!.only });
    expect(state.registers.get('target/A')).toMatchObject({ value: 'a', conflict: false });
    expect(state.registers.has('validation')).toBe(true);
  });

  it('takes the correction, which is a new validation', () => {
    const validation = validationOf([idOf(1)]);
    const correction = validationOf([idOf(1), idOf(2)], idOf(13), [validation.id]);
    expect(findValidation([first, late, validation, correction])).toMatchObject({
      entry: correction,
      receivedAfter: [],
    });
  });

  it('says which validated entries are missing and whether the list is what was signed', () => {
    const validation = validationOf([idOf(1), idOf(2)]);
    expect(findValidation([first, validation])).toMatchObject({ missing: [idOf(2)], intact: true });
    const altered = { ...validation, value: { ...validation.value, entries: [idOf(1)] } };
    expect(findValidation([first, late, altered])).toMatchObject({ intact: false, receivedAfter: [late] });
  });
});
