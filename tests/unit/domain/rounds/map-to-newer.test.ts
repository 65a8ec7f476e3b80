import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../../src/domain/journal/entry-schema.ts';
import { journalOf } from '../../../../src/domain/journal/merge.ts';
import { previewMerges } from '../../../../src/domain/returns/preview-merges.ts';
import { mapToNewer } from '../../../../src/domain/rounds/map-to-newer.ts';
import { entriesOf } from '../../../fixtures/assessment-of.ts';
import { frameworkOf, indicatorsOn, structureOf } from '../framework-of.ts';

const ASSESSMENT = { id: 'a1', round: 'r1', parent: null };
const on = (...ids: string[]) => [{ id: 'domain', indicators: indicatorsOn('maturity', ...ids) }];
const LAST = frameworkOf(structureOf({ version: '0.9.0', domains: on('A-1', 'A-2', 'A-3', 'A-4') }), 2);
const NEXT = frameworkOf(
  structureOf({
    version: '0.10.0',
    supersedes: { 'A-2/developed/a': null, 'A-3': 'A-6' },
    domains: on('A-1', 'A-2', 'A-6', 'A-7'),
  }),
  2,
);
/** What a ministry answered on the older version. */
const RETURN = entriesOf([
  ['institution/labour/name', 'Labour'],
  ['rating/labour/A-1/1/answer', { level: 'mature' }],
  ['rating/labour/A-1/1/requirements', ['A-1/emerging/a']],
  ['rating/labour/A-2/1/answer', { level: 'developed' }],
  ['rating/labour/A-2/1/requirements', ['A-2/developed/a']],
  ['rating/labour/A-2/1/comment', 'so'],
  ['rating/labour/A-3/1/answer', { level: 'nascent' }],
  ['rating/labour/A-4/1/answer', { unknown: true }],
]);
const sideOn = (framework: typeof LAST, entries: readonly Entry[]) => ({
  assessment: ASSESSMENT,
  framework,
  journal: journalOf(entries),
});

describe('a return on an older version of the framework', () => {
  it('brings what asks the same, and names the rest', () => {
    const mapped = mapToNewer(sideOn(LAST, RETURN), NEXT)!;
    const registers = mapped.side.journal.entries.map(({ register }) => register);
    expect(registers).toEqual([
      'institution/labour/name',
      'rating/labour/A-1/1/answer',
      'rating/labour/A-1/1/requirements',
      'rating/labour/A-2/1/comment',
    ]);
    const [notice] = mapped.notices;
    expect(notice).toMatchObject({ code: 'merge.olderFramework', severity: 'advice' });
    expect(notice!.params).toMatchObject({ theirs: '0.9.0', mine: '0.10.0', taken: 1, left: 'A-2, A-3, A-4' });
    expect(previewMerges(sideOn(NEXT, []), [mapped.side], Date.UTC(2027, 0, 1)).files[0]).toMatchObject({
      refused: [],
      newEntries: 4,
    });
  });

  it('brings a level below the requirement that changed', () => {
    const low = entriesOf([['rating/labour/A-2/1/answer', { level: 'emerging' }]]);
    expect(mapToNewer(sideOn(LAST, low), NEXT)!.side.journal.entries).toHaveLength(1);
  });

  it('says of a return what it says of that version only', () => {
    const said = new Map<string, null>(RETURN.map(({ register }) => [register, null]));
    const returned = {
      institution: 'labour',
      form: 'pack',
      saved: null,
      hash: null,
      said,
      seen: new Set<string>(),
      changed: new Set(said.keys()),
    } as const;
    const { side } = mapToNewer({ ...sideOn(LAST, RETURN), returned }, NEXT)!;
    for (const registers of [side.returned!.said, side.returned!.changed]) {
      expect([...registers.keys()]).toContain('rating/labour/A-1/1/answer');
      expect([...registers.keys()]).not.toContain('rating/labour/A-3/1/answer');
    }
  });

  it.each([
    ['the same version', NEXT],
    ['a newer one', frameworkOf(structureOf({ version: '1.0.0', domains: on('A-1') }), 2)],
    ['another framework', frameworkOf(structureOf({ id: 'other', version: '0.1.0', domains: on('A-1') }), 2)],
  ])('is none on %s', (_which, theirs) => {
    expect(mapToNewer(sideOn(theirs, RETURN), NEXT)).toBeNull();
  });
});
