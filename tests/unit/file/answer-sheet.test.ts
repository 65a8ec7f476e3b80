import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWords } from '../../../src/domain/fold-words.ts';
import { MAXIMUM_REPEATED_LENGTH, MAXIMUM_TEXT_LENGTH } from '../../../src/domain/limits.ts';
import { parseAnswerSheet } from '../../../src/file/answer-sheet.ts';
import type { SheetRow } from '../../../src/file/sheet-row.ts';
import { sheetRowsOf, writeAnswerSheet } from '../../../src/file/write-answer-sheet.ts';
import { readAssessment } from '../../../src/domain/assessment/read-assessment.ts';
import { fold } from '../../../src/domain/registers/fold.ts';
import { sampleAssessment } from '../../fixtures/sample-assessment.ts';
import { tinyFramework } from '../../fixtures/tiny-framework.ts';
import { lawRuns } from '../../fixtures/law-runs.ts';

const framework = tinyFramework();

function read(text: string, of = framework) {
  const result = parseAnswerSheet(text, of);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return { sheet: result.value, advice: result.advice, decided: Object.fromEntries(result.value.decided) };
}
function problemsOf(text: string) {
  const result = parseAnswerSheet(text, framework);
  return result.ok ? [] : result.problems.map(({ code, line }) => `${line}: ${code}`);
}

describe('parseAnswerSheet', () => {
  it('reads the four answers', () => {
    const { decided, advice } = read('indicator,answer,comment\nA-1,mature,\nA-2,n/a,No coast\nB-1,unknown,\nB-2,,\n');
    expect(decided).toEqual({
      'A-1': { state: 'level', level: 'mature' },
      'A-2': { state: 'not-applicable', reason: 'No coast' },
      'B-1': { state: 'unknown' },
    });
    expect(advice).toEqual([]);
  });

  it.each([
    ['byte order mark', '\uFEFFindicator,answer,comment\nA-1,mature,x'],
    ['semicolons', 'indicator;answer;comment\nA-1;mature;x'],
    ['carriage returns', 'indicator,answer,comment\r\nA-1,mature,x\r\n'],
    ['capitals and spaces', ' Indicator , ANSWER ,Comment\n A-1 , Mature , x '],
    ['another order of columns', 'comment;answer;indicator\nx;mature;A-1'],
    ['quotation marks and empty rows', '"indicator","answer","comment"\n\n"A-1","mature","x"\n,,\n'],
  ])('reads %s', (_, text) => {
    const { sheet } = read(text);
    expect(sheet.rows).toMatchObject([{ indicator: 'A-1', answer: { state: 'level', level: 'mature' }, comment: 'x' }]);
  });

  it('takes the row without institution as the agreed level', () => {
    const { decided, sheet } = read(
      'indicator,institution,answer,comment\nA-1,labour,mature,\nA-1,interior,mature,\nA-1,,nascent,\n',
    );
    expect(decided['A-1']).toEqual({ state: 'level', level: 'nascent' });
    expect([...sheet.answersByInstitution.keys()]).toEqual(['labour', 'interior', '']);
    expect(sheet.answersByInstitution.get('labour')?.get('A-1')).toEqual({ state: 'level', level: 'mature' });
  });

  it('takes the provisional level without one: n/a by more than half, else the lower median, else unknown', () => {
    const sheetOf = (...answers: string[]) =>
      `indicator,institution,answer,comment\n${answers.map((answer, n) => `A-1,i${n},${answer},r${n}`).join('\n')}`;
    expect(read(sheetOf('nascent', 'mature')).decided['A-1']).toEqual({ state: 'level', level: 'nascent' });
    expect(read(sheetOf('mature', 'nascent', 'developed')).decided['A-1']).toEqual({
      state: 'level',
      level: 'developed',
    });
    expect(read(sheetOf('n/a', 'n/a', 'mature')).decided['A-1']).toEqual({ state: 'not-applicable', reason: 'r0; r1' });
    expect(read(sheetOf('n/a', 'mature')).decided['A-1']).toEqual({ state: 'level', level: 'mature' });
    expect(read(sheetOf('unknown', 'n/a')).decided['A-1']).toEqual({ state: 'unknown' });
    expect(read(sheetOf('', '')).decided).toEqual({});
  });

  it('reads targets, impact and ease, with decimal comma or point', () => {
    const { sheet } = read(
      'indicator;answer;comment;target;impact;ease\nA-1;nascent;;Mature;4;2,5\nA-2;nascent;;none;1.5;\nB-1;nascent;;;;1\n',
    );
    expect(Object.fromEntries(sheet.targets)).toEqual({
      'A-1': { state: 'level', level: 'mature' },
      'A-2': { state: 'none', reason: '' },
    });
    expect(Object.fromEntries(sheet.impacts)).toEqual({ 'A-1': 4, 'A-2': 1.5 });
    expect(Object.fromEntries(sheet.eases)).toEqual({ 'A-1': 2.5, 'B-1': 1 });
  });

  it('lets the agreed row settle targets on which institutions differ, and refuses to choose without it', () => {
    const rows = 'indicator,institution,answer,target\nA-1,x,nascent,mature\nA-1,y,nascent,emerging\n';
    expect(problemsOf(rows)).toEqual(['3: sheet.differingValues']);
    expect(read(`${rows}A-1,,nascent,developed\n`).sheet.targets.get('A-1')).toEqual({
      state: 'level',
      level: 'developed',
    });
  });

  it('names unknown columns and leaves them out', () => {
    const { advice, sheet } = read('indicator,answer,comment,weather\nA-1,mature,x,rain\n');
    expect(advice).toMatchObject([{ code: 'sheet.unknownColumn', severity: 'advice', params: { column: 'weather' } }]);
    expect(sheet.rows).toHaveLength(1);
  });

  it('warns of n/a without a reason, and of n/a where the method counts none', () => {
    const { advice } = read('indicator,answer,comment\nA-1,N/A,\n');
    expect(advice).toMatchObject([{ code: 'sheet.notApplicableWithoutReason', line: 2, params: { indicator: 'A-1' } }]);
    const strict = tinyFramework({ method: { ...framework.structure.method, notApplicable: 'forbid' } });
    expect(read('indicator,answer,comment\nA-1,n/a,why\n', strict).advice).toMatchObject([
      { code: 'sheet.notApplicableNotCounted', line: 2 },
    ]);
  });

  it('lists every problem at once with line and what would be right', () => {
    const text = [
      'indicator,institution,answer,comment,impact',
      'A-9,,mature,,',
      'A-1,,"great","two',
      'lines",',
      'A-2,,mature,,5',
      'A-2,,nascent,,',
      'B-1,labour,mature,,',
      'B-1,labour,mature,,',
    ].join('\n');
    expect(problemsOf(text)).toEqual([
      '2: sheet.unknownIndicator',
      '3: sheet.unknownAnswer',
      '5: sheet.notOneToFour',
      '6: sheet.duplicateRow',
      '8: sheet.duplicateRow',
    ]);
    const result = parseAnswerSheet(text, framework);
    expect(result.ok ? [] : result.problems.slice(0, 2)).toMatchObject([
      { params: { indicator: 'A-9', nearest: 'A-1, A-2, B-1, B-2' } },
      { params: { indicator: 'A-1', answer: 'great', allowed: 'nascent, emerging, developed, mature, n/a, unknown' } },
    ]);
  });

  it('refuses what is no answer sheet', () => {
    expect(problemsOf('')).toEqual(['undefined: sheet.empty']);
    expect(problemsOf('a,b\n1,2')).toContain('1: sheet.missingColumn');
    expect(problemsOf('indicator,answer,answer\nA-1,mature,')).toEqual(['1: sheet.duplicateColumn']);
    expect(problemsOf('indicator,answer,comment\nA-1,mature,one, two')).toEqual(['2: sheet.tooManyCells']);
    expect(problemsOf('indicator,answer,comment\nA-1,mature,"open')).toEqual(['2: sheet.quotes']);
  });

  it('reads any text without throwing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        expect(parseAnswerSheet(`indicator,answer\n${text}`, framework).ok).toBeTypeOf('boolean');
      }),
      lawRuns(500),
    );
  });
});

