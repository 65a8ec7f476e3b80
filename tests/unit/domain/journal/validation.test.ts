import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../../src/domain/sha256.ts';
import { fold } from '../../../../src/domain/registers/fold.ts';
import {
  entriesToValidate,
  findValidation,
  hashEntryIds,
  standsAroundReport,
} from '../../../../src/domain/assessment/validation.ts';
import { fullEntry, idArbitrary, idOf } from './arbitrary-journal.ts';
import { lawRuns } from '../../../fixtures/law-runs.ts';

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
      lawRuns(1000),
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

  it('reads what is said around the report whenever it was said: the decision to publish, custody, progress of the plan', () => {
    const activity = fullEntry(idOf(2), 'action/x/activity', 'Train', []);
    const validation = validationOf([idOf(1), idOf(2)]);
    const later = [
      fullEntry(idOf(11), 'round/publication', 'decided', []),
      fullEntry(idOf(12), 'round/custody', 'A. Koné', []),
      fullEntry(idOf(13), 'action/x/status', 'done', []),
      fullEntry(idOf(14), 'action/new/status', 'done', []),
      fullEntry(idOf(15), 'action/x/activity', 'Train more', [idOf(2)]),
      fullEntry(idOf(16), 'round/title', 'Round 2', []),
    ];
    const entries = [first, activity, validation, ...later];
    const found = findValidation(entries);
    expect(found?.recordedAround.map(({ register }) => register)).toEqual([
      'round/publication',
      'round/custody',
      'action/x/status',
    ]);
    expect(found?.receivedAfter.map(({ register }) => register)).toEqual([
      'action/new/status',
      'action/x/activity',
      'round/title',
    ]);
    const { registers } = fold(entries, { only: found!.only });
    expect(registers.get('action/x/status')?.value).toBe('done');
    expect(registers.get('action/x/activity')?.value).toBe('Train');
    expect(registers.has('round/title')).toBe(false);
  });

  it('lists earlier validations, the newest first, and not those taken back', () => {
    const one = validationOf([idOf(1)], idOf(10));
    const two = validationOf([idOf(1)], idOf(11), [idOf(10)]);
    const back = fullEntry(idOf(12), 'validation', null, [idOf(11)]);
    const three = validationOf([idOf(1)], idOf(13), [idOf(12)]);
    expect(findValidation([first, one, two, back, three])?.earlier.map(({ id }) => id)).toEqual([idOf(11), idOf(10)]);
  });
});

describe('standsAroundReport', () => {
  it('holds for nothing that levels or words of the report depend on', () => {
    const actions = new Set(['x']);
    const addresses = [
      'rating/lead/A/1/answer',
      'agreed/A/answer',
      'round/version',
      'action/x/note',
      'comment/c',
      'round/packs',
    ];
    expect(addresses.filter((address) => standsAroundReport(address, actions))).toEqual([]);
  });
});
