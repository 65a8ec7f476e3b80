import { describe, expect, it } from 'vitest';
import { answerSheetOf, guessColumns } from '../../../src/domain/intake/map-columns.ts';
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
const csv = new File([ROWS.map((row) => row.join(';')).join('\r\n')], 'poll.csv');
const xlsx = new File([xlsxOf([{ name: 'Poll', rows: ROWS }]) as BlobPart], 'poll.xlsx');

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
    expect(desk.mappable).toEqual([file]);

    const table = (await readForeignTable(file, onPage())).table!;
    const map = { ...guessColumns(table, framework), answer: 1, institution: 2, comment: 3, confidence: 4, impact: 5 };
    await desk.readAs(file, answerSheetOf(table, map, framework));
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
  const { table, problems } = await readForeignTable(file, onPage());
  const map = { ...guessColumns(table!, framework), answer: 1, institution: 2 };
  await desk.readAs(file, answerSheetOf(table!, map, framework), problems);
  expect(desk.plan!.files[0]!.notices).toMatchObject([{ code: 'sheet.quotes', line: 3 }]);
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
    expect(desk.mappable).toEqual([csv, other]);

    const table = (await readForeignTable(other, onPage())).table!;
    const map = { ...guessColumns(table, framework), answer: 1, institution: 2, comment: 3 };
    await desk.readAs(other, answerSheetOf(table, map, framework));
    expect(desk.plan!.files.map(({ problems }) => problems.length)).toEqual([1, 0]);
    expect(desk.mappable.map((file) => file === csv)).toEqual([true]);
  });
});

describe('a file without a table', () => {
  it('is told so', async () => {
    expect(await readForeignTable(new File(['a text'], 'note.txt'), onPage())).toEqual({ table: null, problems: [] });
  });

  it('names the lines whose quotation marks do not match', async () => {
    const broken = new File(['code,answer\nA-1,"2\nA-2,3\n'], 'poll.csv');
    const { table, problems } = await readForeignTable(broken, onPage());
    expect(table?.rows).toContainEqual(['A-2', '3']);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['sheet.quotes', 2]]);
  });
});
