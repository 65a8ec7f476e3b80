import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LevelGroup } from '../../../../src/domain/together/share-levels.ts';
import { FEWEST_FILES, FEWEST_PARTICIPANTS, shareLevels } from '../../../../src/domain/together/share-levels.ts';

const scaleOf = (levels: number) => ({
  levels: Array.from({ length: levels }, (_, place) => ({ id: `l${place + 1}`, points: place })),
});

/** Participants by place: without a level first, then from the lowest level up. */
const levelsOf = (cells: readonly number[]) =>
  cells.flatMap((count, place) => Array.from({ length: count }, () => (place === 0 ? null : `l${place}`)));

const shownOf = (cells: readonly number[]) => shareLevels(scaleOf(cells.length - 1), levelsOf(cells));

const inWords = (groups: readonly LevelGroup[] | null) =>
  groups?.map(({ levels, withoutLevel, count }) => `${withoutLevel ? '- ' : ''}${levels.join(' ')}: ${count}`);

describe('the spread of participants over levels', () => {
  it.each([
    [
      [0, 5, 6, 8, 4],
      ['- l1: 5', 'l2: 6', 'l3: 8', 'l4: 4'],
    ],
    [
      [4, 5, 6, 8, 4],
      ['-: 4', 'l1: 5', 'l2: 6', 'l3: 8', 'l4: 4'],
    ],
    [
      [0, 1, 6, 8, 2],
      ['- l1 l2: 7', 'l3 l4: 10'],
    ],
    [
      [2, 3, 3, 0, 0],
      ['- l1: 5', 'l2 l3 l4: 3'],
    ],
  ])('of %j is %j', (cells, words) => {
    expect(inWords(shownOf(cells))).toEqual(words.map((one) => one.replace('-:', '- :')));
  });

  it.each([
    ['all on one level', [0, 0, 12, 0, 0]],
    ['all but two on one level', [0, 2, 12, 0, 0]],
    ['four files', [0, 2, 2, 0, 0]],
    ['five files, of which two stand apart', [0, 3, 2, 0, 0]],
    ['none', [0, 0, 0, 0, 0]],
  ])('is not shown: %s', (_, cells) => {
    expect(shownOf(cells)).toBeNull();
  });

  const cells = fc.array(fc.nat({ max: 9 }), { minLength: 3, maxLength: 7 });

  it('adds up, names every level once, and has three participants at least on either side of whatever is shown', () => {
    fc.assert(
      fc.property(cells, (counts) => {
        const groups = shownOf(counts);
        const total = counts.reduce((sum, count) => sum + count, 0);
        if (groups === null) return;
        expect(total).toBeGreaterThanOrEqual(FEWEST_FILES);
        expect(groups.flatMap(({ levels }) => levels)).toEqual(counts.slice(1).map((_, place) => `l${place + 1}`));
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(total);
        for (const { count, share } of groups) {
          expect(count).toBeGreaterThanOrEqual(FEWEST_PARTICIPANTS);
          expect(total - count).toBeGreaterThanOrEqual(FEWEST_PARTICIPANTS);
          expect(share).toBeCloseTo(count / total, 12);
        }
      }),
    );
  });

  it('says nothing of who is who: the order of the files does not matter', () => {
    fc.assert(
      fc.property(cells, (counts) => {
        const levels = levelsOf(counts);
        expect(shareLevels(scaleOf(counts.length - 1), levels.reverse())).toEqual(shownOf(counts));
      }),
    );
  });
});

/** Every way in which `total` participants can stand on so many places. */
function* waysOf(total: number, places: number): Generator<number[]> {
  if (places === 1) {
    yield [total];
    return;
  }
  for (let first = 0; first <= total; first += 1) {
    for (const rest of waysOf(total - first, places - 1)) yield [first, ...rest];
  }
}

/**
 * Whoever knows the rule as well as what is shown can try every way that shows the same. What is the same in all of them is
 * known: it must never be that one or two stand on a level, on any levels together, or on all others.
 */
describe.each([3, 4, 5].flatMap((places) => [5, 6, 7, 8, 9, 10, 11].map((total) => ({ places, total }))))(
  '$total participants on $places places',
  ({ places, total }) => {
    it('cannot be told apart in groups of one or two by subtracting, with the rule in hand', () => {
      const byShown = new Map<string, number[][]>();
      for (const way of waysOf(total, places)) {
        const shown = JSON.stringify(shownOf(way));
        byShown.set(shown, [...(byShown.get(shown) ?? []), way]);
      }
      const isFew = (count: number) => count > 0 && count < FEWEST_PARTICIPANTS;
      const known = [...byShown].flatMap(([shown, ways]) =>
        Array.from({ length: 2 ** places - 1 }, (_, index) => index + 1).flatMap((mask) => {
          const sums = new Set(
            ways.map((way) => way.reduce((sum, c, place) => sum + ((mask >> place) & 1 ? c : 0), 0)),
          );
          const [only] = sums;
          return sums.size === 1 && only !== undefined && (isFew(only) || isFew(total - only)) ? [{ shown, mask }] : [];
        }),
      );
      expect(known).toEqual([]);
    });
  },
);
