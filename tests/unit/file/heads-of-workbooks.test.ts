import { describe, expect, it } from 'vitest';
import type { WorkbookCell, WorkbookSheet } from '../../../src/domain/intake/cells.ts';
import { columnOfHead } from '../../../src/domain/intake/spelled-heads.ts';
import { PLAN_SHEET_FIELDS } from '../../../src/domain/plan/plan-sheet.ts';
import {
  ANSWER_COLUMNS,
  ENDORSEMENT_FIELDS,
  EVIDENCE_COLUMNS,
  REQUIREMENT_COLUMNS,
} from '../../../src/domain/workbook/answer-workbook.ts';
import type { Edit } from '../../fixtures/answer-workbooks.ts';
import { A1, changes, edited, openOf, sheetsOf, side, take } from '../../fixtures/answer-workbooks.ts';
import { localiserOf } from '../ui/render-with-language.ts';

const COMMENT: Edit = [1, 'A-1', 'Comment', 'Important'];
const SURE: Edit = [1, 'A-1', 'How sure?', 'High'];
const MET: Edit = [2, 'B-1/emerging/a', 'Met?', 'Yes'];
const TITLE: Edit = [3, 'A-2', 'Title of the document', 'Act 13'];

/** The title of a column in another form; the first row is the code, so that the head is the second. */
function retitled(sheets: readonly WorkbookSheet[], sheet: number, title: string, to: string): WorkbookSheet[] {
  return sheets.map(({ name, rows }, index) => ({
    name,
    rows: rows.map((row, line) => (index === sheet && line === 1 ? row.map((one) => (one === title ? to : one)) : row)),
  }));
}

describe('a head cell that was changed', () => {
  it.each([
    ['How sure?', 1, SURE, 'Solidity', 'Answers'],
    ['Comment', 1, COMMENT, 'What we think', 'Answers'],
    ['Comment', 1, COMMENT, '', 'Answers'],
    ['Your answer', 1, A1, 'Where we stand', 'Answers'],
    ['Code', 1, A1, 'Reference', 'Answers'],
    ['Met?', 2, MET, 'Achieved so far', 'Requirements'],
    ['Code', 2, MET, 'Reference', 'Requirements'],
    ['Title of the document', 3, TITLE, 'Text', 'Evidence'],
    ['Indicators (codes)', 3, TITLE, 'About', 'Evidence'],
    ['Mark of the row', 3, TITLE, 'Number', 'Evidence'],
  ] as const)(
    'is named, %s as well as any, and what it leads changes nothing until a person says which it is',
    async (title, sheet, edit, to, name) => {
      const right = edited(await sheetsOf(), edit);
      const wrong = retitled(right, sheet, title, to);
      const { open } = side(wrong);
      const named = open.filter(({ problem }) => problem.code === 'intake.columnUnknown');
      expect(named.map(({ problem: { file, line, params } }) => [file, line, params['column']])).toEqual([
        [name, 2, title],
      ]);
      const heads = right[sheet]!.rows[1]!;
      const option = `${String.fromCharCode(65 + heads.indexOf(title))} ${to}`.trim();
      expect(named[0]!.options).toContain(option);
      expect(named[0]!.problem.params['found']).toContain(option);
      // Nothing is said beyond what the right workbook says, and nothing is taken back.
      for (const [register, value] of Object.entries(changes(wrong)))
        expect(changes(right)).toMatchObject({ [register]: value });
      const settled = take(wrong, new Map([[named[0]!.id, option]]));
      if (!settled.ok) throw new Error(JSON.stringify(settled.problems));
      expect(settled.value.open).toEqual([]);
      expect(settled.value.said).toEqual(side(right).said);
    },
  );

  it.each([
    [1, 'Comment', 'Commentaire', COMMENT],
    [1, 'Comment', 'COMMENTS :', COMMENT],
    [1, 'How sure?', 'Certitude', SURE],
    [1, 'Your answer', 'Votre réponse', A1],
    [2, 'Met?', 'Met', MET],
    [2, 'Met?', 'Remplie ?', MET],
    [3, 'Indicators (codes)', 'Indicateurs', TITLE],
  ] as const)(
    'counts where it says the same in a language of the app, or without its signs: %i %s, %s',
    async (sheet, title, to, edit) => {
      const right = edited(await sheetsOf(), edit);
      const written = retitled(right, sheet, title, to);
      expect(openOf(written)).toEqual([]);
      expect(changes(written)).toEqual(changes(right));
    },
  );

  it('is known in every language of the app, whatever the column', () => {
    const tables = {
      answers: ANSWER_COLUMNS,
      requirements: REQUIREMENT_COLUMNS,
      evidence: EVIDENCE_COLUMNS,
      endorsement: ENDORSEMENT_FIELDS,
    };
    for (const code of ['en', 'fr']) {
      const { t } = localiserOf(code);
      for (const [table, columns] of Object.entries(tables)) {
        const columnOf = columnOfHead(table, new Map());
        const titles = columns.map((column) => t(`institutions.workbook.${table}.${column}` as 'app.title'));
        expect(titles.map(columnOf)).toEqual(columns);
      }
      const columnOf = columnOfHead('plan', new Map());
      expect(PLAN_SHEET_FIELDS.map((field) => columnOf(t(`plan.field.${field}`)))).toEqual(PLAN_SHEET_FIELDS);
      expect([t('plan.sheet.number'), t('plan.sheet.id')].map(columnOf)).toEqual(['number', 'id']);
    }
  });

  it('is no matter where its column was taken out, or a column of their own stands beside the right ones', async () => {
    const sheets = edited(await sheetsOf(), A1);
    const at = sheets[1]!.rows[1]!.indexOf('Comment');
    const without = sheets.map(({ name, rows }, index) => ({
      name,
      rows: index === 1 ? rows.map((row) => row.filter((_, column) => column !== at)) : rows,
    }));
    expect(openOf(without)).toEqual([]);
    const own = sheets.map(({ name, rows }, index) => ({
      name,
      rows: index === 1 ? rows.map((row, line) => [...row, line === 1 ? 'Who?' : 'Me']) : rows,
    }));
    expect(openOf(own)).toEqual([]);
    expect(changes(own)).toEqual(changes(without));
  });

  it('that stands twice above filled columns is asked about', async () => {
    const sheets = edited(await sheetsOf(), A1, COMMENT);
    const twice = sheets.map(({ name, rows }, index) => ({
      name,
      rows: index === 1 ? rows.map((row, line) => [...row, line === 1 ? 'Comment' : 'Another']) : rows,
    }));
    expect(openOf(twice)).toEqual([['intake.columnTwice', 'Answers', 2]]);
    expect(Object.keys(changes(twice)).filter((register) => register.endsWith('comment'))).toEqual([]);
  });

  it('is named in the workbook of an observer too', async () => {
    const sheets = edited(await sheetsOf({ institution: 'union' }), [1, 'A-1', 'Comment', 'We see it so.']);
    const wrong = retitled(sheets, 1, 'Comment', 'Our view');
    expect(openOf(wrong)).toEqual([['intake.columnUnknown', 'Answers', 2]]);
    expect(changes(wrong)).toEqual({});
  });
});

