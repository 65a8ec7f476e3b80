import { describe, expect, it } from 'vitest';
import { readAssessment } from '../../../src/domain/assessment/read-assessment.ts';
import type { WorkbookCell, WorkbookSheet } from '../../../src/domain/intake/cells.ts';
import { fold } from '../../../src/domain/registers/fold.ts';
import { makeAnswerWorkbook } from '../../../src/domain/workbook/make-answer-workbook.ts';
import { takeInWorkbook } from '../../../src/domain/workbook/take-in-workbook.ts';
import { writeAnswerWorkbook } from '../../../src/export/xlsx/write-answer-workbook.ts';
import { readReturnedFile } from '../../../src/file/read-returned-file.ts';
import type { Edit } from '../../fixtures/answer-workbooks.ts';
import { A1, ASSESSMENT, changes, edited, openOf, sheetsOf, side, take } from '../../fixtures/answer-workbooks.ts';
import { entriesOf } from '../../fixtures/assessment-of.ts';
import { readFramework } from '../state/read-main-framework.ts';
import { LANGUAGES } from '../../../src/i18n/languages.ts';
import { localiserOf } from '../ui/render-with-language.ts';

const ANSWER = 'rating/labour/A-1/1/answer';
const mark = (column: string, value: WorkbookCell = 'x'): Edit => [1, 'A-1', column, value];

/** What is said beside, with its row and what stood there. */
function adviceOf(sheets: readonly WorkbookSheet[]) {
  const taken = take(sheets);
  if (!taken.ok) throw new Error(JSON.stringify(taken.problems));
  return taken.advice.map(({ code, line, params }) => [code, line, params['shown'] ?? params['level']]);
}

const withRows = (sheets: readonly WorkbookSheet[], at: number, ...rows: readonly (readonly WorkbookCell[])[]) =>
  sheets.map((sheet, index) => (index === at ? { ...sheet, rows: [...sheet.rows, ...rows] } : sheet));

describe('a mark in the column of a level', () => {
  it.each(['x', 'X', '✓', 'oui', 1, true])('is its choice where nothing else was chosen: %s', async (sign) => {
    const sheets = edited(await sheetsOf(), mark('3 developed', sign));
    expect(changes(sheets)).toMatchObject({ [ANSWER]: { level: 'developed' } });
    expect(adviceOf(sheets)).toEqual([['workbook.levelFromMark', 4, '3 developed']]);
    expect(openOf(sheets)).toEqual([]);
  });

  it('says nothing more beside the same choice', async () => {
    const sheets = edited(await sheetsOf(), A1, mark('3 developed'));
    expect(changes(sheets)).toEqual(changes(edited(await sheetsOf(), A1)));
    expect([adviceOf(sheets), openOf(sheets)]).toEqual([[], []]);
  });

  it.each<[string, Edit[]]>([
    ['there are two', [mark('3 developed'), mark('4 mature')]],
    ['another level was chosen', [A1, mark('4 mature')]],
    ['another answer was chosen', [[1, 'A-1', 'Your answer', 'NSP'], mark('4 mature')]],
    ['something was chosen that is no answer', [[1, 'A-1', 'Your answer', 'good'], mark('4 mature')]],
  ])('is asked about where %s', async (_what, edits) => {
    const sheets = edited(await sheetsOf(), ...edits);
    expect(changes(sheets)).toEqual({});
    expect(openOf(sheets)).toEqual([['workbook.whichMark', 'Answers', 4]]);
    const [found] = side(sheets).open;
    expect(found?.options).toContain('4 mature');
    const settled = take(sheets, new Map([[found?.id ?? '', '4 mature']]));
    expect(settled.ok && settled.value.said.get(ANSWER)).toEqual({ level: 'mature' });
  });
});

describe('what people write where nothing is filled in', () => {
  it.each<[string, (sheets: readonly WorkbookSheet[]) => readonly WorkbookSheet[], readonly unknown[]]>([
    [
      'below the answers',
      (all) => withRows(all, 1, [], ['Remark: see our letter']),
      ['intake.remark', 9, 'Remark: see our letter'],
    ],
    [
      'below them, in another column',
      (all) => withRows(all, 1, [null, 'See our letter']),
      ['intake.remark', 8, 'See our letter'],
    ],
    [
      'below them, under a level',
      (all) => withRows(all, 1, [null, null, null, 'See there']),
      ['intake.remark', 8, 'See there'],
    ],
    [
      'below the requirements',
      (all) => withRows(all, 2, [null, null, null, 'to be checked']),
      ['intake.remark', 12, 'to be checked'],
    ],
    [
      'in the place of the words of a level',
      (all) => edited(all, mark('3 developed', 'nearly there')),
      ['intake.remark', 4, 'nearly there'],
    ],
  ])('is named: %s', async (_where, change, said) => {
    const sheets = change(await sheetsOf());
    expect(adviceOf(sheets)).toEqual([said]);
    expect([changes(sheets), openOf(sheets)]).toEqual([{}, []]);
  });

  it('is named in columns without a title and with one of their own, once a column', async () => {
    const sheets = (await sheetsOf()).map((sheet, index) => ({
      ...sheet,
      rows: sheet.rows.map((row, line) =>
        index === 1 ? [...row, line > 3 ? 'beside' : null, line === 1 ? 'Who?' : line === 4 ? 'Me' : null] : row,
      ),
    }));
    expect(adviceOf(sheets)).toEqual([
      ['intake.columnLeftOut', 5, 'beside'],
      ['intake.columnLeftOut', 5, 'Me'],
    ]);
  });

  it.each(LANGUAGES.map(({ code }) => code))(
    'is nothing in a workbook of the indicators of the app that nobody touched: %s',
    async (code) => {
      const framework = readFramework();
      const entries = entriesOf([
        ['institution/labour/name', 'Labour'],
        ...framework.indicators.map(({ id }) => [`assignment/${id}/labour`, 'lead'] as const),
      ]);
      const journal = fold(entries);
      const state = readAssessment(journal, framework);
      const input = { assessment: 'a', institution: 'labour', mark: entries.at(-1)!.id, withDraft: true };
      const made = makeAnswerWorkbook(state, journal, framework, input);
      const read = await readReturnedFile(await writeAnswerWorkbook(made, state, framework, localiserOf(code)), 'x');
      if (!read.ok || read.value.kind !== 'workbook') throw new Error(JSON.stringify(read));
      const target = { assessment: ASSESSMENT, framework, institutions: state.institutions };
      const taken = takeInWorkbook(read.value.sheets, target);
      expect(taken.ok && [taken.advice, taken.value.open, taken.value.taken]).toEqual([[], [], 0]);
    },
  );
});
