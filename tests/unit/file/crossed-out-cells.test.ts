import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { WorkbookSheet } from '../../../src/domain/intake/cells.ts';
import { readReturnedFile } from '../../../src/file/read-returned-file.ts';
import { changes, edited, openOf, sheetsOf, take } from '../../fixtures/answer-workbooks.ts';
import { FILE_SPOILINGS, xlsxOf } from '../../fixtures/spoilings.ts';

async function read(bytes: Uint8Array): Promise<readonly WorkbookSheet[]> {
  const found = await readReturnedFile(bytes, 'x');
  if (!found.ok || found.value.kind !== 'workbook') throw new Error(JSON.stringify(found));
  return found.value.sheets;
}

/** A workbook with the first text `before` of a part written as `after`. */
function rewritten(
  bytes: Uint8Array,
  changed: Readonly<Record<string, readonly [before: string | RegExp, after: string]>>,
) {
  const parts = unzipSync(bytes);
  for (const [name, [before, after]] of Object.entries(changed)) {
    const text = new TextDecoder().decode(parts[name]);
    if (text.replace(before, after) === text) throw new Error(`nothing of ${name} was changed`);
    parts[name] = strToU8(text.replace(before, after));
  }
  return zipSync(parts);
}

const FONTS = '<fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts>';
const STYLES = [
  '<cellXfs>',
  `${FONTS}<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="2"/><xf numFmtId="0" fontId="1"/><xf numFmtId="0" fontId="2"/>`,
] as const;
const SHEET = 'xl/worksheets/sheet1.xml';
const RICH = '<r><rPr><strike/></rPr><t>2 emerging </t></r><r><t>Niveau 3</t></r>';

const excel = async () =>
  edited(
    await sheetsOf(),
    [1, 'A-1', 'Your answer', 'Niveau 3'],
    [1, 'B-1', 'Your answer', '2 emerging'],
    [1, 'B-1', 'Comment', 'so'],
  );
const inCell = (text: string, style: number) =>
  [
    new RegExp(`(<c r="[A-Z]+\\d+")( t="inlineStr"><is><t xml:space="preserve">${text}<)`),
    `$1 s="${style}"$2`,
  ] as const;

