import { describe, expect, it } from 'vitest';
import { countPages } from '../../../../src/export/docx/count-pages.ts';
import { styleLooks, wordStyles } from '../../../../src/export/docx/styles.ts';

const looks = styleLooks(wordStyles('en-GB', false));
/** A4 with 20 mm at the sides and 21.5 above and below: 14,400 twips of height. */
const page = (type: string) =>
  `<w:sectPr><w:type w:val="${type}"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1219" w:bottom="1219" w:left="1134" w:right="1134"/></w:sectPr>`;
const body = (...parts: string[]) => `<w:document><w:body>${parts.join('')}</w:body></w:document>`;
const paragraph = (text: string, properties = '') =>
  `<w:p><w:pPr><w:spacing w:line="240" w:lineRule="exact" w:before="0" w:after="0"/>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const mark = (name: string) =>
  `<w:p><w:pPr><w:spacing w:line="240" w:lineRule="exact" w:before="0" w:after="0"/></w:pPr><w:bookmarkStart w:name="${name}" w:id="1"/></w:p>`;
const lines = (count: number) => Array.from({ length: count }, () => paragraph('A line')).join('');
const pagesOf = (xml: string) => Object.fromEntries(countPages(xml, looks));

describe('the pages of a Word file', () => {
  it('are counted by what fits between the margins: sixty lines of 12 pt', () => {
    expect(pagesOf(body(lines(59), mark('a'), mark('b'), page('nextPage')))).toEqual({ a: 1, b: 2 });
  });

  it('begin anew with a section, unless it runs on', () => {
    const first = `<w:p><w:pPr>${page('nextPage')}</w:pPr></w:p>`;
    expect(pagesOf(body(lines(5), first, mark('a'), page('nextPage')))).toEqual({ a: 2 });
    expect(pagesOf(body(lines(5), first, mark('a'), page('continuous')))).toEqual({ a: 1 });
  });

  it('go by the lines that a text takes', () => {
    const long = paragraph('Ministry of the Interior and Civil Protection '.repeat(130));
    expect(pagesOf(body(long, mark('a'), page('nextPage')))).toEqual({ a: 1 });
    expect(pagesOf(body(long, long, mark('a'), page('nextPage')))).toEqual({ a: 2 });
  });

  it('keep a heading with what follows it, and a row in one piece', () => {
    const kept = paragraph('Heading', '<w:keepNext/>').replace('<w:r>', '<w:bookmarkStart w:name="a" w:id="1"/><w:r>');
    expect(pagesOf(body(lines(59), kept, lines(2), page('nextPage')))).toEqual({ a: 2 });
    const row = (text: string) =>
      `<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:type="dxa" w:w="9638"/></w:tcPr>${text}</w:tc></w:tr>`;
    const table = `<w:tbl>${row(`${mark('b')}${lines(30)}`)}${row(`${mark('c')}${lines(30)}`)}</w:tbl>`;
    expect(pagesOf(body(table, page('nextPage')))).toEqual({ b: 1, c: 2 });
  });
});
