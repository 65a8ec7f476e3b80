import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldMore, foldOver, idsToReplace } from '../../../../src/domain/registers/fold.ts';
import {
  fullEntry,
  idOf,
  journalsArbitrary,
  orderlyEntriesArbitrary,
  RUNS,
  stubOf,
} from '../journal/arbitrary-journal.ts';

const first = fullEntry(idOf(1), 'target/A', 'a', []);
const second = fullEntry(idOf(2), 'target/A', 'b', [idOf(1)]);
const third = fullEntry(idOf(3), 'target/A', 'c', [idOf(1)]);

describe('fold', () => {
  it('shows the entry that nothing replaces', () => {
    const state = fold([first, second]).registers.get('target/A');
    expect(state).toMatchObject({ value: 'b', entry: second, heads: [second], conflict: false });
    expect(state?.history).toEqual([second, first]);
  });

  it('shows the newest of two heads and calls it a conflict', () => {
    const state = fold([third, second, first]).registers.get('target/A');
    expect(state).toMatchObject({ value: 'c', heads: [third, second], conflict: true });
  });

  it('takes a later head even when its id is earlier than what it replaces: a clock far ahead does not win', () => {
    const ahead = { ...first, id: '2031-01-01T00:00:00.000Z-0000-0000000000000001' };
    const answer = fullEntry(idOf(2), 'target/A', 'ours', [ahead.id]);
    expect(fold([ahead, answer]).registers.get('target/A')).toMatchObject({ value: 'ours', conflict: false });
  });

  it('knows a replaced stub as replaced, and lists a stub that nothing replaces without folding it', () => {
    expect(fold([stubOf(first), second]).registers.get('target/A')).toMatchObject({ value: 'b', withoutValue: [] });
    expect(fold([stubOf(first)]).registers.get('target/A')).toMatchObject({
      value: null,
      entry: null,
      heads: [],
      conflict: false,
      withoutValue: [stubOf(first)],
    });
  });

  it('has no value after the answer was taken back', () => {
    const back = fullEntry(idOf(4), 'target/A', null, [idOf(1)]);
    expect(fold([first, back]).registers.get('target/A')).toMatchObject({ value: null, entry: back });
  });

  it('does not let an entry hide what stands in another register', () => {
    const elsewhere = fullEntry(idOf(2), 'target/B', 'b', [idOf(1)]);
    expect(fold([first, elsewhere]).registers.get('target/A')).toMatchObject({ value: 'a', conflict: false });
  });

  it('hides nothing when made-up entries replace each other in a circle', () => {
    const circle = [{ ...first, replaces: [idOf(2)] }, second];
    expect(fold(circle).registers.get('target/A')).toMatchObject({ value: 'b', conflict: true });
    expect(fold([{ ...first, replaces: [idOf(1)] }]).registers.get('target/A')).toMatchObject({ value: 'a' });
  });

  it('hides nothing of a circle beside another head, nor what only the circle replaces', () => {
    const below = fullEntry(idOf(4), 'target/A', 'below', []);
    const circle = [{ ...first, replaces: [idOf(2), idOf(4)] }, second];
    const beside = fullEntry(idOf(5), 'target/A', 'beside', []);
    const heads = fold([below, ...circle, beside]).registers.get('target/A')?.heads;
    expect(heads?.map(({ value }) => value).sort()).toEqual(['a', 'b', 'below', 'beside']);
    const settling = fullEntry(idOf(6), 'target/A', 'settled', [idOf(1), idOf(2), idOf(4), idOf(5)]);
    const settled = fold([below, ...circle, beside, settling]).registers.get('target/A');
    expect(settled).toMatchObject({ value: 'settled', conflict: false });
  });

  it('hides an entry only by one that is shown, directly or through others, in any journal', () => {
    fc.assert(
      fc.property(journalsArbitrary(1), ([journal]) => {
        for (const { heads, withoutValue, history } of fold(journal!.entries).registers.values()) {
          const reached = new Set([...heads, ...withoutValue].map(({ id }) => id));
          // A set grows while it is gone through.
          for (const id of reached)
            for (const other of history.find((one) => one.id === id)?.replaces ?? []) reached.add(other);
          expect(history.filter(({ id }) => !reached.has(id))).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it('ignores entries outside `only`, with what they replace', () => {
    const state = fold([first, second], { only: new Set([idOf(1)]) });
    expect(state.registers.get('target/A')).toMatchObject({ value: 'a', heads: [first] });
  });

  it('does not depend on the order of entries', () => {
    const shuffled = journalsArbitrary(1).chain(([journal]) =>
      fc.tuple(
        fc.constant(journal!.entries),
        fc.shuffledSubarray([...journal!.entries], { minLength: journal!.entries.length }),
      ),
    );
    const sorted = (state: ReturnType<typeof fold>) => [...state.registers].sort(([a], [b]) => (a < b ? -1 : 1));
    fc.assert(
      fc.property(shuffled, ([entries, other]) => {
        expect(sorted(fold(other))).toEqual(sorted(fold(entries)));
      }),
      RUNS,
    );
  });

  it('never leaves a register without anything to show for it', () => {
    fc.assert(
      fc.property(journalsArbitrary(1), ([journal]) => {
        const states = [...fold(journal!.entries).registers.values()];
        expect(states.filter(({ heads, withoutValue }) => heads.length + withoutValue.length === 0)).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('foldMore', () => {
  it('gives what folding everything at once gives', () => {
    fc.assert(
      fc.property(orderlyEntriesArbitrary, fc.nat(24), (entries, cut) => {
        const grown = foldMore(fold(entries.slice(0, cut)), entries.slice(cut));
        expect(Object.fromEntries(grown.registers)).toEqual(Object.fromEntries(fold(entries).registers));
      }),
      RUNS,
    );
  });

  it('gives the same over what is there as beside it, whichever way it is read', () => {
    fc.assert(
      fc.property(orderlyEntriesArbitrary, fc.nat(24), (entries, cut) => {
        const before = fold(entries.slice(0, cut));
        const [more, over] = [foldMore(before, entries.slice(cut)), foldOver(before, entries.slice(cut))];
        expect([...over.registers]).toEqual([...more.registers]);
        const byForEach: unknown[] = [];
        over.registers.forEach((value, key, map) => byForEach.push([key, value, map.get(key), map.has(key)]));
        expect(byForEach).toEqual([...more.registers].map(([key, value]) => [key, value, value, true]));
        expect([over.registers.size, [...over.registers.keys()], [...over.registers.values()], over.joins]).toEqual([
          ...[more.registers.size, [...more.registers.keys()], [...more.registers.values()], more.joins],
        ]);
      }),
      RUNS,
    );
  });

  it('leaves the state it was given as it was, and knows entries it has seen', () => {
    const before = fold([first]);
    const after = foldMore(before, [second, first]);
    expect(before.registers.get('target/A')?.value).toBe('a');
    expect(after.registers.get('target/A')?.history).toEqual([second, first]);
  });
});

describe('idsToReplace', () => {
  it('lists every head, stubs left without value included', () => {
    expect(idsToReplace(fold([first, second, third]), 'target/A')).toEqual([idOf(2), idOf(3)]);
    expect(idsToReplace(fold([stubOf(first)]), 'target/A')).toEqual([idOf(1)]);
    expect(idsToReplace(fold([]), 'target/A')).toEqual([]);
  });
});