describe('a table that stands on two sheets', () => {
  it.each([
    [1, A1],
    [2, MET],
    [3, TITLE],
  ] as const)('counts once, and the other is named where it says something else: %i', async (sheet, edit) => {
    const sheets = await sheetsOf();
    const copyOf = (from: readonly WorkbookSheet[]) => ({ name: `${from[sheet]!.name} (2)`, rows: from[sheet]!.rows });
    expect(openOf([...sheets, copyOf(sheets)])).toEqual([]);
    const both = [...sheets, copyOf(edited(sheets, edit))];
    expect(openOf(both)).toEqual([['intake.sheetTwice', `${sheets[sheet]!.name} (2)`, 2]]);
    expect(changes(both)).toEqual(changes(sheets));
  });
});

describe('an endorsement whose labels are not as they were', () => {
  const ENDORSED: readonly Edit[] = [
    [0, 'These answers are', '', 'endorsed by the hierarchy'],
    [0, 'Function', '', 'Director'],
    [0, 'Name', '', 'A. Name'],
    [0, 'Date (2027-03-31)', '', '2026-12-21'],
  ];
  const VALUE = { state: 'endorsed', function: 'Director', name: 'A. Name', date: '2026-12-21' };
  const endorsed = async () => edited(await sheetsOf(), ...ENDORSED);
  const onFirst = (sheets: readonly WorkbookSheet[], change: (row: WorkbookSheet['rows'][number]) => WorkbookCell[]) =>
    sheets.map(({ name, rows }, index) => ({ name, rows: index === 0 ? rows.map(change) : rows }));
  const relabelled = (sheets: readonly WorkbookSheet[], from: string, to: string) =>
    onFirst(sheets, (row) => row.map((cell) => (cell === from ? to : cell)));

  it('counts where they are written otherwise, or columns stand between', async () => {
    const sheets = await endorsed();
    const written = [
      relabelled(sheets, 'Function', 'FUNCTION :'),
      relabelled(sheets, 'Function', 'Fonction'),
      relabelled(sheets, 'Date (2027-03-31)', 'Date'),
      onFirst(sheets, ([label = null, ...rest]) => [label, null, '', ...rest]),
      onFirst(sheets, ([label = null, ...rest]) => [label, { unreadable: 'merged', shown: '' }, ...rest]),
    ];
    for (const one of written) {
      expect(openOf(one)).toEqual([]);
      expect(changes(one)).toEqual({ 'endorsement/labour': VALUE });
    }
  });

  it.each([
    ['These answers are', 'State of play', 'endorsed by the hierarchy'],
    ['Function', 'Post held', 'Director'],
    ['Name', 'Signed by', 'A. Name'],
    ['Date (2027-03-31)', 'Day', '2026-12-21'],
  ])('stays open, with what is missing, where one is another: %s', async (label, to, value) => {
    const wrong = relabelled(await endorsed(), label, to);
    const [cell, ...others] = side(wrong).open;
    expect([cell?.problem.code, cell?.problem.params['label'], others]).toEqual([
      'workbook.endorsementLabel',
      label,
      [],
    ]);
    expect(changes(wrong)).toEqual({});
    const settled = take(wrong, new Map([[cell!.id, value]]));
    if (!settled.ok) throw new Error(JSON.stringify(settled.problems));
    expect(settled.value.open).toEqual([]);
    expect(settled.value.said.get('endorsement/labour')).toEqual(VALUE);
  });

  it('is named where it stands on a second sheet and says something else', async () => {
    const sheets = await endorsed();
    const copy = { ...sheets[0]!, name: 'Instructions (2)' };
    expect(openOf([...sheets, copy])).toEqual([]);
    const other = edited([copy], [0, 'Function', '', 'Minister'])[0]!;
    expect(openOf([...sheets, other])).toEqual([['intake.sheetTwice', 'Instructions (2)', expect.any(Number)]]);
    expect(changes([...sheets, other])).toEqual({ 'endorsement/labour': VALUE });
  });
});
