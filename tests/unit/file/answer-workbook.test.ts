import { describe, expect, it } from 'vitest';
import type { WorkbookSheet } from '../../../src/domain/intake/cells.ts';
import { takeInWorkbook } from '../../../src/domain/workbook/take-in-workbook.ts';
import { tinyFramework } from '../../fixtures/tiny-framework.ts';
import {
  A1,
  ASSESSMENT,
  MADE,
  changes,
  edited,
  openOf,
  framework,
  problemsOf,
  sheetsOf,
  side,
  stateOf,
  take,
} from '../../fixtures/answer-workbooks.ts';

describe('a workbook that nobody touched', () => {
  it.each([
    { institution: 'labour', code: 'en' },
    { institution: 'labour', code: 'fr' },
    { institution: 'labour', code: 'fr', withDraft: true },
    { institution: 'union', code: 'en' },
    { institution: 'lead', code: 'en' },
  ])('says nothing: $institution, $code', async (making) => {
    expect(side(await sheetsOf(making)).journal).toEqual({ entries: [], damagedLines: [] });
  });
});

describe('a workbook that was filled in', () => {
  it('says a level with its requirements, confidence and comment', async () => {
    const sheets = await sheetsOf();
    const filled = edited(sheets, A1, [1, 'A-1', 'How sure?', 'Medium'], [1, 'A-1', 'Comment', ' =1+1 is text ']);
    expect(changes(filled)).toEqual({
      'rating/labour/A-1/1/answer': { level: 'developed' },
      'rating/labour/A-1/1/requirements': ['A-1/developed/a', 'A-1/emerging/a'],
      'rating/labour/A-1/1/confidence': 'medium',
      'rating/labour/A-1/1/comment': '=1+1 is text',
    });
  });

  it.each([
    [3, { level: 'developed' }],
    ['3', { level: 'developed' }],
    ['DEVELOPED', { level: 'developed' }],
    ['Don’t know', { unknown: true }],
    ["don't know", { unknown: true }],
    ['?', { unknown: true }],
  ])('reads %s as people write it', async (written, value) => {
    const filled = edited(await sheetsOf(), [1, 'A-1', 'Your answer', written]);
    expect(changes(filled)['rating/labour/A-1/1/answer']).toEqual(value);
  });

  it('tells don’t know, not applicable, not our mandate and no view apart', async () => {
    const sheets = await sheetsOf({ code: 'fr', withDraft: true });
    const [answer, reason] = ['Votre réponse', 'Raison, ou qui pourrait répondre'];
    const filled = edited(
      sheets,
      [1, 'A-1', answer, 'Sans avis'],
      [1, 'A-2', answer, 'Hors de notre mandat'],
      [1, 'A-2', reason, "Ministère de l'intérieur"],
      [1, 'B-1', answer, 'sans objet'],
      [1, 'B-1', reason, 'Pas de côte'],
    );
    expect(changes(filled)).toMatchObject({
      'institution/labour/no-view-A-1': true,
      'mandate/labour/A-2': { suggests: "Ministère de l'intérieur" },
      'rating/labour/A-2/1/answer': null,
      'rating/labour/B-1/1/answer': { notApplicable: 'Pas de côte' },
    });
  });

  it('takes the level from the requirements where none was chosen, and says so', async () => {
    const filled = edited(await sheetsOf(), [2, 'B-1/emerging/a', 'Met?', 'yes'], [2, 'B-1/mature/a', 'Met?', 'Yes']);
    const taken = take(filled);
    expect(taken.ok && taken.advice.map(({ code, file, line, params }) => [code, file, line, params])).toEqual([
      ['workbook.levelFromRequirements', 'Requirements', 9, { indicator: 'B-1', level: '2 emerging' }],
    ]);
    expect(changes(filled)).toEqual({
      'rating/labour/B-1/1/answer': { level: 'emerging' },
      'rating/labour/B-1/1/requirements': ['B-1/emerging/a', 'B-1/mature/a'],
    });
  });

  it('keeps the level that was chosen where a requirement of it is said not to be met, and says so', async () => {
    const taken = take(edited(await sheetsOf(), A1, [2, 'A-1/emerging/a', 'Met?', 'No']));
    expect(taken.ok && taken.advice.map(({ code, line }) => [code, line])).toEqual([['workbook.requirementNotMet', 3]]);
  });

  it('replaces exactly what it was made from, and takes back what was emptied', async () => {
    const filled = edited(await sheetsOf(), [1, 'A-2', 'Your answer', null], [1, 'A-2', 'Comment', null]);
    const { entries } = side(filled).journal;
    const before = new Map(MADE.map(({ register, id }) => [register, id]));
    expect(entries.map(({ register, replaces }) => [register, replaces]).sort()).toEqual([
      ['rating/labour/A-2/1/answer', [before.get('rating/labour/A-2/1/answer')]],
      ['rating/labour/A-2/1/comment', [before.get('rating/labour/A-2/1/comment')]],
    ]);
    expect(Object.values(changes(filled))).toEqual([null, null]);
  });

  it('names documents, keeps what no cell shows, and takes links away', async () => {
    const sheets = await sheetsOf();
    const rows = sheets[3]!.rows;
    const filled = edited(sheets).map(({ name, rows: cells }) => ({ name, rows: cells.map((row) => [...row]) }));
    const evidence = filled[3]!.rows;
    evidence[2] = ['A-1', 'Act 12, amended', 'act', null, '2024-05-02', null, 'Public', rows[2]![7]!];
    evidence[3] = ['a-1; B-1', 'Circular 7', null, 'Ministry', new Date('2023-01-31'), 'no 7', null, rows[3]![7]!];
    evidence[4] = [...evidence[3]];
    const values = changes(filled);
    const added = Object.entries(values).filter(([register]) => /^evidence\/(?!e1)/.test(register));
    expect(values['evidence/e1']).toEqual({
      title: 'Act 12, amended',
      kind: 'act',
      date: '2024-05-02',
      access: 'public',
      sha256: 'a'.repeat(64),
      fileName: 'act.pdf',
    });
    expect([values['evidence-link/A-1/labour/e1'], values['evidence-link/A-2/labour/e1']]).toEqual([{}, null]);
    // A row that was copied with its mark is another document; without a choice it is internal.
    expect(added).toHaveLength(2);
    expect(added.map(([, value]) => value)).toEqual(
      Array(2).fill({
        title: 'Circular 7',
        holder: 'Ministry',
        date: '2023-01-31',
        reference: 'no 7',
        access: 'internal',
      }),
    );
  });

  it('says who stands behind the answers', async () => {
    const filled = edited(
      await sheetsOf(),
      [0, 'These answers are', '', 'endorsed by the hierarchy'],
      [0, 'Function', '', 'Secretary General'],
      [0, 'Date (2027-03-31)', '', new Date('2026-12-01')],
    );
    expect(changes(filled)).toEqual({
      'endorsement/labour': { state: 'endorsed', function: 'Secretary General', date: '2026-12-01' },
    });
  });

  it('holds an observer’s comments and nothing else', async () => {
    const sheets = await sheetsOf({ institution: 'union' });
    expect(sheets.map(({ name }) => name)).toEqual(['Instructions', 'Answers', 'Key']);
    const { entries } = side(edited(sheets, [1, 'B-2', 'Comment', 'Not in our branch'])).journal;
    expect(entries).toMatchObject([
      {
        actor: 'observer:union',
        register: 'comment/union.B-2',
        value: { indicator: 'B-2', institution: 'union', text: 'Not in our branch' },
      },
    ]);
  });

  it('changes nothing for rows and sheets that were taken out, or columns that were moved', async () => {
    const sheets = edited(await sheetsOf(), A1);
    const without = sheets
      .filter((_, index) => index !== 2 && index !== 3)
      .map(({ name, rows }) => ({
        name,
        rows: rows.filter((row) => row[0] !== 'A-2').map((row) => [...row].reverse()),
      }))
      .map((sheet, index) => (index === 1 ? sheet : { ...sheet, rows: sheet.rows.map((row) => [...row].reverse()) }));
    expect(changes(without)).toEqual({ 'rating/labour/A-1/1/answer': { level: 'developed' } });
  });
});

