import { describe, expect, it } from 'vitest';
import { readAssessment } from '../../../../src/domain/assessment/read-assessment.ts';
import type { UnreadableInSheet } from '../../../../src/domain/intake/map-columns.ts';
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
function readWith(
  text: string,
  settled: ReadonlyMap<string, string>,
  entries: readonly Entry[] = HERE,
  unreadable: readonly UnreadableInSheet[] = [],
) {
  const sheet = readAnswerSheet(text, framework, settled, unreadable);
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.problems));
  const journal = fold(entries);
  const nextId = () => `2026-11-30T00:00:00.000Z-${String(++ids).padStart(4, '0')}-00000000000000aa`;
  const { institutions } = readAssessment(journal, framework);
  const side = sheetSide(sheet.value, { institutions, journal, nowMs: NOW_MS, nextId });
  return { ...side, advice: [...sheet.advice, ...side.advice] };
}
const sideOf = (text: string, entries: readonly Entry[] = HERE): SheetSide => readWith(text, new Map(), entries);

/** What is left of a sheet when a person enters these in the place of what is open, in its order; null leaves it. */
function settledAs(text: string, ...values: (string | null)[]): SheetSide {
  const open = sideOf(text).open.map(({ id }, index) => [id, values[index] ?? null] as const);
  return readWith(text, new Map(open.flatMap(([id, value]) => (value === null ? [] : [[id, value]]))));
}
const openOf = ({ open }: SheetSide) => open.map(({ problem: { code, line } }) => [line, code]);
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

  it('says how many agreed levels say how sure somebody is, which they cannot keep, and takes two that differ in it alone for one', () => {
    const side = sideOf('indicator,answer,confidence\nA-1,mature,high\nA-1,mature,low\nA-2,,low\nB-1,mature,');
    expect(side.open).toEqual([]);
    expect(wrote(side).map(([register]) => register)).toEqual(['agreed/A-1/answer', 'agreed/B-1/answer']);
    expect(side.advice.map(({ code, params }) => [code, params])).toContainEqual([
      'sheet.agreedConfidence',
      { count: 2 },
    ]);
    const ofOne = sideOf('indicator,answer,confidence,institution\nA-1,mature,high,labour\nA-1,mature,low,labour');
    expect(openOf(ofOne)).toEqual([[3, 'sheet.duplicateRow']]);
  });

  it('takes many rows that say the same for one, in time that grows with their number', () => {
    const side = sideOf(`indicator,answer\n${'A-1,mature\n'.repeat(30_000)}`);
    expect([side.open, wrote(side).length, side.advice.map(({ params }) => params['count'])]).toEqual([[], 1, [1]]);
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

describe('what stays open of an answer sheet', () => {
  it.each(['1', '3', 'Niveau 3', 'developed', 'n/a', '?'])('is settled on the spot: an answer, by %s', (value) => {
    const text = 'indicator,answer,comment,institution\nA-1,tres avance,why,labour';
    const side = settledAs(text, value);
    const wanted = { '1': null, 'n/a': { notApplicable: 'why' }, '?': { unknown: true } };
    expect([side.open, side.advice]).toEqual([[], []]);
    // That it is nascent is known already.
    const said = value in wanted ? wanted[value as keyof typeof wanted] : { level: 'developed' };
    expect(wrote(side).find(([register]) => register === 'rating/labour/A-1/1/answer')?.[1] ?? null).toEqual(said);
  });

  it('is offered what it can be, for every kind of cell', () => {
    const text = [
      'indicator,answer,target,impact,ease,institution',
      'A-1,much,far,9,,',
      'Z-1,mature,,,,labour',
      'B-1,mature,,1,,labour',
      'B-1,mature,,2,,Ministry of Health',
    ].join('\n');
    const levels = ['nascent', 'emerging', 'developed', 'mature'];
    expect(sideOf(text).open.map(({ problem: { code }, options, entry }) => [code, options, entry])).toEqual([
      ['sheet.unknownAnswer', [...levels, 'n/a', 'unknown'], null],
      ['sheet.unknownTarget', [...levels, 'none'], null],
      ['sheet.notOneToFour', ['1', '2', '3', '4'], null],
      ['sheet.unknownIndicator', ['A-1', 'A-2', 'B-1', 'B-2'], 'text'],
      ['sheet.differingValues', ['1', '2'], null],
    ]);
    const side = settledAs(text, 'mature', 'none', '4', 'A-2', '2');
    expect(side.open).toEqual([]);
    expect(Object.fromEntries(wrote(side).map(([register, value]) => [register, value]))).toEqual({
      'agreed/A-1/answer': { level: 'mature' },
      'target/A-1': { none: '' },
      'impact/A-1': 4,
      'rating/labour/B-1/1/answer': { level: 'mature' },
      'rating/health/B-1/1/answer': { level: 'mature' },
      'impact/B-1': 2,
    });
  });

  it('stays open where what was entered is no better', () => {
    const text = 'indicator,answer,institution\nA-1,much,labour';
    const side = settledAs(text, 'more');
    expect(side.open.map(({ id, problem }) => [id, problem.params['answer']])).toEqual([
      [sideOf(text).open[0]!.id, 'more'],
    ]);
  });

  it('asks once which institution is meant by a name that is like one here, and takes none by itself', () => {
    const text =
      'indicator,answer,institution\nA-1,mature,Ministère Emploi\nA-2,nascent,Ministère Emploi\nB-1,mature,Fish';
    const side = sideOf(text);
    expect(wrote(side)).toEqual([]);
    expect(
      side.open.map(({ problem: { code, line, params }, options }) => [line, code, params['rows'], options]),
    ).toEqual([
      [2, 'sheet.alikeInstitution', 2, ['Ministère de l’Emploi', 'Ministry of Health']],
      [4, 'sheet.unknownInstitution', 1, ['Ministère de l’Emploi', 'Ministry of Health']],
    ]);
    const settled = settledAs(text, 'Ministère de l’Emploi', null);
    expect(wrote(settled).map(([register]) => register)).toEqual([
      'rating/labour/A-1/1/answer',
      'rating/labour/A-2/1/answer',
    ]);
    expect([settled.institution, openOf(settled)]).toEqual(['labour', [[4, 'sheet.unknownInstitution']]]);
  });

  it.each([
    '1. Ministry of Health',
    '2) MINISTRY OF HEALTH',
    'a) Ministry of Health',
    '\u2022 health',
    'II. Ministry of Health',
  ])('knows an institution behind the number that a list put in front of it: %s', (name) => {
    expect(sideOf(`indicator,answer,institution\nA-1,mature,${name}`)).toMatchObject({
      institution: 'health',
      open: [],
    });
  });

  it('asks where the number may be a part of the name, and finds first what is so called with it', () => {
    const row = (name: string) => `indicator,answer,institution\nA-1,mature,${name}`;
    expect(openOf(sideOf(row('1. Ministry of Helth')))).toEqual([[2, 'sheet.alikeInstitution']]);
    expect(openOf(sideOf(row('H. Ministry of Health')))).toEqual([[2, 'sheet.alikeInstitution']]);
    const both = entriesOf([
      ['institution/one/name', 'Urgences'],
      ['institution/two/name', '112. Urgences'],
    ]);
    expect(sideOf(row('112. urgences'), both).institution).toBe('two');
  });

  it('tells two institutions of one name apart by their ids', () => {
    const twins = entriesOf([
      ['institution/one/name', 'Police'],
      ['institution/two/name', 'Police'],
    ]);
    const text = 'indicator,answer,institution\nA-1,mature,POLICE';
    const [cell] = sideOf(text, twins).open;
    expect(cell?.options).toEqual(['one', 'two']);
    expect(wrote(readWith(text, new Map([[cell!.id, 'two']]), twins))).toHaveLength(1);
  });
});

describe('an answer sheet as people fill it in', () => {
  it.each([
    ['Niveau 3', { level: 'developed' }],
    ['3 - Developed', { level: 'developed' }],
    ['NSP', { unknown: true }],
    ['S/O', { notApplicable: 'why' }],
  ])('is read in the usual spellings, and says what was understood: %s', (written, value) => {
    const side = sideOf(`indicator,answer,comment,institution\nA-1,${written},why,labour\nB-1,${written},why,labour`);
    expect(wrote(side)[0]).toEqual(['rating/labour/A-1/1/answer', value, 'facilitator']);
    expect(side.advice.map(({ code, line, params }) => [code, line, params['written']])).toEqual([
      ['sheet.readAs', 2, written],
    ]);
  });

  it('says a level by its number, which is the same in every language, and nothing where that is what stood there', () => {
    const side = sideOf('indicator,answer,institution\nA-1,3,labour\nB-1,Niveau 3,labour');
    expect(wrote(side)[0]).toEqual(['rating/labour/A-1/1/answer', { level: 'developed' }, 'facilitator']);
    expect(side.advice.map(({ params }) => params)).toEqual([{ written: 'Niveau 3', read: '3', kind: 'level' }]);
  });

  it.each(['3 or 4', '2 - Developed', '3 in part', 'not ours'])(
    'asks about what can be read in two ways: %s',
    (written) => {
      const side = sideOf(`indicator,answer,institution\nA-1,${written},labour`);
      expect([side.open.length, wrote(side)]).toEqual([1, []]);
    },
  );

  it.each(['#REF!', '#NAME?', '#N/A', '#NOM?', '#VALEUR!', '#DIV/0!', 'Err:508'])(
    'takes no error of a spreadsheet for a word, nor for an emptied cell: %s',
    (shown) => {
      const side = sideOf(
        `indicator,answer,comment,institution\nA-2,${shown},${shown},labour\n${shown},mature,,labour`,
      );
      expect(wrote(side)).toEqual([]);
      expect(openOf(side)).toEqual([
        [2, 'intake.cellError'],
        [2, 'intake.cellError'],
        [3, 'intake.cellError'],
      ]);
    },
  );

  it('asks whose the rows are that stand beside an error of a spreadsheet, once for all of them', () => {
    const text = 'indicator,answer,institution\nA-1,mature,#REF!\nA-2,nascent,#REF!';
    const side = sideOf(text);
    expect(side.open.map(({ problem: { code, line, params }, options }) => [line, code, params, options])).toEqual([
      [2, 'intake.cellError', { shown: '#REF!' }, ['Ministère de l’Emploi', 'Ministry of Health']],
    ]);
    expect(wrote(side)).toEqual([]);
    expect(wrote(settledAs(text, 'Ministry of Health')).map(([register]) => register)).toEqual([
      'rating/health/A-1/1/answer',
      'rating/health/A-2/1/answer',
    ]);
  });

  it('takes rows that say the same for one, whatever the institution is called in them, and none of those that differ', () => {
    const same = 'indicator,answer,institution\nA-1,mature,labour\nA-1,mature,Ministère de l’Emploi\nA-1,,labour';
    expect([wrote(sideOf(same)).length, openOf(sideOf(same))]).toEqual([1, []]);
    const differing = 'indicator,answer,institution\nA-1,mature,labour\nA-1,emerging,Ministère de l’Emploi';
    expect([wrote(sideOf(differing)), openOf(sideOf(differing))]).toEqual([[], [[3, 'sheet.duplicateRow']]]);
  });

  it('asks once whose the rows are below a name that stands for all of them, and leaves agreed levels beside opinions alone', () => {
    const text = 'indicator,answer,institution\nA-1,mature,labour\nA-2,nascent,\nB-1,nascent,';
    expect(openOf(sideOf(text))).toEqual([[3, 'sheet.nameAbove']]);
    const registers = (side: SheetSide) => wrote(side).map(([register]) => register);
    expect(registers(sideOf(text))).toEqual(['rating/labour/A-1/1/answer']);
    expect(registers(settledAs(text, 'labour'))).toEqual(
      ['A-1', 'A-2', 'B-1'].map((id) => `rating/labour/${id}/1/answer`),
    );
    expect(registers(settledAs(text, ''))).toEqual([
      'rating/labour/A-1/1/answer',
      'agreed/A-2/answer',
      'agreed/B-1/answer',
    ]);
    const agreed = 'indicator,answer,institution\nA-1,mature,labour\nA-1,nascent,\nB-1,mature,labour\nB-1,nascent,';
    expect(openOf(sideOf(agreed))).toEqual([]);
  });

  it('asks whose the rows are below a name that cannot be read, and takes none of them for those of the name before', () => {
    const text = 'indicator,answer,institution\nA-1,mature,labour\nA-2,nascent,#REF!\nB-1,nascent,';
    const cell = { unreadable: 'error', shown: '#REF!' } as const;
    const unreadable = [{ line: 3, column: 'institution', cell }] as const;
    const side = readWith(text, new Map(), HERE, unreadable);
    expect(side.open.map(({ problem, options }) => [problem.code, problem.params, options])).toEqual([
      ['intake.cellError', { shown: '#REF!' }, []],
      ['sheet.nameAbove', { institution: '#REF!', rows: 1 }, ['']],
    ]);
    const registers = (read: SheetSide) => wrote(read).map(([register]) => register);
    expect(registers(side)).toEqual(['rating/labour/A-1/1/answer']);
    const settled = new Map(side.open.map(({ id }) => [id, 'health'] as const));
    const whole = readWith(text, settled, HERE, unreadable);
    expect([whole.open, registers(whole)]).toEqual([
      [],
      ['rating/labour/A-1/1/answer', 'rating/health/A-2/1/answer', 'rating/health/B-1/1/answer'],
    ]);
  });
});
