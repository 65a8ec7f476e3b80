import { beforeAll, describe, expect, it } from 'vitest';
import { isFull } from '../../../src/domain/journal/entry-schema.ts';
import { fold } from '../../../src/domain/registers/fold.ts';
import { journalOf, mergeJournals } from '../../../src/domain/journal/merge.ts';
import type { WorkbookSheet } from '../../../src/domain/intake/cells.ts';
import { planMerge } from '../../../src/exchange/merge-plan.ts';
import { returnedSide } from '../../../src/exchange/returned-side.ts';
import type { Edit } from '../../fixtures/answer-workbooks.ts';
import { ASSESSMENT, edited, MADE, SETTINGS, sheetsOf, stateOf } from '../../fixtures/answer-workbooks.ts';
import { entriesOf } from '../../fixtures/assessment-of.ts';
import { random } from '../../fixtures/returns.ts';
import { nextVersion } from '../../fixtures/next-version.ts';

const NEXT = nextVersion();
const SENT = entriesOf([...SETTINGS, ['assignment/B-2/labour', 'lead']]);

let base: readonly WorkbookSheet[];
beforeAll(async () => {
  base = await sheetsOf({ entries: SENT });
});

/** What would become of a workbook that was made on 1.2.0, in an assessment on 1.3.0. */
function returned(sheets: readonly WorkbookSheet[]) {
  const { institutions } = stateOf(MADE);
  const given = {
    fileName: 'labour.xlsx',
    content: { ok: true, value: { kind: 'workbook', sheets }, advice: [] },
  } as const;
  const nowMs = Date.UTC(2026, 10, 30);
  const nextId = () => '';
  const place = {
    assessment: ASSESSMENT,
    framework: NEXT,
    institutions,
    isPack: false,
    journal: fold(SENT),
    nowMs,
    nextId,
  };
  const read = returnedSide(given, place);
  const plan = planMerge({ mine: { ...place, journal: journalOf(SENT) }, nowMs, random }, [read]);
  const { registers } = fold(mergeJournals(journalOf(SENT), plan.journal).entries);
  const brought = read.side?.journal.entries.filter(isFull).map(({ register }) => register) ?? [];
  return { plan, read, brought, valueIn: (register: string) => registers.get(register)?.value ?? null };
}
const filled = (...edits: Edit[]) => returned(edited(base, ...edits));

describe('a workbook that was made on an older version of the framework', () => {
  it('brings what asks the same, and names the rest', () => {
    const { plan, valueIn } = filled(
      [1, 'A-1', 'Your answer', '3'],
      [1, 'A-1', 'Comment', 'As in the Act'],
      [1, 'A-2', 'Your answer', '3'],
      [1, 'A-2', 'Comment', 'So it is'],
      [1, 'B-1', 'Your answer', '3'],
      [1, 'B-2', 'Your answer', '2'],
    );
    const [line] = plan.files;
    expect([line!.problems, line!.intake!.open]).toEqual([[], []]);
    expect(line!.notices).toMatchObject([
      { code: 'merge.olderFramework', params: { theirs: '1.2.0', mine: '1.3.0', taken: 2, left: 'A-2, B-2' } },
    ]);
    expect(['A-1', 'B-1'].map((id) => valueIn(`rating/labour/${id}/1/answer`))).toEqual([
      { level: 'developed' },
      { level: 'developed' },
    ]);
    expect(valueIn('rating/labour/A-1/1/requirements')).toEqual(['A-1/developed/a', 'A-1/emerging/a']);
    expect(valueIn('rating/labour/A-1/1/comment')).toBe('As in the Act');
    // The answer of before stays, with what was remarked now.
    expect(valueIn('rating/labour/A-2/1/answer')).toEqual({ level: 'emerging' });
    expect(valueIn('rating/labour/A-2/1/comment')).toBe('So it is');
  });

  it('brings a level below what changed, and none above it', () => {
    expect(filled([1, 'B-1', 'Your answer', '4']).brought).toEqual([]);
    expect(filled([1, 'A-2', 'Your answer', '1']).valueIn('rating/labour/A-2/1/answer')).toEqual({ level: 'nascent' });
  });

  it('does not work out a level from ticks under requirements that they were not made for', () => {
    const ticked = (id: string) => filled([2, `${id}/emerging/a`, 'Met?', 'yes']);
    expect(ticked('A-1').valueIn('rating/labour/A-1/1/answer')).toEqual({ level: 'emerging' });
    expect(ticked('B-1').brought).toEqual([]);
    expect(ticked('B-1').read.notices).toMatchObject([{ params: { left: 'B-1' } }, {}]);
  });

  it('brings no level where its requirements are not in it any more: nobody knows what was asked', () => {
    const withoutRequirements = edited(base, [1, 'A-1', 'Your answer', '3'], [1, 'B-1', 'Your answer', "don't know"]);
    const { brought, read } = returned(withoutRequirements.filter((_, index) => index !== 2));
    expect(brought).toEqual(['rating/labour/B-1/1/answer']);
    expect(read.notices).toMatchObject([{ code: 'merge.olderFramework', params: { left: 'A-1' } }]);
  });

  it('changes nothing where nobody touched it', () => {
    expect(returned(base).brought).toEqual([]);
  });
});
