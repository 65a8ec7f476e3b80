import { describe, expect, it } from 'vitest';
import {
  answerSheetOf,
  filledColumns,
  findForeignTable,
  guessColumns,
  keyOfTitles,
  readMap,
  textOfMap,
} from '../../../../src/domain/intake/map-columns.ts';
import { readAnswerSheet } from '../../../../src/file/answer-sheet.ts';
import { tinyFramework } from '../../../fixtures/tiny-framework.ts';

const framework = tinyFramework();
const title = framework.texts['en']!.indicators['B-1']!.title;
const SHEET = {
  name: 'Poll',
  rows: [
    ['Results of the poll', null],
    ['No', 'Which question', 'Where we are', 'Who says so', 'Comments'],
    [1, 'A-1: something', 2, 'Ministry of Labour', 'First line\nsecond "line"'],
    [null, null, null, null, null],
    [2, title.toUpperCase(), 'mature', 'Ministry of Labour', ''],
    [3, 'Something else', 3, 'Ministry of Labour', ''],
  ],
};
const table = findForeignTable([{ name: 'Cover', rows: [['A cover']] }, SHEET])!;

describe("anybody's table of answers", () => {
  it('has its head where most cells are filled in, on the sheet with most rows', () => {
    expect([table.line, table.titles[1], table.rows.length]).toEqual([2, 'Which question', 4]);
    expect(findForeignTable([{ name: '', rows: [['a text']] }])).toBeNull();
  });

  it('offers the columns in which something stands, however far a cell strayed', () => {
    const far = Array.from({ length: 16_384 }, (_, at) => (at === 16_383 ? 'stray' : null));
    const wide = findForeignTable([{ name: '', rows: [['Code', '', 'Answer'], ['A-1', 'note', 3], far] }])!;
    expect(filledColumns(wide)).toEqual([0, 1, 2, 16_383]);
  });

  it('is guessed: the indicators by what stands in the column, the others by their titles', () => {
    expect(guessColumns(table, framework)).toEqual({ indicator: 1, comment: 4 });
  });

  it('becomes an answer sheet whose rows keep their lines, with indicators by code or by title', () => {
    const sheet = answerSheetOf(table, { indicator: 1, answer: 2, institution: 3, comment: 4 }, framework);
    const read = readAnswerSheet(sheet, framework);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(
      read.value.rows.map(({ indicator, answer, institution, line }) => [indicator, answer, institution, line]),
    ).toEqual([
      ['A-1', { state: 'level', level: 'emerging' }, 'Ministry of Labour', 3],
      ['B-1', { state: 'level', level: 'mature' }, 'Ministry of Labour', 5],
    ]);
    expect(read.value.rows[0]?.comment).toBe('First line second "line"');
    expect(read.value.open.list.map(({ problem }) => [problem.code, problem.line])).toEqual([
      ['sheet.unknownIndicator', 6],
    ]);
  });

  it('says how sure somebody is, and what closing a gap would bring, where it has columns for them', () => {
    const own = findForeignTable([
      {
        name: 'Poll',
        rows: [
          ['Code', 'Answer', 'Who', 'How sure?', 'Impact', 'Ease'],
          ['A-1', 'mature', 'Ministry of Labour', 'Very sure', 4, '2,5'],
          ['A-2', 'mature', 'Ministry of Labour', 'so so', 9, ''],
        ],
      },
    ])!;
    const map = guessColumns(own, framework);
    expect(map).toEqual({ indicator: 0, answer: 1, confidence: 3, impact: 4, ease: 5 });
    const read = readAnswerSheet(answerSheetOf(own, { ...map, institution: 2 }, framework), framework);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { rows, impacts, eases, open } = read.value;
    expect(rows.map(({ confidence }) => confidence)).toEqual(['high', undefined]);
    expect([[...impacts], [...eases]]).toEqual([[['A-1', 4]], [['A-1', 2.5]]]);
    expect(open.list.map(({ problem, options }) => [problem.code, problem.line, options])).toEqual([
      ['sheet.notOneToFour', 3, ['1', '2', '3', '4']],
      ['workbook.unknownWord', 3, ['high', 'medium', 'low']],
    ]);
  });

  it('understands the words of impact and ease in every language, and says once how', () => {
    const own = findForeignTable([
      {
        name: 'Poll',
        rows: [
          ['Code', 'Answer', 'Impact', 'Ease'],
          ['A-1', 'mature', 'Élevé', 'within reach'],
          ['A-2', 'mature', 'مرتفع', 'so so'],
          ['B-1', 'mature', 'Alto', 'fácil'],
          ['B-2', 'mature', 'Élevé', ''],
        ],
      },
    ])!;
    const read = readAnswerSheet(answerSheetOf(own, guessColumns(own, framework), framework), framework);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { impacts, eases, open } = read.value;
    expect([...impacts.values()]).toEqual([3, 3, 3, 3]);
    expect([...eases]).toEqual([
      ['A-1', 3],
      ['B-1', 4],
    ]);
    expect(open.list.map(({ problem }) => [problem.code, problem.line])).toEqual([['sheet.notOneToFour', 3]]);
    expect(read.advice.map(({ params }) => [params['written'], params['read'], params['kind']])).toEqual([
      ['Élevé', 3, 'grade'],
      ['within reach', 3, 'grade'],
      ['مرتفع', 3, 'grade'],
      ['Alto', 3, 'grade'],
      ['fácil', 4, 'grade'],
    ]);
  });

  it('keeps its columns by its titles, and takes back only what fits', () => {
    const map = { indicator: 1, answer: 2 };
    expect(readMap(textOfMap(map), table)).toEqual(map);
    expect(readMap('1;99;x', table)).toEqual({ indicator: 1 });
    const again = { ...table, titles: table.titles.map((one) => one.toUpperCase()) };
    expect(keyOfTitles(again)).toBe(keyOfTitles(table));
  });
});
