import { describe, expect, it } from 'vitest';
import { readAssessment } from '../../../../src/domain/assessment/read-assessment.ts';
import type { SheetSide } from '../../../../src/domain/intake/sheet-side.ts';
import { sheetSide } from '../../../../src/domain/intake/sheet-side.ts';
import type { Entry } from '../../../../src/domain/journal/entry-schema.ts';
import { fold } from '../../../../src/domain/registers/fold.ts';
import { readAnswerSheet } from '../../../../src/file/answer-sheet.ts';
import { entriesOf } from '../../../fixtures/assessment-of.ts';
import { tinyFramework } from '../../../fixtures/tiny-framework.ts';

const framework = tinyFramework();
const NOW_MS = Date.UTC(2026, 10, 30);
const HERE = entriesOf([
  ['institution/labour/name', 'Ministère de l’Emploi'],
  ['institution/health/name', 'Ministry of Health'],
  ['rating/labour/A-1/1/answer', { level: 'nascent' }],
  ['rating/labour/A-2/1/answer', { level: 'mature' }],
]);

let ids = 0;
function sideOf(text: string, entries: readonly Entry[] = HERE): SheetSide {
  const sheet = readAnswerSheet(text, framework);
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.problems));
  const journal = fold(entries);
  const nextId = () => `2026-11-30T00:00:00.000Z-${String(++ids).padStart(4, '0')}-00000000000000aa`;
  const { institutions } = readAssessment(journal, framework);
  return sheetSide(sheet.value, { institutions, journal, nowMs: NOW_MS, nextId });
}
const wrote = ({ entries }: SheetSide) =>
  entries.flatMap((entry) => ('value' in entry ? [[entry.register, entry.value, entry.actor]] : []));

describe('an answer sheet taken into an assessment', () => {
  it('brings what is new of an institution, by its name however it is typed, or its id, as one return', () => {
    const side = sideOf(
      "indicator;answer;comment;institution\na-1;Mature;so;MINISTERE DE L'EMPLOI\nA-2;mature;;labour",
    );
    expect(side).toMatchObject({ institution: 'labour', taken: 1, open: [], advice: [] });
    expect(wrote(side)).toEqual([
      ['rating/labour/A-1/1/answer', { level: 'mature' }, 'facilitator'],
      ['rating/labour/A-1/1/comment', 'so', 'facilitator'],
    ]);
    expect(side.entries[0]!.replaces).toEqual([HERE[2]!.id]);
    expect(side.said.get('rating/labour/A-2/1/answer')).toEqual({ level: 'mature' });
  });

  it('brings nothing when it is taken in again, and leaves what stands beside an empty cell', () => {
    const text = 'indicator,answer,comment,institution\nA-1,mature,so,labour\nA-2,,,labour';
    const first = sideOf(text);
    expect(wrote(first)).toHaveLength(2);
    expect(wrote(sideOf(text, [...HERE, ...first.entries]))).toEqual([]);
  });

  it('takes rows without institution for agreed levels, and says so; target, impact and ease come along', () => {
    const side = sideOf(
      'indicator,answer,comment,target,impact,ease\nA-1,n/a,no coast,none,3,"2,5"\nA-2,unknown,why,,,',
    );
    expect(side.institution).toBeNull();
    expect(wrote(side).map(([register, value]) => [register, value])).toEqual([
      ['agreed/A-1/answer', { notApplicable: 'no coast' }],
      ['agreed/A-2/answer', { unknown: true }],
      ['agreed/A-2/rationale', 'why'],
      ['target/A-1', { none: '' }],
      ['impact/A-1', 3],
      ['ease/A-1', 2.5],
    ]);
    expect(side.advice.map(({ code, params }) => [code, params])).toEqual([['sheet.agreedRows', { count: 2 }]]);
  });

  it('takes what is right of a sheet with mistakes, and leaves the rest open with its line', () => {
    const side = sideOf(
      [
        'indicator,answer,comment,institution',
        'A-1,tres avance,kept,labour',
        'Z-9,mature,,labour',
        'A-2,nascent,,Ministry of Fish',
        'A-2,nascent,,labour',
        'A-2,mature,,labour',
      ].join('\n'),
    );
    expect(wrote(side).map(([register]) => register)).toEqual(['rating/labour/A-1/1/comment']);
    expect(side.open.map(({ problem: { code, line } }) => [line, code])).toEqual([
      [2, 'sheet.unknownAnswer'],
      [3, 'sheet.unknownIndicator'],
      [4, 'sheet.unknownInstitution'],
      [6, 'sheet.duplicateRow'],
    ]);
    expect(new Set(side.open.map(({ id }) => id)).size).toBe(4);
  });

  it('is nobody’s return where it is of several', () => {
    const side = sideOf('indicator,answer,institution\nA-1,mature,labour\nA-1,nascent,Ministry of Health');
    expect(side.institution).toBeNull();
    expect(wrote(side)).toHaveLength(2);
  });
});
