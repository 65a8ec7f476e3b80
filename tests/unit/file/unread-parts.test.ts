import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { WorkbookSheet } from '../../../src/domain/intake/cells.ts';
import { filesInZip } from '../../../src/file/files-in-zip.ts';
import { readReturnedFile } from '../../../src/file/read-returned-file.ts';
import type { Edit } from '../../fixtures/answer-workbooks.ts';
import { A1, changes, edited, openOf, sheetsOf, take } from '../../fixtures/answer-workbooks.ts';
import { madeUpWorkbook } from '../../fixtures/made-up-workbook.ts';
import { FILE_SPOILINGS, xlsxOf } from '../../fixtures/spoilings.ts';

const MET: Edit = [2, 'B-1/emerging/a', 'Met?', 'yes'];
const ENDORSED: Edit = [0, 'These answers are', '', 'endorsed by the hierarchy'];

async function read(bytes: Uint8Array): Promise<readonly WorkbookSheet[]> {
  const found = await readReturnedFile(bytes, 'x');
  if (!found.ok || found.value.kind !== 'workbook') throw new Error(JSON.stringify(found));
  return found.value.sheets;
}

function adviceOf(sheets: readonly WorkbookSheet[]) {
  const taken = take(sheets);
  if (!taken.ok) throw new Error(JSON.stringify(taken.problems));
  return taken.advice.map(({ code, file, line, params }) => [code, file, line, params['shown']]);
}

const withRows = (
  sheets: readonly WorkbookSheet[],
  at: number,
  rowsOf: (sheet: WorkbookSheet) => WorkbookSheet['rows'],
) => sheets.map((sheet, index) => (index === at ? { ...sheet, rows: rowsOf(sheet) } : sheet));

describe('a sheet of which nothing is read', () => {
  it.each([
    [2, 'Requirements'],
    [3, 'Evidence'],
  ])('is named where its head row was taken out, and the rest is taken in: sheet %s', async (at, name) => {
    const sheets = edited(await sheetsOf(), A1, MET);
    const without = withRows(sheets, at, ({ rows }) => rows.filter((_, index) => index !== 1));
    expect(openOf(without)).toEqual([['intake.headMissing', name, 1]]);
    expect(changes(without)).toMatchObject({ 'rating/labour/A-1/1/answer': { level: 'developed' } });
  });

  it('is named where the labels of who stands behind the answers are gone', async () => {
    const sheets = edited(await sheetsOf(), ENDORSED);
    const without = withRows(sheets, 0, ({ rows }) =>
      rows.map((row, index) => (index === 0 ? row : [null, ...row.slice(1)])),
    );
    expect(openOf(without)).toEqual([['intake.headMissing', 'Instructions', 1]]);
  });

  it('is said to be left out where somebody added it', async () => {
    const notes = { name: 'Export Summary', rows: [[], [null, 'See our letter']] };
    expect(adviceOf([notes, ...(await sheetsOf())])).toEqual([
      ['intake.sheetLeftOut', 'Export Summary', 2, 'See our letter'],
    ]);
    expect(adviceOf([{ name: 'Empty', rows: [[]] }, ...(await sheetsOf())])).toEqual([]);
  });

  it('is none where it is the same again, or has its head twice', async () => {
    const sheets = edited(await sheetsOf(), A1);
    const copy = [...sheets, { ...sheets[1]!, name: 'Answers (2)' }];
    const again = withRows(sheets, 1, ({ rows }) =>
      rows.flatMap((row, index) => (index === 4 ? [rows[1]!, row] : [row])),
    );
    for (const spoiled of [copy, again]) {
      expect([openOf(spoiled), adviceOf(spoiled)]).toEqual([[], []]);
      expect(changes(spoiled)).toEqual(changes(sheets));
    }
  });
});

describe('requirements whose row of answers is not there', () => {
  const without = (sheets: readonly WorkbookSheet[], code: string) =>
    withRows(sheets, 1, ({ rows }) => rows.filter(([first]) => first !== code));

  it('count, and decide the level where they are new', async () => {
    const sheets = edited(await sheetsOf(), MET);
    expect(changes(without(sheets, 'B-1'))).toEqual(changes(sheets));
  });

  it.each([null, 'no'])('change nothing of an answer that was given before, which is said: %s', async (met) => {
    const sheets = edited(await sheetsOf(), [2, 'A-2/emerging/a', 'Met?', met]);
    expect(changes(without(sheets, 'A-2'))).toEqual({});
    expect(adviceOf(without(sheets, 'A-2')).map(([code, file]) => [code, file])).toEqual([
      ['workbook.answerRowMissing', 'Requirements'],
    ]);
    expect(adviceOf(without(await sheetsOf(), 'A-2'))).toEqual([]);
  });

  it('are named where one was emptied that the answer beside it still needs', async () => {
    const sheets = edited(await sheetsOf(), [2, 'A-2/emerging/a', 'Met?', null]);
    expect(changes(sheets)).toEqual({});
    expect(adviceOf(sheets).map(([code, file]) => [code, file])).toEqual([
      ['workbook.requirementNotMet', 'Requirements'],
    ]);
    expect(adviceOf(edited(sheets, [1, 'A-2', 'Your answer', '4 mature']))).toEqual([]);
  });

  it('decide no level where the row may be one whose code is gone', async () => {
    const sheets = edited(await sheetsOf(), MET, [1, 'B-1', 'Your answer', '4 mature'], [1, 'B-1', 'Code', null]);
    expect(changes(sheets)).toEqual({ 'rating/labour/B-1/1/requirements': ['B-1/emerging/a'] });
    expect(openOf(sheets)).toEqual([['workbook.codeMissing', 'Answers', 7]]);
  });
});

