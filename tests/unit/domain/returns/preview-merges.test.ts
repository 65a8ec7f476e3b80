import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { journalOf, mergeJournals } from '../../../../src/domain/journal/merge.ts';
import { MergesPlanner, previewMerges } from '../../../../src/domain/returns/preview-merges.ts';
import { countOperations } from '../../../fixtures/count-operations.ts';
import { tinyFramework } from '../../../fixtures/tiny-framework.ts';
import { fullEntry, idOf, journalsArbitrary, RUNS } from '../journal/arbitrary-journal.ts';

const framework = tinyFramework();
const NOW_MS = Date.UTC(2026, 10, 21, 10);
const side = (journal: ReturnType<typeof journalOf>, id = 'a1') => ({
  assessment: { id, round: 'r1', parent: null },
  framework,
  journal,
});

describe('previewMerges', () => {
  it('ends the same in any order and however often, and loses nothing', () => {
    fc.assert(
      fc.property(journalsArbitrary(4), ([mine, a, b, c]) => {
        const mergedOf = (theirs: Parameters<typeof previewMerges>[1]) =>
          mergeJournals(mine!, previewMerges(side(mine!), theirs, NOW_MS).brought);
        const merged = mergedOf([side(a!), side(b!), side(c!)]);
        expect(merged).toEqual(mergeJournals(mine!, a!, b!, c!));
        const again = previewMerges(side(mine!), [side(c!), side(a!), side(c!), side(b!)], NOW_MS);
        expect(mergeJournals(mine!, again.brought)).toEqual(merged);
        expect(again.conflicts).toEqual(previewMerges(side(mine!), [side(a!), side(b!), side(c!)], NOW_MS).conflicts);
        const twice = previewMerges(side(merged), [side(a!), side(b!)], NOW_MS);
        expect(twice.files.map(({ newEntries, completedEntries }) => newEntries + completedEntries)).toEqual([0, 0]);
      }),
      RUNS,
    );
  });

  it('leaves out a refused file and takes the others', () => {
    const entry = (n: number) => journalOf([fullEntry(idOf(n), 'target/A', `v${n}`, [])]);
    const preview = previewMerges(side(entry(1)), [side(entry(2), 'another'), side(entry(3))], NOW_MS);
    expect(preview.files.map(({ refused }) => refused.map(({ code }) => code))).toEqual([
      ['merge.otherAssessment'],
      [],
    ]);
    expect(preview.brought.entries.map(({ id }) => id)).toEqual([idOf(3)]);
    expect(preview.conflicts).toEqual(['target/A']);
  });

  it('takes for a file what the file says, however much is here', () => {
    const here = (count: number) =>
      journalOf(Array.from({ length: count }, (_, n) => fullEntry(idOf(100 + n), `target/T${n}`, 1, [])));
    const files = (count: number) =>
      Array.from({ length: count }, (_, n) => side(journalOf([fullEntry(idOf(n), `target/F${n}`, 1, [])])));
    // What forty files cost more than ten: with little here, and with a hundred times that.
    const costOf = (mine: ReturnType<typeof here>, count: number) => {
      const theirs = files(count);
      return countOperations(() => void previewMerges(side(mine), theirs, NOW_MS));
    };
    const [few, many] = [20, 2000].map((count) => costOf(here(count), 40) - costOf(here(count), 10));
    expect(few).toBeGreaterThan(30);
    expect(many).toBeLessThanOrEqual(few! * 1.2);
  });

  it('counts what a later file repeats as the same', () => {
    const entry = journalOf([fullEntry(idOf(4), 'target/A', 1, [])]);
    const { files } = previewMerges(side(journalOf([])), [side(entry), side(entry)], NOW_MS);
    expect(files.map(({ newEntries, sameEntries }) => [newEntries, sameEntries])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  it('says the same where one of several files was read anew as where all are read at once', () => {
    fc.assert(
      fc.property(journalsArbitrary(5), fc.nat(2), ([mine, a, b, c, anew], index) => {
        const planner = new MergesPlanner(side(mine!), NOW_MS, null);
        const sides = [side(a!), side(b!), side(c!)];
        planner.preview(sides);
        const next = sides.map((one, at) => (at === index ? side(anew!) : one));
        expect(planner.preview(next)).toEqual(previewMerges(side(mine!), next, NOW_MS));
      }),
      RUNS,
    );
  });

  it('does not look a second time at files that have nothing to do with the one that was read anew', () => {
    const entry = (n: number, register: string) => journalOf([fullEntry(idOf(n), register, n, [])]);
    const planner = new MergesPlanner(side(entry(1, 'target/A')), NOW_MS, null);
    const sides = [side(entry(2, 'target/B')), side(entry(3, 'target/C')), side(entry(4, 'target/B'))];
    const first = planner.preview(sides).files;
    const again = planner.preview([side(entry(5, 'target/B')), ...sides.slice(1)]).files;
    expect(again.map((preview, index) => preview === first[index])).toEqual([false, true, false]);
    expect(again[2]!.conflictingRegisters).toEqual(['target/B']);
  });
});
