import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { columnOfHead } from '../../../src/domain/intake/spelled-heads.ts';
import { parseAnswerSheet, readAnswerSheet } from '../../../src/file/answer-sheet.ts';
import { readReturnedFile } from '../../../src/file/read-returned-file.ts';
import { SHEET_COLUMNS } from '../../../src/file/sheet-table.ts';
import { tinyFramework } from '../../fixtures/tiny-framework.ts';

const readText = (text: string, settled?: ReadonlyMap<string, string>) => {
  const sheet = readAnswerSheet(text, tinyFramework(), settled);
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.problems));
  const { rows, open } = sheet.value;
  return {
    rows: rows.map(({ indicator, answer, comment }) => [
      indicator,
      answer?.state === 'level' ? answer.level : null,
      comment,
    ]),
    open: open.list.map(({ problem: { code, line, params } }) => [code, line, params['shown'] ?? params['column']]),
    advice: sheet.advice.map(({ code, line, params }) => [code, line, params['shown']]),
    ids: open.list,
  };
};

describe('an answer sheet that people typed', () => {
  it.each([
    ['a quotation mark within a cell in quotation marks', 'A-1;nascent;"a "good" law"'],
    ['one that opens a cell and no other', 'A-1;nascent;"half a sentence'],
    ['one too many at the end', 'A-1;nascent;"whole""'],
    ['letters behind the last one', 'A-1;nascent;"whole" and more'],
  ])('loses no row to %s: that row is named with what stood there', (_what, row) => {
    for (const end of ['\n', '\r\n']) {
      const before = ['indicator;answer;comment', 'A-2;mature;"over two\nlines, and ""more"""'];
      const text = [...before, row, 'B-1;developed;"in ""quotes"""', ''].join(end);
      const { rows, open } = readText(text);
      expect(rows).toEqual([
        ['A-2', 'mature', 'over two\nlines, and "more"'],
        ['B-1', 'developed', 'in "quotes"'],
      ]);
      expect(open).toEqual([['sheet.unreadRow', 4, row]]);
      expect(parseAnswerSheet(text, tinyFramework())).toMatchObject({ problems: [{ code: 'sheet.quotes', line: 4 }] });
    }
  });

  it.each([
    ['French', 'Indicateur;Réponse;Commentaire'],
    ['French, with other signs', 'INDICATEURS : ; Votre réponse ;Commentaires*'],
    ['English, as in the workbook', 'Code;Your answer;Comment'],
    ['two languages', 'Indicator;Niveau;Remarques'],
  ])('is read under a head in %s, which the command is not', async (_what, head) => {
    const text = `Réponses du ministère ; Round 2026\n${head}\nA-1;3;Loi`;
    expect(readText(text)).toMatchObject({ rows: [['A-1', 'developed', 'Loi']], open: [] });
    expect(await readReturnedFile(strToU8(text), 'x')).toMatchObject({ ok: true, value: { kind: 'sheet' } });
    expect(parseAnswerSheet(`${head}\nA-1;developed;Loi`, tinyFramework()).ok).toBe(false);
  });

  it.each(['Institution', 'Ministère', 'Ministerio', 'Organismo', 'الوزارة', 'الجهة'])(
    'makes nobody’s answers agreed levels where the column of institutions is called %s',
    (title) => {
      const sheet = readAnswerSheet(`indicator;answer;${title}\nA-1;3;Labour`, tinyFramework());
      expect(sheet).toMatchObject({ ok: true, value: { rows: [{ institution: 'Labour' }] } });
    },
  );

  it('knows a code without its hyphen, or with a space, where no other is written so', () => {
    const { rows, open } = readText('indicator;answer;comment\nA 1;3;\na2;4;\nB_1;2;\nC 1;2;');
    expect(rows).toEqual([
      ['A-1', 'developed', ''],
      ['A-2', 'mature', ''],
      ['B-1', 'emerging', ''],
    ]);
    expect(open.map(([code, line]) => [code, line])).toEqual([['sheet.unknownIndicator', 5]]);
    expect(parseAnswerSheet('indicator,answer,comment\nA 1,developed,', tinyFramework()).ok).toBe(false);
  });

  it('is known in every language of the app, whatever the column', () => {
    const columnOf = columnOfHead('sheet', new Map());
    const fr = ['indicateur', 'institution', 'réponse', 'commentaire', 'cible', 'impact', 'facilité'];
    expect([SHEET_COLUMNS, fr].map((heads) => heads.map(columnOf))).toEqual([SHEET_COLUMNS, SHEET_COLUMNS]);
  });

  it.each([
    ['whose title was changed', 'indicator;Where we stand;comment', 'intake.columnUnknown', 'B Where we stand'],
    ['whose title stands twice', 'indicator;answer;answer', 'intake.columnTwice', 'B answer'],
  ])('asks for a column %s, and takes the rest', (_what, head, code, option) => {
    const text = `${head}\nA-1;mature;mature`;
    const { rows, open, ids } = readText(text);
    expect([rows[0]?.[1], open]).toEqual([null, [[code, 1, 'answer']]]);
    expect(readText(text, new Map([[ids[0]!.id, option]]))).toMatchObject({
      rows: [['A-1', 'mature', expect.anything()]],
      open: [],
    });
  });

  it('names what stands in columns of nobody, and a cell beyond the last title', () => {
    const { rows, open, advice } = readText(
      'indicator;;answer;comment;\nA-1;see the letter;mature;one; two\nA-2;see too;mature;',
    );
    expect(rows).toEqual([['A-2', 'mature', '']]);
    expect(open.map(([code, line]) => [code, line])).toEqual([['sheet.tooManyCells', 2]]);
    expect(advice).toEqual([['intake.columnLeftOut', 2, 'see the letter']]);
  });
});
