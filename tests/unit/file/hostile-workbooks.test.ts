import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  MAXIMUM_GRID_CELLS,
  MAXIMUM_SHARED_STRINGS,
  MAXIMUM_SHEETS,
  MAXIMUM_WORKBOOK_PART_BYTES,
  MAXIMUM_WORKBOOK_SETTINGS_BYTES,
} from '../../../src/domain/limits.ts';
import { readWorkbook } from '../../../src/file/read-workbook.ts';
import { bytesOf, sheetsOf } from '../../fixtures/answer-workbooks.ts';
import { madeUpWorkbook } from '../../fixtures/made-up-workbook.ts';
import { lawRuns } from '../../fixtures/law-runs.ts';

const problemsOf = async (bytes: Uint8Array) => {
  const read = await readWorkbook(bytes, 'workbook');
  return read.ok ? [] : read.problems.map(({ code, file, params }) => [code, file, params['cell']]);
};
const rowsOf = async (bytes: Uint8Array) => {
  const read = await readWorkbook(bytes, 'workbook');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value.map(({ rows }) => rows);
};
const filled = (address: string) => `<c r="${address}"><v>1</v></c>`;
const first = `<row r="1">${filled('A1')}</row>`;

const many = (rows: number) =>
  Array.from({ length: rows }, (_, row) => `<row r="${row + 1}">${filled(`A${row + 1}`)}</row>`).join('');

describe('a cell that strayed to the far end of a sheet', () => {
  it.each(['XFD1048576', 'A1048576', 'XFD5000'])('%s beside a table of 109 rows costs little', async (cell) => {
    const row = Number(/\d+/.exec(cell)?.[0]);
    const [rows = []] = await rowsOf(madeUpWorkbook({ sheets: [`${many(109)}<row r="${row}">${filled(cell)}</row>`] }));
    expect(rows).toHaveLength(row);
    expect([rows[108]?.[0], rows[109], rows.at(-1)?.at(-1)]).toEqual([1, [], 1]);
  });

  it.each([
    ['XFD1048576', 500],
    ['A9999999', 1],
    ['ZZZZ2000', 1000],
  ])('%s is named where it would unfold to more than is held, and nothing is read', async (cell, rows) => {
    const row = Number(/\d+/.exec(cell)?.[0]);
    const bytes = madeUpWorkbook({ sheets: [first, `${many(rows)}<row r="${row}">${filled(cell)}</row>`] });
    expect(await problemsOf(bytes)).toEqual([['workbook.farCell', 'Sheet 2', cell]]);
  });

  it.each([
    ['with a format and nothing else', '<c r="XFD1048576" s="3"/>'],
    ['with white space', '<c r="XFD1048576" t="inlineStr"><is><t xml:space="preserve">  </t></is></c>'],
    ['with a blank text of the list', '<c r="XFD1048576" t="s"><v>1</v></c>'],
    ['with a formula without a value', '<c r="XFD1048576"><f>A1</f></c>'],
    ['with an error', '<c r="XFD1048576" t="e"><v>#REF!</v></c>'],
  ])('refuses nobody when it is empty: %s', async (_, cell) => {
    const strings = '<si><t>here</t></si><si><t> </t></si>';
    const sheet = `<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="1048576">${cell}</row>`;
    expect(await rowsOf(madeUpWorkbook({ sheets: [sheet], strings }))).toEqual([[['here']]]);
  });

  it('counts over all sheets', async () => {
    const half = `<row r="${MAXIMUM_GRID_CELLS / 2 - 1}">${filled(`A${MAXIMUM_GRID_CELLS / 2 - 1}`)}</row>`;
    expect(await problemsOf(madeUpWorkbook({ sheets: [half, half] }))).toEqual([]);
    expect(await problemsOf(madeUpWorkbook({ sheets: [half, half, first] }))).toEqual([
      ['workbook.farCell', 'Sheet 3', 'A1'],
    ]);
  });
});

describe('rows and cells without a place', () => {
  it('follow the one before', async () => {
    const sheet = '<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c r="B3"><v>3</v></c><c><v>4</v></c></row>';
    expect(await rowsOf(madeUpWorkbook({ sheets: [sheet] }))).toEqual([[[1, 2, null], [], [null, 3, 4]]]);
  });

  it('are counted: millions of empty ones are nothing, and the filled one behind them is named', async () => {
    const empty = '<row/>'.repeat(500_000);
    expect(await rowsOf(madeUpWorkbook({ sheets: [`${first}${empty}`] }))).toEqual([[[1]]]);
    const behind = `<row r="3500000"/>${empty}<row><c><v>1</v></c></row>`;
    expect(await problemsOf(madeUpWorkbook({ sheets: [behind] }))).toEqual([
      ['workbook.farCell', 'Sheet 1', 'A4000001'],
    ]);
  });
});