describe('what is crossed out in a workbook', () => {
  it('is named by its cell, and the rest is taken in', async () => {
    const bytes = rewritten(xlsxOf(await excel()), { 'xl/styles.xml': STYLES, [SHEET]: inCell('Niveau 3', 2) });
    const sheets = await read(bytes);
    expect(openOf(sheets)).toEqual([['intake.cellStruck', 'Answers', 4]]);
    expect(changes(sheets)).toMatchObject({ 'rating/labour/B-1/1/answer': { level: 'emerging' } });
    expect(changes(sheets)).not.toHaveProperty(['rating/labour/A-1/1/answer']);
  });

  it('is named by the named style that its cell follows', async () => {
    const named = `${FONTS}<cellStyleXfs><xf fontId="0"/><xf fontId="1"/></cellStyleXfs><cellXfs><xf/><xf/><xf xfId="1"/><xf xfId="1" fontId="0"/>`;
    const styled = async (style: number) =>
      read(
        rewritten(xlsxOf(await excel()), {
          'xl/styles.xml': ['<cellXfs>', named],
          [SHEET]: inCell('Niveau 3', style),
        }),
      );
    expect(openOf(await styled(2))).toEqual([['intake.cellStruck', 'Answers', 4]]);
    expect(openOf(await styled(3))).toEqual([]);
  });

  it('is named of an OpenDocument sheet by a style with a name of its own', async () => {
    const bytes = FILE_SPOILINGS['as OpenDocument']!(await excel());
    const text = new TextDecoder().decode(unzipSync(bytes)['content.xml']);
    const at = text.lastIndexOf('<table:table-cell', text.indexOf('<text:p>Niveau 3</text:p>'));
    const rest = text.slice(at + '<table:table-cell'.length);
    const marked = `${text.slice(0, at)}<table:table-cell table:style-name="ce7"${rest}`.replace(
      '<office:body>',
      '<office:automatic-styles><style:style style:name="ce7" style:parent-style-name="Gone"/></office:automatic-styles><office:body>',
    );
    const named = (line: string) =>
      `<office:document-styles><office:styles><style:default-style><style:text-properties style:text-line-through-style="none"/></style:default-style><style:style style:name="Gone"><style:text-properties style:text-line-through-style="${line}"/></style:style></office:styles></office:document-styles>`;
    const withStyle = (line: string) =>
      read(zipSync({ ...unzipSync(bytes), 'content.xml': strToU8(marked), 'styles.xml': strToU8(named(line)) }));
    expect(openOf(await withStyle('solid'))).toEqual([['intake.cellStruck', 'Answers', 4]]);
    expect(openOf(await withStyle('none'))).toEqual([]);
  });

  it('is asked of the styles of an OpenDocument sheet only where they are whole: without them it is read', async () => {
    const bytes = FILE_SPOILINGS['as OpenDocument']!(await excel());
    const styles = strToU8('<office:document-styles/>');
    const [whole] = [zipSync({ ...unzipSync(bytes), 'styles.xml': styles }, { level: 0 })];
    const at = Buffer.from(whole).indexOf('<office:document-styles/>');
    const damaged = whole.with(at, 0);
    expect(openOf(await read(damaged))).toEqual(openOf(await read(whole)));
  });

  it('can be settled on the spot', async () => {
    const bytes = rewritten(xlsxOf(await excel()), { 'xl/styles.xml': STYLES, [SHEET]: inCell('Niveau 3', 2) });
    const sheets = await read(bytes);
    const open = take(sheets);
    const [cell] = open.ok ? open.value.open : [];
    expect(cell?.options).toContain('4 mature');
    const settled = take(sheets, new Map([[cell!.id, '4 mature']]));
    expect(settled.ok && settled.value.said.get('rating/labour/A-1/1/answer')).toEqual({ level: 'mature' });
  });

  it('is named where only a part of a text is, in the cell or in the list of texts', async () => {
    const cell = (text: string) => `<t xml:space="preserve">${text}</t>`;
    const inside = rewritten(xlsxOf(await excel()), { [SHEET]: [cell('Niveau 3'), RICH] });
    const shared = rewritten(xlsxOf(await excel(), { sharedStrings: true }), {
      'xl/sharedStrings.xml': [cell('Niveau 3'), RICH],
    });
    for (const bytes of [inside, shared]) {
      expect(openOf(await read(bytes))).toEqual([['intake.cellStruck', 'Answers', 4]]);
    }
  });

  it('is nothing where the sign is switched off, or the cell is empty', async () => {
    const bytes = rewritten(xlsxOf(await excel()), { 'xl/styles.xml': STYLES, [SHEET]: inCell('Niveau 3', 3) });
    expect(openOf(await read(bytes))).toEqual([]);
    expect(changes(await read(bytes))).toEqual(changes(await excel()));
    const empty = rewritten(xlsxOf(await excel()), {
      'xl/styles.xml': STYLES,
      [SHEET]: ['</row>', '<c r="ZZ1" s="2"/></row>'],
    });
    expect(openOf(await read(empty))).toEqual([]);
  });

  it('is said where it is the text of a level, which is no answer', async () => {
    const sheets = await sheetsOf();
    const bytes = rewritten(xlsxOf(edited(sheets, [1, 'A-1', '1 nascent', 'No office'])), {
      'xl/styles.xml': STYLES,
      [SHEET]: inCell('No office', 2),
    });
    const taken = take(await read(bytes));
    expect(taken.ok && taken.advice.map(({ code, line, params }) => [code, line, params['shown']])).toEqual([
      ['intake.struckBeside', 4, 'No office'],
    ]);
  });

  it.each([
    ['the style of its cell', '<table:table-cell table:style-name="ce7"', '<table:table-cell'],
    [
      'the style of a part of its text',
      '<text:p><text:span text:style-name="ce7">3</text:span> Niveau</text:p>',
      '<text:p>Niveau 3</text:p>',
    ],
  ])('is named of an OpenDocument sheet by %s', async (_, after, before) => {
    const style = (line: string) =>
      `<office:automatic-styles><style:style style:name="ce7"><style:text-properties style:text-line-through-style="${line}"/></style:style></office:automatic-styles><office:body>`;
    const bytes = FILE_SPOILINGS['as OpenDocument']!(await excel());
    const text = new TextDecoder().decode(unzipSync(bytes)['content.xml']);
    const at = text.lastIndexOf(before, text.indexOf('<text:p>Niveau 3</text:p>'));
    const marked = `${text.slice(0, at)}${after}${text.slice(at + before.length)}`;
    const withStyle = (line: string) =>
      read(zipSync({ ...unzipSync(bytes), 'content.xml': strToU8(marked.replace('<office:body>', style(line))) }));
    expect(openOf(await withStyle('solid'))).toEqual([['intake.cellStruck', 'Answers', 4]]);
    expect(openOf(await withStyle('none'))).toEqual([]);
  });

  it('is not lost with the last row of a sheet', async () => {
    const last = xlsxOf(await excel());
    const text = new TextDecoder().decode(unzipSync(last)[SHEET]);
    const row = text.lastIndexOf('<row r="', text.indexOf('>B-1<'));
    const struck = text.slice(0, row) + text.slice(row).replaceAll('" t="inlineStr"', '" s="2" t="inlineStr"');
    const bytes = zipSync({
      ...unzipSync(rewritten(last, { 'xl/styles.xml': STYLES })),
      [SHEET]: strToU8(struck),
    });
    expect(openOf(await read(bytes))).toEqual([['intake.cellStruck', 'Answers', 7]]);
  });

  it('is said of a rule that can cross out answers, whose condition nobody works out here', async () => {
    const withRule = async (rules: string, dxf = '<strike/>') =>
      read(
        rewritten(xlsxOf(await excel()), {
          'xl/styles.xml': [
            /<\/styleSheet>/,
            `<dxfs count="2"><dxf/><dxf><font>${dxf}</font></dxf></dxfs></styleSheet>`,
          ],
          [SHEET]: ['</sheetData>', `</sheetData>${rules}`],
        }),
      );
    const advised = (sheets: readonly WorkbookSheet[]) => {
      const taken = take(sheets);
      return taken.ok ? taken.advice.map(({ code, file, params }) => [code, file, params['cells']]) : [];
    };
    const rule = (format: number, ranges: string) =>
      `<conditionalFormatting sqref="${ranges}"><cfRule type="expression" dxfId="${format}" priority="1"><formula>A1="x"</formula></cfRule></conditionalFormatting>`;
    const named = [['intake.struckByRule', 'Answers', 'A1:Z9']];
    expect(advised(await withRule(rule(1, 'A1:Z9 XA1:XB9')))).toEqual(named);
    expect(advised(await withRule(rule(0, 'A1:Z9')))).toEqual([]);
    expect(advised(await withRule(rule(1, 'XA1:XB9')))).toEqual([]);
    expect(advised(await withRule(rule(1, 'A1:Z9'), '<strike val="0"/>'))).toEqual([]);
    const newer = `<extLst><ext><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="expression"><xm:f>Key!A1</xm:f><x14:dxf><font><strike/></font></x14:dxf></x14:cfRule><xm:sqref>A1:Z9</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`;
    expect(advised(await withRule(newer))).toEqual(named);
    expect(changes(await withRule(rule(1, 'A1:Z9')))).toEqual(changes(await excel()));
  });

  it.each([
    ['Answers.A1:Answers.Z9', ['A1:Z9']],
    ["$'My sheet'.$A$1:$'My sheet'.$Z$9 &apos;It&apos;&apos;s 1.0&apos;.A2", ['A1:Z9', 'A2']],
  ])('is said of such a rule of an OpenDocument sheet: %s', async (ranges, named) => {
    const bytes = FILE_SPOILINGS['as OpenDocument']!(await excel());
    const content = new TextDecoder().decode(unzipSync(bytes)['content.xml']);
    const rules = `<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address="${ranges}"><calcext:condition calcext:apply-style-name="Gone" calcext:value="=1"/></calcext:conditional-format></calcext:conditional-formats>`;
    const styles = `<office:document-styles><style:style style:name="Gone"><style:text-properties style:text-line-through-style="solid"/></style:style></office:document-styles>`;
    const marked = { 'content.xml': strToU8(content.replace('</table:table>', () => `${rules}</table:table>`)) };
    const [sheet] = await read(zipSync({ ...unzipSync(bytes), ...marked, 'styles.xml': strToU8(styles) }));
    expect(sheet?.struckByRule).toEqual(named);
  });
});