describe('a workbook of which something cannot be read', () => {
  it('is taken in without it, and the rest is listed: sheet, row, what stood there, and what would be right', async () => {
    const filled = edited(
      await sheetsOf(),
      [1, 'A-1', 'Your answer', 'quite good'],
      [1, 'A-1', 'Comment', 'Taken all the same'],
      [1, 'A-2', 'How sure?', 'very'],
      [1, 'B-1', 'Your answer', '2'],
      [1, 'B-1', 'Code', 'B-9'],
      [2, 'A-1/mature/a', 'Met?', 'perhaps'],
      [0, 'These answers are', '', 'prepared'],
    );
    filled[3]!.rows.push(['A-1', null, 'act']);
    expect(openOf(filled)).toEqual([
      ['workbook.unknownIndicator', 'Answers', 7],
      ['workbook.unknownWord', 'Answers', 4],
      ['workbook.unknownWord', 'Answers', 5],
      ['workbook.unknownWord', 'Requirements', 5],
      ['workbook.titleMissing', 'Evidence', 29],
      ['workbook.endorsementIncomplete', 'Instructions', 20],
      ['workbook.endorsementIncomplete', 'Instructions', 22],
    ]);
    expect(changes(filled)).toEqual({ 'rating/labour/A-1/1/comment': 'Taken all the same' });
    expect(side(filled).open[1]?.problem.params).toEqual({
      value: 'quite good',
      allowed: '1 nascent / 2 emerging / 3 developed / 4 mature / Don’t know / Not applicable / Not our mandate',
    });
  });

  it('takes what a person enters in its place, and leaves open what is no better', async () => {
    const filled = edited(await sheetsOf(), [1, 'A-1', 'Your answer', 'quite good']);
    const [cell] = side(filled).open;
    const settledAs = (value: string) => take(filled, new Map([[cell!.id, value]]));
    const settled = settledAs('3 developed');
    expect(settled.ok && [settled.value.taken, settled.value.open]).toEqual([1, []]);
    const again = settledAs('good');
    expect(again.ok && again.value.open.map(({ id, problem }) => [id, problem.params['value']])).toEqual([
      [cell!.id, 'good'],
    ]);
  });
});

