import { describe, expect, it } from 'vitest';
import { checkLogo } from '../../../src/domain/assessment/check-logo.ts';
import { looksAlike, readingsOf } from '../../../src/domain/institutions/institution-name.ts';
import { answerSheetOf } from '../../../src/domain/intake/map-columns.ts';
import { readDate } from '../../../src/domain/intake/read-date.ts';
import { bareWord } from '../../../src/domain/intake/spellings.ts';
import { kindOfText } from '../../../src/file/kind-of-text.ts';
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