describe('writeAnswerSheet', () => {
  const comment = fc
    .oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('=1+1', "'=x", '@a', '-', '+', "''", "'", 'a;b,c', 'two\nlines'),
    )
    .map((text) => text.trim().normalize('NFC'));
  const answer = fc.constantFrom<SheetRow['answer']>(
    undefined,
    { state: 'unknown' },
    { state: 'level', level: 'mature' },
  );
  const row = fc.record({ indicator: fc.constantFrom('A-1', 'A-2', 'B-1'), institution: comment, answer, comment });

  it('writes what reads back the same, whatever comments hold', () => {
    const rows = fc.uniqueArray(row, {
      selector: ({ indicator, institution }) => JSON.stringify([indicator, foldWords(institution)]),
    });
    /** Names that differ by signs only are one institution, called as it is written first. */
    const asOne = (list: readonly { readonly institution: string }[]) => {
      const first = new Map(list.map(({ institution }) => [foldWords(institution), institution] as const).reverse());
      return list.map((one) => ({ ...one, institution: first.get(foldWords(one.institution)) }));
    };
    fc.assert(
      fc.property(rows, fc.constantFrom(',' as const, ';' as const), (list, delimiter) => {
        const wanted = list.map(({ answer: given, ...others }) =>
          given === undefined ? others : { ...others, answer: given },
        );
        const { sheet } = read(writeAnswerSheet(wanted, { delimiter }));
        expect(sheet.rows.map(({ line: _line, ...others }) => others)).toEqual(asOne(wanted));
      }),
      lawRuns(500),
    );
  });

  it('never writes a cell that a spreadsheet runs as a formula', () => {
    const text = writeAnswerSheet([{ indicator: 'A-1', institution: '@sum', comment: '=HYPERLINK("x")' }], {
      delimiter: ',',
    });
    expect(text).toBe(
      '\uFEFFindicator,institution,answer,comment,target,impact,ease\r\nA-1,"\'@sum",,"\'=HYPERLINK(""x"")",,,\r\n',
    );
  });

  it('writes an assessment with a row for every indicator, and the reason of n/a', () => {
    const { journal, framework: own } = sampleAssessment();
    const state = readAssessment(fold(journal.entries), own);
    const text = writeAnswerSheet(sheetRowsOf(state, own), { delimiter: ';' });
    expect(text).toContain('A-1;;;;mature;4;2,5');
    expect(text).toContain('A-2;lead;n/a;No coast;;;');
    const { sheet, decided } = read(text, own);
    expect(sheet.rows).toHaveLength(7);
    expect(decided['A-1']).toEqual({ state: 'level', level: 'emerging' });
  });
});