describe('what a workbook unfolds to', () => {
  const codesOf = async (bytes: Uint8Array) => (await problemsOf(bytes)).map(([code]) => code);

  it.each([
    ['sheets', { sheets: Array.from({ length: MAXIMUM_SHEETS + 1 }, () => first) }, 'workbook.tooManySheets'],
    ['texts', { sheets: [first], strings: '<si/>'.repeat(MAXIMUM_SHARED_STRINGS + 1) }, 'workbook.tooManyTexts'],
    ['a sheet', { sheets: [' '.repeat(MAXIMUM_WORKBOOK_PART_BYTES)] }, 'file.partTooBig'],
    ['formats', { sheets: [first], styles: ' '.repeat(MAXIMUM_WORKBOOK_SETTINGS_BYTES + 1) }, 'file.partTooBig'],
    ['a part that packs a thousandfold', { sheets: [' '.repeat(20 * 1024 * 1024)] }, 'file.exaggerated'],
  ])('is looked at first: %s', async (_, made, code) => {
    expect(await codesOf(madeUpWorkbook(made))).toContain(code);
  });

  it('does not grow by a part that stands for many sheets, nor by one that is none', async () => {
    const list = Array.from({ length: 50 }, (_, n) => `<sheet name="S${n}" sheetId="${n}" r:id="r0"/>`).join('');
    expect(await codesOf(madeUpWorkbook({ sheets: [first], list }))).toEqual(['workbook.notWorkbook']);
    const far = `<sst><worksheet><sheetData><row r="9999999">${filled('A9999999')}</row></sheetData></worksheet></sst>`;
    const relations = `<Relationships><Relationship Id="r0" Type="x/worksheet" Target="sharedStrings.xml"/></Relationships>`;
    const parts = { 'xl/sharedStrings.xml': far, 'xl/_rels/workbook.xml.rels': relations };
    expect(await codesOf(madeUpWorkbook({ sheets: [first], parts }))).toEqual(['workbook.farCell']);
  });

  it('declares no texts that grow', async () => {
    const prologue = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    expect(await codesOf(madeUpWorkbook({ sheets: [first], prologue }))).toEqual(['workbook.notWorkbook']);
  });

  it('hides no cell in a comment, a quotation or a section', async () => {
    const sheet = `<row r="1"><!-- <c r="XFD1"><v>1</v></c> --><c r="A1" t="str" x=">"><v><![CDATA[<c r="XFD9">]]></v></c></row>`;
    expect(await rowsOf(madeUpWorkbook({ sheets: [sheet] }))).toEqual([[['<c r="XFD9">']]]);
  });
});

describe('a workbook that the app wrote', () => {
  it('is read the same with empty cells at its far end', async () => {
    const parts = unzipSync(await bytesOf());
    const sheets = Object.entries(parts).map(([name, bytes]) => {
      const text = new TextDecoder().decode(bytes);
      const strayed = text.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>');
      return [name, strToU8(strayed)] as const;
    });
    const read = await readWorkbook(zipSync(Object.fromEntries(sheets)), 'workbook');
    expect(read).toEqual({ ok: true, value: await sheetsOf(), advice: [] });
  });

  it('is refused with words, whatever is changed in its sheets', async () => {
    const parts = unzipSync(await bytesOf());
    const names = Object.keys(parts).filter((name) => name.endsWith('.xml') || name.endsWith('.rels'));
    const piece = fc.constantFrom(
      '<row>',
      '</row>',
      '<c r="XFD1048576">',
      '<v>',
      '"',
      "'",
      '<!--',
      ']]>',
      '<',
      '>',
      '\0',
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.nat(), piece, async (name, at, inserted) => {
        const text = new TextDecoder().decode(parts[name]);
        const place = at % (text.length + 1);
        const changed = strToU8(text.slice(0, place) + inserted + text.slice(place));
        const read = await readWorkbook(zipSync({ ...parts, [name]: changed }), 'workbook');
        expect(read.ok || read.problems.length > 0).toBe(true);
      }),
      lawRuns(60),
    );
  });
});
