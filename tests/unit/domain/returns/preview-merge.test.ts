import { describe, expect, it } from 'vitest';
import { nextEntryId } from '../../../../src/domain/journal/clock.ts';
import { journalOf } from '../../../../src/domain/journal/merge.ts';
import type { MergeSide } from '../../../../src/domain/returns/preview-merge.ts';
import { previewMerges } from '../../../../src/domain/returns/preview-merges.ts';
import { tinyFramework, tinyFrameworkJson } from '../../../fixtures/tiny-framework.ts';
import { fullEntry, idOf, stubOf } from '../journal/arbitrary-journal.ts';

const NOW = Date.UTC(2026, 10, 22);
const framework = tinyFramework();
const assessment = { id: 'benin-2026', round: '2026', parent: null };
const first = fullEntry(idOf(1), 'target/A', 'a', []);
const newer = fullEntry(idOf(2), 'target/A', 'b', [idOf(1)]);
const rival = fullEntry(idOf(3), 'target/A', 'c', [idOf(1)]);
const other = fullEntry(idOf(4), 'impact/A', 2, []);

function sideOf(...entries: Parameters<typeof journalOf>[0][]) {
  return { assessment, framework, journal: journalOf(entries.flatMap((list) => [...list])) };
}
const mine = sideOf([first]);

const previewMerge = (into: MergeSide, theirs: MergeSide, nowMs: number) =>
  previewMerges(into, [theirs], nowMs).files[0]!;

describe('what merging one file would do', () => {
  it('counts what is new, newer and the same', () => {
    expect(previewMerge(mine, sideOf([first, newer, other]), NOW)).toEqual({
      refused: [],
      notices: [],
      newEntries: 2,
      sameEntries: 1,
      completedEntries: 0,
      newRegisters: ['impact/A'],
      newerRegisters: ['target/A'],
      conflictingRegisters: [],
      differingEntries: [],
      settled: null,
    });
  });

  it('names the registers that end in conflict', () => {
    const preview = previewMerge(sideOf([first, newer]), sideOf([first, rival]), NOW);
    expect(preview).toMatchObject({ newEntries: 1, newerRegisters: [], conflictingRegisters: ['target/A'] });
  });

  it('changes nothing when the same file comes again', () => {
    const preview = previewMerge(sideOf([first, newer]), sideOf([first, newer]), NOW);
    expect(preview).toMatchObject({ newEntries: 0, sameEntries: 2, newRegisters: [], newerRegisters: [] });
  });

  it('tells stubs that become whole from entries that differ', () => {
    const altered = { ...newer, value: 'forged' };
    const preview = previewMerge(sideOf([stubOf(first), newer]), sideOf([first, altered]), NOW);
    expect(preview).toMatchObject({ completedEntries: 1, sameEntries: 0, differingEntries: [newer.id] });
    expect(preview.notices).toMatchObject([{ code: 'merge.differingEntries', params: { count: 1 } }]);
  });

  it('names who has a clock more than a day ahead', () => {
    const ahead = fullEntry(nextEntryId(null, NOW + 2 * 86_400_000, '0'.repeat(16)), 'target/B', 'x', []);
    expect(previewMerge(mine, sideOf([ahead]), NOW).notices).toMatchObject([
      {
        code: 'merge.clockAhead',
        params: { actor: 'institution:labour', count: 1, latest: '2026-11-24T00:00:00.000Z' },
      },
    ]);
  });

  it('says that damaged lines come along', () => {
    const theirs = { ...mine, journal: journalOf([first], ['{']) };
    expect(previewMerge(mine, theirs, NOW).notices).toMatchObject([
      { code: 'merge.damagedLines', params: { count: 1 } },
    ]);
  });

  const refusalOf = (theirs: Partial<MergeSide>) =>
    previewMerge(mine, { ...mine, ...theirs }, NOW).refused.map(({ code }) => code);

  it('refuses another assessment, another framework, another version, another structure, with every reason', () => {
    const anotherRound = { ...assessment, id: 'benin-2028' };
    expect(refusalOf({ assessment: anotherRound })).toEqual(['merge.otherAssessment']);
    expect(refusalOf({ assessment: { ...assessment, round: 'other' } })).toEqual(['merge.otherRound']);
    expect(refusalOf({ assessment: { ...assessment, parent: 'other' } })).toEqual(['merge.otherRound']);
    const says = { ...fullEntry(idOf(9), 'round/created', null, []), assessment: { ...assessment, parent: 'other' } };
    // The entry could become the first of all: then the merged file would name two assessments.
    expect(refusalOf({ journal: journalOf([says]) })).toEqual(['merge.otherRound']);
    expect(refusalOf({ framework: tinyFramework({ id: 'small' }) })).toEqual(['merge.otherFramework']);
    expect(refusalOf({ framework: tinyFramework({ version: '1.3.0' }) })).toEqual(['merge.otherFrameworkVersion']);
    const method = { ...framework.structure.method, minimumCoverage: 0.75 };
    expect(refusalOf({ framework: tinyFramework({ method }), assessment: anotherRound })).toEqual([
      'merge.otherAssessment',
      'merge.otherFrameworkStructure',
    ]);
  });

  it('merges across texts and patch versions, with a notice', () => {
    const texts = tinyFrameworkJson()['texts'] as { en: Record<string, unknown> };
    const reworded = tinyFramework({ version: '1.2.1', texts: { en: { ...texts.en, title: 'Another title' } } });
    const preview = previewMerge(mine, { ...mine, framework: reworded }, NOW);
    expect(preview.refused).toEqual([]);
    expect(preview.notices).toMatchObject([{ code: 'merge.otherFrameworkTexts', params: { theirs: '1.2.1' } }]);
  });
});