describe('a note that is attached to a cell', () => {
  const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const THREADED = 'http://schemas.microsoft.com/office/2017/10/relationships';

  it('is named with its cell, by Excel old and new', async () => {
    const parts = unzipSync(xlsxOf(await sheetsOf()));
    const named = zipSync({
      ...parts,
      'xl/worksheets/_rels/sheet1.xml.rels': strToU8(
        `<Relationships><Relationship Id="a" Type="${RELATIONS}/comments" Target="../comments1.xml"/><Relationship Id="b" Type="${THREADED}/threadedComment" Target="/xl/threadedComments/threadedComment1.xml"/></Relationships>`,
      ),
      'xl/comments1.xml': strToU8(
        '<comments><authors><author>x</author></authors><commentList><comment ref="C4"><text><t>[Threaded comment]</t></text></comment><comment ref="C7"><text><r><rPr><b/></rPr><t>Jean:</t></r><r><t>\nplutôt 2 &amp; demi</t></r></text></comment></commentList></comments>',
      ),
      'xl/threadedComments/threadedComment1.xml': strToU8(
        '<ThreadedComments><threadedComment ref="C4"><text>In fact 2</text></threadedComment><threadedComment ref="C4"><text>Yes</text></threadedComment></ThreadedComments>',
      ),
    });
    expect(adviceOf(await read(named))).toEqual([
      ['intake.noteLeftOut', 'Answers', 4, 'In fact 2\nYes'],
      ['intake.noteLeftOut', 'Answers', 7, 'Jean:\nplutôt 2 & demi'],
    ]);
    const damaged = zipSync({
      ...parts,
      'xl/worksheets/_rels/sheet1.xml.rels': strToU8('<Rel'),
      'xl/comments1.xml': strToU8('<c'),
    });
    expect(adviceOf(await read(damaged))).toEqual([]);
  });

  /** The workbook as OpenDocument with what stands in the cell of A-1. */
  async function openDocument(cell: string) {
    const parts = unzipSync(FILE_SPOILINGS['as OpenDocument']!(edited(await sheetsOf(), A1)));
    const content = new TextDecoder().decode(parts['content.xml']);
    const written = '<table:table-cell office:value-type="string"><text:p>3 developed</text:p></table:table-cell>';
    const at = content.indexOf(written, content.indexOf('>A-1<'));
    const changed = `${content.slice(0, at)}${cell}${content.slice(at + written.length)}`;
    return read(zipSync({ ...parts, 'content.xml': strToU8(changed) }));
  }

  it('is named of an OpenDocument sheet, and no part of its cell', async () => {
    const sheets = await openDocument(
      '<table:table-cell office:value-type="string"><office:annotation><dc:creator>J</dc:creator><text:p>plutôt <text:span>2</text:span></text:p><text:p>demain</text:p></office:annotation><text:p>3 developed</text:p></table:table-cell>',
    );
    expect(adviceOf(sheets)).toEqual([['intake.noteLeftOut', 'Answers', 4, 'plutôt 2\ndemain']]);
    expect(changes(sheets)).toMatchObject({ 'rating/labour/A-1/1/answer': { level: 'developed' } });
  });

  it.each([
    [
      'a shape stands on it',
      '<table:table-cell office:value-type="string"><draw:custom-shape><text:p>see</text:p></draw:custom-shape><draw:g><draw:rect><text:p/></draw:rect></draw:g><text:p>3 developed</text:p></table:table-cell>',
    ],
    [
      'its text stands in its attribute',
      '<table:table-cell office:value-type="string" office:string-value="3 developed"/>',
    ],
  ])('or else a cell of an OpenDocument sheet is read where %s', async (_, cell) => {
    expect(changes(await openDocument(cell))).toMatchObject({ 'rating/labour/A-1/1/answer': { level: 'developed' } });
  });
});

describe('a workbook as other programs pack it', () => {
  it('has no text in a cell that refers to none', async () => {
    const bytes = madeUpWorkbook({
      sheets: ['<row><c t="s"><v>0</v></c><c t="s"/><c t="s"><v></v></c><c t="s"><v>1</v></c></row>'],
      strings: '<si><t>first</t></si><si><t>last</t></si>',
    });
    expect(await read(bytes)).toMatchObject([{ rows: [['first', null, null, 'last']] }]);
  });

  it('is found in a zip whose folders are told as Windows tells them', async () => {
    const parts = Object.entries(unzipSync(xlsxOf(await sheetsOf())));
    const named = zipSync(Object.fromEntries(parts.map(([name, part]) => [name.replaceAll('/', '\\'), part])));
    expect((await read(named)).map(({ name }) => name)).toContain('Answers');
    const inside = filesInZip(zipSync({ 'retour\\réponse.xlsx': named }));
    expect(inside?.ok === true && [...inside.value.keys()]).toEqual(['retour/réponse.xlsx']);
  });
});
