import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeJournals } from '../../../../src/domain/journal/merge.ts';
import { previewMerges } from '../../../../src/domain/journal/preview-merges.ts';
import { tinyFramework } from '../../../fixtures/tiny-framework.ts';
import { fullEntry, idOf, journalsArbitrary, RUNS } from './arbitrary-journal.ts';
import { journalOf } from '../../../../src/domain/journal/merge.ts';

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
        const { merged } = previewMerges(side(mine!), [side(a!), side(b!), side(c!)], NOW_MS);
        expect(merged).toEqual(mergeJournals(mine!, a!, b!, c!));
        const again = previewMerges(side(mine!), [side(c!), side(a!), side(c!), side(b!)], NOW_MS);
        expect(again.merged).toEqual(merged);
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
    expect(preview.merged.entries.map(({ id }) => id)).toEqual([idOf(1), idOf(3)].sort());
    expect(preview.conflicts).toEqual(['target/A']);
  });

  it('counts what a later file repeats as the same', () => {
    const entry = journalOf([fullEntry(idOf(4), 'target/A', 1, [])]);
    const { files } = previewMerges(side(journalOf([])), [side(entry), side(entry)], NOW_MS);
    expect(files.map(({ newEntries, sameEntries }) => [newEntries, sameEntries])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });
});