describe('a released framework whose level ids cannot be told apart', () => {
  const alike = tinyFramework();
  const scale = { levels: ['low', 'LOW', 'unknown', 'none'].map((id, points) => ({ id, points })) };
  const colliding = {
    ...alike,
    structure: { ...alike.structure, scales: { ...alike.structure.scales, maturity: scale } },
  };
  const outcome = (answer: string, target = '') => {
    const result = parseAnswerSheet(`indicator,answer,target\nA-1,${answer},${target}\n`, colliding);
    if (!result.ok) return result.problems.map(({ code }) => code);
    return [result.value.decided.get('A-1'), result.value.targets.get('A-1')];
  };

  it('is read where a level is written as it is, and never as another one', () => {
    expect(outcome('low')[0]).toEqual({ state: 'level', level: 'low' });
    expect(outcome('LOW')[0]).toEqual({ state: 'level', level: 'LOW' });
    expect(outcome('none')[0]).toEqual({ state: 'level', level: 'none' });
    expect(outcome('Low')).toEqual(['sheet.ambiguous']);
    expect(outcome('unknown')).toEqual(['sheet.ambiguous']);
    expect(outcome('low', 'none')).toEqual(['sheet.ambiguous']);
    expect(outcome('low', 'Low')).toEqual(['sheet.ambiguous']);
    expect(outcome('low', 'unknown')[1]).toEqual({ state: 'level', level: 'unknown' });
  });
});

describe('an answer sheet that nobody wrote by hand', () => {
  const row = (answer: string, comment: string) => `indicator,answer,comment\nA-1,${answer},${comment}`;

  it('is answered in few words: a wrong answer of ten megabytes is cut in the message', () => {
    const result = parseAnswerSheet(row('x'.repeat(10_000_000), ''), framework);
    const [found] = result.ok ? [] : result.problems;
    expect(found).toMatchObject({ code: 'sheet.unknownAnswer', line: 2 });
    expect(String(found?.params['answer'])).toHaveLength(MAXIMUM_REPEATED_LENGTH + 1);
  });

  it('is refused where a text is longer than the journal keeps', () => {
    expect(problemsOf(row('mature', 'x'.repeat(MAXIMUM_TEXT_LENGTH)))).toEqual([]);
    expect(problemsOf(row('mature', 'x'.repeat(MAXIMUM_TEXT_LENGTH + 1)))).toEqual(['2: sheet.tooLong']);
  });

  it.each(['indicator;answer,comment', 'indicator,answer;comment', 'indicator;answer,comment;target'])(
    'says of %s that it has two separators',
    (header) => expect(problemsOf(`${header}\nA-1;mature,x`)).toContain('1: sheet.twoSeparators'),
  );

  it.each(['＝1+1', '＋1', '－1', '＠x', '\t=1', "'＝1", "''＝1", '=1', '-'])(
    'guards %s and gives it back',
    (comment) => {
      const text = writeAnswerSheet([{ indicator: 'A-1', institution: '', comment }], { delimiter: ',' });
      expect(text).toContain(`'${comment}`);
      expect(read(text).sheet.rows[0]?.comment).toBe(comment);
    },
  );
});

describe('institutions that differ by capital letters only', () => {
  const row = (institution: string, indicator = 'A-1') => `${indicator},mature,${institution}\n`;
  const HEAD = 'indicator,answer,institution\n';

  it('are one, called as it is written first, and the sheet is told', () => {
    const { sheet, advice } = read(
      `${HEAD}${row('Labour')}${row('labour', 'A-2')}${row('LABOUR', 'B-1')}${row('Interior', 'B-1')}`,
    );
    expect([...sheet.answersByInstitution.keys()]).toEqual(['Labour', 'Interior']);
    expect(advice.map(({ code, line, params }) => [code, line, params])).toEqual([
      ['sheet.sameInstitution', 3, { institution: 'labour', name: 'Labour' }],
      ['sheet.sameInstitution', 4, { institution: 'LABOUR', name: 'Labour' }],
    ]);
  });

  it('have no second opinion on one indicator', () => {
    expect(problemsOf(`${HEAD}${row('Labour')}${row('LABOUR')}`)).toEqual([
      '3: sheet.sameInstitution',
      '3: sheet.duplicateRow',
    ]);
  });
});

describe('a sheet that says less than it seems to', () => {
  it('with a header and no rows is told so', () => {
    expect(read('indicator,answer,comment\n').advice.map(({ code }) => code)).toEqual(['sheet.noRows']);
  });
});