describe('a workbook that cannot be taken in', () => {
  it('is refused where it belongs elsewhere', async () => {
    const sheets = await sheetsOf();
    const [labour] = [stateOf(MADE).institutions];
    const codes = (target: Partial<Parameters<typeof takeInWorkbook>[1]>) => {
      const taken = takeInWorkbook(sheets, { assessment: ASSESSMENT, framework, institutions: labour, ...target });
      return (taken.ok ? taken.advice : taken.problems).map(({ code }) => code);
    };
    expect(codes({ assessment: { ...ASSESSMENT, id: 'b' } })).toEqual(['merge.otherAssessment']);
    expect(codes({ framework: tinyFramework({ version: '1.1.0' }) })).toEqual(['merge.otherFrameworkVersion']);
    expect(codes({ framework: tinyFramework({ version: '1.3.0' }) })).toEqual(['merge.olderFramework']);
    expect(codes({ framework: tinyFramework({ id: 'other' }) })).toEqual(['merge.otherFramework']);
    expect(codes({ framework: tinyFramework({ version: '1.2.9' }) })).toEqual(['merge.otherFrameworkTexts']);
    expect(codes({ institutions: new Map() })).toEqual(['workbook.unknownInstitution']);
  });

  it('is refused without its key, of a newer format, or with a sheet of another workbook', async () => {
    const sheets = await sheetsOf();
    expect(problemsOf(sheets.slice(0, 4))).toEqual([['workbook.noKey', '', undefined]]);
    const newer = edited(sheets, [4, 'formatVersion', '', '2']);
    expect(problemsOf(newer)).toEqual([['workbook.newerFormat', '', undefined]]);
    const damaged = edited(sheets, [4, 'mark', '', 'yesterday']);
    expect(problemsOf(damaged)).toEqual([['workbook.damagedKey', 'Key', undefined]]);
    const nowhere = edited(sheets, [4, 'assessment', '', '']);
    expect(problemsOf(nowhere)).toEqual([['workbook.damagedKey', 'Key', undefined]]);
    const other = await sheetsOf({ institution: 'lead' });
    expect(problemsOf([...sheets.slice(0, 1), other[1]!, ...sheets.slice(2)])).toEqual([
      ['workbook.otherSheet', 'Answers', 1],
    ]);
    expect(problemsOf(sheets.filter((_, index) => index !== 1))).toEqual([['workbook.noAnswers', '', undefined]]);
  });

  /** The key with a cell of the row replaced that begins so. */
  const withKey = (sheets: readonly WorkbookSheet[], begins: readonly string[], column: number, value: string) => {
    const copy = sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) }));
    const row = copy[4]!.rows.find((cells) => begins.every((text, index) => cells[index] === text));
    row![column] = value;
    return copy;
  };

  it.each([
    ['word.confidence.medium', 'word.confidence.rather', [1, 'A-1', 'How sure?', 'Medium']],
    ['word.access.public', 'word.access.everybody', [3, 'A-2', 'Who may see it?', 'Public']],
    ['word.met.yes', 'word.met.partly', [2, 'A-1/emerging/a', 'Met?', 'Yes']],
    ['word.answer.maturity.level:developed', 'word.answer.maturity.level:no-such-level', A1],
    [
      'word.answer.maturity.unknown',
      'word.answer.maturity.of-a-newer-version',
      [1, 'A-1', 'Your answer', 'Don’t know'],
    ],
    ['word.state.endorsed', 'word.state.sealed', [0, 'These answers are', '', 'endorsed by the hierarchy']],
  ] as const)('leaves open, with sheet and row, what its key says %s of as %s', async (name, other, edit) => {
    const damaged = withKey(await sheetsOf(), [name], 0, other);
    const filled = edited(damaged, edit);
    const found = openOf(filled).filter(([code]) => code === 'workbook.keyWord');
    expect(found).toContainEqual(['workbook.keyWord', filled[edit[0]]!.name, expect.any(Number)]);
  });

  it('takes no word that its key gives to two things', async () => {
    const twice = withKey(await sheetsOf(), ['word.confidence.low'], 1, 'Medium');
    expect(openOf(edited(twice, [1, 'A-1', 'How sure?', 'Medium']))).toContainEqual([
      'workbook.keyWord',
      'Answers',
      expect.any(Number),
    ]);
  });

  it.each([
    ['a hash', 2, 'x'],
    ['ids of entries', 3, 'yesterday'],
    ['a member', 4, '{'],
    ['a member of another kind', 4, '{"sha256": 7}'],
    ['more ids than an entry may name', 3, Array.from({ length: 1001 }, () => MADE[0]!.id).join(' ')],
  ])('is refused where what it was made from is damaged: %s', async (_, column, value) => {
    const damaged = withKey(await sheetsOf(), ['base', 'evidence/e1'], column, value);
    const renamed = edited(damaged, [3, 'A-2', 'Title of the document', 'Act 13']);
    expect(problemsOf(renamed)).toEqual([['workbook.damagedKey', 'Key', expect.any(Number)]]);
  });

  it.each([
    ['formatVersion', '0'],
    ['formatVersion', 'one'],
    ['mode', 'sign'],
  ])('is refused where its key says of %s: %s', async (name, value) => {
    expect(problemsOf(withKey(await sheetsOf(), [name], 1, value))).toEqual([
      ['workbook.damagedKey', 'Key', expect.any(Number)],
    ]);
  });

  it('takes nothing of an indicator that stands twice, nor of answers whose code is gone', async () => {
    const sheets = edited(await sheetsOf(), [1, 'A-2', 'Code', 'A-1'], A1);
    sheets[1]!.rows.push([null, null, '3']);
    expect(openOf(sheets)).toEqual([
      ['workbook.codeMissing', 'Answers', 8],
      ['workbook.twice', 'Answers', 5],
    ]);
    expect(changes(sheets)).toEqual({});
  });
});
