import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { answerSheetOf, findForeignTable, guessColumns, unreadableOf } from '../../../src/domain/intake/map-columns.ts';
import { readAnswerSheet } from '../../../src/file/answer-sheet.ts';
import { AssessmentSession } from '../../../src/state/session/assessment-session.svelte.ts';
import * as reporting from '../../../src/state/session/reporting.ts';
import { MergeDesk } from '../../../src/state/desks/merge-desk.svelte.ts';
import { readForeignTable } from '../../../src/state/library/read-foreign-table.ts';
import { ReadingDesk } from '../../../src/state/library/reading-desk.svelte.ts';
import { ASSESSMENT, framework } from '../../fixtures/answer-workbooks.ts';
import { entriesOf } from '../../fixtures/assessment-of.ts';
import { xlsxOf } from '../../fixtures/spoilings.ts';
import { FakeStore, fakeSurroundings } from './fake-store.ts';
import { MemoryIntake } from './memory-intake.ts';

const entries = entriesOf([
  ['institution/labour/name', 'Ministry of Labour'],
  ['assignment/A-1/labour', 'lead'],
]);
const ROWS = [
  ['What the poll says'],
  ['Topic', 'Stage reached', 'Ministry', 'Why', 'Certain', 'Worth'],
  ['A-1', '2', 'Ministry of Labour', 'As we see it', 'high', '3'],
  ['Nobody knows', '2', 'Ministry of Labour', '', '', ''],
];
const CSV = ROWS.map((row) => row.join(';')).join('\r\n');
const csv = new File([CSV], 'poll.csv');
const xlsx = new File([xlsxOf([{ name: 'Poll', rows: ROWS }]) as BlobPart], 'poll.xlsx');

const chosenOf = (chosen: File) => ({ chosen, fileName: chosen.name });
const sheetOf = (text: string) => ({ kind: 'sheet', text }) as const;
const onPage = () => new ReadingDesk(() => Promise.resolve(null));

function openDesk() {
  const session = new AssessmentSession({
    reporting,
    ...{ identity: ASSESSMENT, framework, crosswalks: new Map(), entries, tab: '1', drafts: [] },
    ...{ store: new FakeStore(), surroundings: fakeSurroundings() },
  });
  return { session, desk: new MergeDesk(session, new MemoryIntake(), onPage()) };
}

describe.each([csv, xlsx])("anybody's table, $name", (file) => {
  it('is refused until somebody says which column is which, then previewed as an answer sheet', async () => {
    const { session, desk } = openDesk();
    await desk.read([file]);
    expect(desk.plan?.files.map(({ problems }) => problems.length)).toEqual([1]);
    expect(desk.mappable.map(({ chosen }) => chosen)).toEqual([file]);

    const table = (await readForeignTable(desk.mappable[0]!, onPage())).table!;
    const map = { ...guessColumns(table, framework), answer: 1, institution: 2, comment: 3, confidence: 4, impact: 5 };
    await desk.readAs(desk.mappable[0]!, sheetOf(answerSheetOf(table, map, framework)));
    const [line] = desk.plan!.files;
    expect([line!.problems, line!.institution]).toEqual([[], 'labour']);
    expect(line!.intake?.open.map(({ problem }) => [problem.code, problem.line])).toEqual([
      ['sheet.unknownIndicator', 4],
    ]);
    await desk.confirm();
    expect(session.assessment.ratings.get('A-1')).toMatchObject([{ institution: 'labour', confidence: 'high' }]);
    expect(session.assessment.impacts.get('A-1')).toBe(3);
    expect(desk.mappable).toEqual([]);
  });
});

it('says of which lines of a text the quotation marks do not match, also where it is previewed', async () => {
  const lines = [...ROWS.slice(1, 3), ['A-1', '3', '"Labour" and more', '', '', '']].map((row) => row.join(';'));
  const file = new File([lines.join('\r\n')], 'poll.csv');
  const { desk } = openDesk();
  await desk.read([file]);
  const { table, problems } = await readForeignTable(desk.mappable[0]!, onPage());
  const map = { ...guessColumns(table!, framework), answer: 1, institution: 2 };
  await desk.readAs(desk.mappable[0]!, sheetOf(answerSheetOf(table!, map, framework)), problems);
  expect(desk.plan!.files[0]!.notices).toMatchObject([{ code: 'sheet.quotes', line: 3 }]);
});

