import { describe, expect, it } from 'vitest';
import { checkLogo } from '../../../src/domain/assessment/check-logo.ts';
import { looksAlike, readingsOf } from '../../../src/domain/institutions/institution-name.ts';
import { answerSheetOf } from '../../../src/domain/intake/map-columns.ts';
import { readDate } from '../../../src/domain/intake/read-date.ts';
import { bareWord } from '../../../src/domain/intake/spellings.ts';
import { readAnswerSheet } from '../../../src/file/answer-sheet.ts';
import { kindOfText } from '../../../src/file/kind-of-text.ts';
import { readForeignFile } from '../../../src/file/read-foreign-file.ts';
import { isAnswerSheet } from '../../../src/file/sheet-table.ts';
import { readSheetLines } from '../../../src/file/sheet-lines.ts';
import { readXml } from '../../../src/file/xml-tokens.ts';
import { tinyFramework } from '../../fixtures/tiny-framework.ts';

/** Each of these took minutes, or for ever, as long as a pattern tried the same letters again and again. */
const LONG = 400_000;

describe('a text that is made to be looked at for ever', () => {
  const comments = '<!-- a -->'.repeat(300);

  it('is told by what stands behind its comments', () => {
    expect(kindOfText(`${comments}<x>`, '')).toBe('other');
    expect(kindOfText(`<?xml version="1.0"?>${comments}<svg>`, '')).toBe('picture');
    expect(kindOfText(`${comments}<!doctype html>`, '')).toBe('page');
    expect(kindOfText('<!-- a <html> --> words', '')).toBe('other');
  });

  it('is no emblem, or one, behind as many comments', () => {
    const kindOf = (text: string) => checkLogo('a.svg', new TextEncoder().encode(text)).ok;
    const few = '<!---->'.repeat(100);
    expect([kindOf(`${few}<x>`), kindOf(`${few}<!DOCTYPE svg>\n<svg xmlns="a">`)]).toEqual([false, true]);
  });

  it('is XML whose attributes have long names, or none', () => {
    const found: [string, string][] = [];
    const onopen = (name: string, attributes: () => ReadonlyMap<string, string>) =>
      void found.push(...[...attributes()].map(([key, value]) => [`${name} ${key.length}`, value] as [string, string]));
    const long = 'a'.repeat(LONG);
    const isXml = readXml(`<row ${long} r="1" ${long}="2"/>`, { onopen, onclose: () => {}, ontext: () => {} });
    expect([isXml, found]).toEqual([
      true,
      [
        ['row 1', '1'],
        [`row ${LONG}`, '2'],
      ],
    ]);
  });

  it('is a cell of signs, of space, or of hours', () => {
    expect(bareWord(`${'!'.repeat(LONG)}a ").`)).toBe(`${'!'.repeat(LONG)}a`);
    expect(readDate(`${'t'.repeat(LONG)}1`)).toEqual({ couldBe: [] });
    const table = { line: 1, titles: ['a', 'b'], rows: [['A-1', `x${' '.repeat(LONG)}y \n z`]], unreadable: [] };
    const sheet = answerSheetOf(table, { indicator: 0, comment: 1 }, tinyFramework());
    expect(sheet).toHaveLength('indicator,comment\n"A-1","xy z"\n'.length + LONG);
  });

  it('is the name of an institution', () => {
    const [space, brackets] = [' '.repeat(LONG), '('.repeat(LONG)];
    expect(readingsOf(`"${space}Labour`)).toContain('" labour');
    expect(readingsOf(`«${space}Labour${space}»,${space}`)).toContain('labour');
    expect(looksAlike(`Labour ${brackets}Interior`, 'Labour')).toBe(false);
    const name = 'ministry of labour '.repeat(3000);
    expect(looksAlike(`${name}one`, `${name}two`)).toBe(false);
  });
});

// Longer than any of it takes where every core is busy; most of it took minutes.
describe('a table that is made to be looked at for ever', { timeout: 60_000 }, () => {
  const framework = tinyFramework();

  it('has a million columns, in one line or without any', () => {
    const wide = `indicator,answer${',x'.repeat(1_000_000)}\nA-1,mature${',1'.repeat(1_000_000)}`;
    expect(isAnswerSheet(wide)).toBe(true);
    expect(isAnswerSheet('indicator;answer\t|,'.repeat(200_000))).toBe(true);
    expect(readSheetLines(wide, ',').rows.map(({ cells }) => cells.length)).toEqual([16_384, 16_384]);
  });

  it('has thousands of columns of one name in every line', () => {
    const read = readAnswerSheet(`indicator${',answer'.repeat(16_000)}\n`.repeat(8), framework);
    expect(read.ok && read.value.rows).toEqual([]);
  });

  it('has a quotation mark that does not match in every line: the first hundred are named', () => {
    const lines = `indicator,answer,comment\nA-1,mature,so\n${'A-2,mature,"x" y\n'.repeat(200_000)}`;
    const read = readAnswerSheet(lines, framework);
    expect(read.ok && read.value.rows.map(({ indicator }) => indicator)).toEqual(['A-1']);
    expect(read.ok && read.value.open.list).toHaveLength(100);
  });

  it('is read to its end in pieces, wherever they are cut', () => {
    const row = (index: number) => `A-${index};"${'word '.repeat(40)}\nsecond ""line"";${index}"\r\n`;
    const { rows, unread } = readSheetLines(Array.from({ length: 4000 }, (_, index) => row(index)).join(''), ';');
    expect(unread).toEqual([]);
    expect(rows).toHaveLength(4001);
    expect(
      rows.slice(0, -1).every(({ cells, line }, index) => cells[0] === `A-${index}` && line === 2 * index + 1),
    ).toBe(true);
    expect(rows[3999]?.cells[1]).toBe(`${'word '.repeat(40)}\nsecond "line";3999`);
    const long = `a;"${'b\n'.repeat(400_000)}";c\nd;e`;
    expect(readSheetLines(long, ';').rows.map(({ cells, line }) => [cells.length, line])).toEqual([
      [3, 1],
      [2, 400_002],
    ]);
  });

  it('is read to its end where a cut falls between a quotation mark and its separator', () => {
    const row = (index: number) => `A-${index};"so"${' '.repeat(60)};${index}\n`;
    const { rows, unread } = readSheetLines(Array.from({ length: 20_000 }, (_, index) => row(index)).join(''), ';');
    expect([unread, rows.length, rows[19_999]?.cells]).toEqual([[], 20_001, ['A-19999', 'so', '19999']]);
  });

  it('is a library of three hundred thousand keys, or one with a key twice', async () => {
    const read = async (text: string) => {
      const file = new Blob([text]);
      const [found] = await readForeignFile({ file, fileName: 'library.yaml', use: 'framework', passphrase: null });
      return found?.content.ok === false ? found.content.problems.map(({ code, line }) => [code, line]) : [];
    };
    expect(await read(Array.from({ length: 300_000 }, (_, index) => `k${index}: 1`).join('\n'))).toEqual([
      ['library.noFramework', undefined],
    ]);
    expect(await read('a: 1\nb:\n  c: 1\n  c: 2\n')).toEqual([['library.notYaml', 4]]);
  });
});