describe('a table in a zip, or in a zip in it', () => {
  const inner = zipSync({ 'round/poll.xlsx': xlsxOf([{ name: 'Poll', rows: ROWS }]) });
  const zip = new File([zipSync({ 'poll.csv': strToU8(CSV), 'more.zip': inner }) as BlobPart], 'answers.zip');
  it('is one of those of which a person can say which column is which', async () => {
    const { session, desk } = openDesk();
    await desk.read([zip]);
    expect(desk.mappable.map(({ fileName }) => fileName)).toEqual([
      'answers.zip / poll.csv',
      'answers.zip / more.zip / round/poll.xlsx',
    ]);
    for (const one of desk.mappable) {
      const { table } = await readForeignTable(one, onPage());
      expect(table?.titles[1]).toBe('Stage reached');
      const map = { ...guessColumns(table!, framework), answer: 1, institution: 2 };
      await desk.readAs(one, sheetOf(answerSheetOf(table!, map, framework)));
    }
    expect(desk.plan!.files.map(({ problems, institution }) => [problems.length, institution])).toEqual([
      [0, 'labour'],
      [0, 'labour'],
    ]);
    await desk.confirm();
    expect(session.assessment.ratings.get('A-1')).toMatchObject([{ institution: 'labour' }]);
  });
});

describe('a cell that nobody can read', () => {
  const error = { unreadable: 'error', shown: '#REF!' } as const;
  const struck = { unreadable: 'struck', shown: '3' } as const;
  const merged = { unreadable: 'merged', shown: '' } as const;
  const POLL = [
    ['Topic', 'Stage', 'Ministry', 'Why'],
    ['A-1', struck, 'Ministry of Labour', 'As we see it'],
    ['A-2', '2', error, ''],
    ['B-1', merged, 'Ministry of Labour', merged],
    [merged, merged, merged, merged],
  ];
  const table = findForeignTable([{ name: 'Poll', rows: POLL }])!;
  const map = { indicator: 0, answer: 1, institution: 2, comment: 3 };
  const read = (settled = new Map<string, string>()) => {
    const sheet = readAnswerSheet(answerSheetOf(table, map, framework), framework, settled, unreadableOf(table, map));
    return sheet.ok ? sheet.value : expect.unreachable(JSON.stringify(sheet.problems));
  };

  it('is named and not taken for an empty one, and without its institution an answer is no agreed level', () => {
    const { open, rows } = read();
    expect(open.list.map(({ problem: { code, line } }) => [code, line])).toEqual([
      ['intake.cellStruck', 2],
      ['intake.cellError', 3],
      ['intake.cellMerged', 4],
    ]);
    expect(
      rows.map(({ indicator, institution, answer, comment }) => [indicator, institution, answer, comment]),
    ).toEqual([
      ['A-1', 'Ministry of Labour', undefined, 'As we see it'],
      ['B-1', 'Ministry of Labour', undefined, ''],
    ]);
  });

  it('can be settled on the spot', () => {
    const { open, rows } = read(new Map(read().open.list.map(({ id }, at) => [id, at === 1 ? 'Interior' : '3'])));
    expect(open.list).toEqual([]);
    expect(rows.map(({ indicator, institution }) => [indicator, institution])).toEqual([
      ['A-1', 'Ministry of Labour'],
      ['A-2', 'Interior'],
      ['B-1', 'Ministry of Labour'],
    ]);
    expect(rows.every(({ answer }) => answer?.state === 'level')).toBe(true);
  });
});

describe('two tables of one name', () => {
  it('are read each in its own place', async () => {
    const { desk } = openDesk();
    const other = new File(
      [
        ROWS.with(2, ['B-1', '3', 'Ministry of Labour', ''])
          .map((row) => row.join(';'))
          .join('\n'),
      ],
      'poll.csv',
    );
    await desk.read([csv, other]);
    expect(desk.mappable.map(({ chosen }) => chosen)).toEqual([csv, other]);

    const table = (await readForeignTable(desk.mappable[1]!, onPage())).table!;
    const map = { ...guessColumns(table, framework), answer: 1, institution: 2, comment: 3 };
    await desk.readAs(desk.mappable[1]!, sheetOf(answerSheetOf(table, map, framework)));
    expect(desk.plan!.files.map(({ problems }) => problems.length)).toEqual([1, 0]);
    expect(desk.mappable.map(({ chosen }) => chosen === csv)).toEqual([true]);
  });
});

describe('a file without a table', () => {
  it('is told so', async () => {
    expect(await readForeignTable(chosenOf(new File(['a text'], 'note.txt')), onPage())).toEqual({
      table: null,
      problems: [],
    });
  });

  it('names the lines whose quotation marks do not match', async () => {
    const broken = new File(['code,answer\nA-1,"2\nA-2,3\n'], 'poll.csv');
    const { table, problems } = await readForeignTable(chosenOf(broken), onPage());
    expect(table?.rows).toContainEqual(['A-2', '3']);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['sheet.quotes', 2]]);
  });
});
