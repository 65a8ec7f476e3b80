import { beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../../../src/i18n/languages.ts';
import { createLocaliser } from '../../../../src/i18n/localiser.ts';
import { writeDocx } from '../../../../src/export/docx/write-docx.ts';
import { DIFFICULT } from '../../../fixtures/difficult-assessment.ts';
import { writerInput } from '../../../fixtures/difficult-report.ts';
import { officePart, officeParts, paragraphsOf, styledParagraphs } from '../../../fixtures/office-text.ts';
import { ARABIC, documentOf } from '../../../fixtures/report-documents.ts';
import { readCatalogue } from '../../i18n/read-catalogue.ts';

const french = writerInput('fr');

const NOW = '2026-11-21T09:30:00.000Z';

describe('the report as a Word file', () => {
  let bytes: Uint8Array;
  let body: string;
  beforeAll(async () => {
    bytes = await writeDocx(french.document, french.localiser, NOW);
    body = officePart(bytes, 'word/document.xml');
  });

  it('is the same file for the same document and time, whatever was written before', async () => {
    const again = await writeDocx(french.document, french.localiser, NOW);
    expect(again).toEqual(bytes);
    const later = await writeDocx(french.document, french.localiser, '2026-11-22T09:30:00.000Z');
    expect(later).not.toEqual(bytes);
    expect(officePart(bytes, 'docProps/core.xml')).toContain('<dc:language>fr</dc:language>');
    expect(officePart(bytes, 'docProps/core.xml')).toContain('2026-11-21T09:30:00Z');
  });

  it('says what its line heights are counted in, and breaks long words with a hyphen', () => {
    const styles = officePart(bytes, 'word/styles.xml');
    const lines = styles.match(/<w:spacing [^>]*w:line="[^>]*>/g) ?? [];
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(line).toContain('w:lineRule="auto"');
    expect(officePart(bytes, 'word/settings.xml')).toContain('<w:autoHyphenation');
  });

  it('has a heading of the first level for every part, in order, with its number', () => {
    const headings = styledParagraphs(body).flatMap(({ style, text }) => (style === 'Heading1' ? [text] : []));
    const parts = french.document.sections.filter(({ number }) => number !== null);
    expect(headings).toEqual(parts.map(({ number, title }) => `${number}. ${title}`));
  });

  it('has a list of contents and captions as fields, with the pages in a file that nothing updates', () => {
    expect(body).toMatch(/TOC \\h/);
    expect(officePart(bytes, 'word/settings.xml')).not.toContain('<w:updateFields');
    expect(body).not.toContain('w:dirty');
    const fields = [
      ...body.matchAll(/PAGEREF \w+[^<]*<\/w:instrText><w:fldChar w:fldCharType="separate"\/>(<w:t>(\d+)<\/w:t>)?/g),
    ];
    const parts = french.document.sections.filter(({ number }) => number !== null).length;
    expect(fields.length).toBeGreaterThanOrEqual(parts);
    const pages = fields.map(([, , page]) => Number(page));
    expect(pages.every((page) => page >= 2)).toBe(true);
    const listed = pages.slice(0, parts);
    expect(listed).toEqual([...listed].sort((one, other) => one - other));
    expect(listed.at(-1)).toBeGreaterThan(parts / 2);
    const captions = styledParagraphs(body).filter(({ style }) => style === 'Caption');
    expect(captions.length).toBeGreaterThan(4);
    expect(captions.map(({ text }) => text).join('\n')).toMatch(/Tableau 1 – .+/);
    expect(body).toContain('SEQ Table');
  });

  it('repeats the head of a table on every page and splits no row', () => {
    const heads = body.match(/<w:tblHeader/g) ?? [];
    expect(heads.length).toBeGreaterThan(3);
    for (const row of body.match(/<w:tr>[\s\S]*?<\/w:tr>/g) ?? []) {
      if (row.includes('<w:tblHeader')) expect(row).toContain('<w:cantSplit');
    }
  });

  it('lays wide tables across the page', () => {
    expect(body.match(/<w:pgSz [^>]*w:orient="landscape"/g)?.length).toBeGreaterThan(0);
  });

  it('carries marking and page number on every page, and says across it what is not real', () => {
    const parts = [...officeParts(bytes)];
    const heads = parts.filter(([name]) => /^word\/header\d+\.xml$/.test(name)).map(([, xml]) => xml);
    const feet = parts.filter(([name]) => /^word\/footer\d+\.xml$/.test(name)).map(([, xml]) => xml);
    expect(heads).toHaveLength(french.document.sections.length);
    for (const xml of [...heads, ...feet]) expect(paragraphsOf(xml, 'w').join('\n')).toContain('Working document');
    for (const xml of heads) expect(xml).toContain('string="FICTIF"');
    for (const xml of feet) {
      expect(xml).toContain('PAGE');
      expect(xml).toContain('NUMPAGES');
    }
  });

  it('loses nothing of a long comment, and shapes an Arabic name as Arabic', () => {
    const texts = paragraphsOf(body, 'w');
    expect(DIFFICULT.comment).toHaveLength(2000);
    const typeset = french.localiser.text(DIFFICULT.comment);
    expect(texts.some((text) => text.includes(typeset))).toBe(true);
    const runs = body.match(/<w:r>(?:(?!<\/w:r>)[\s\S])*وزارة(?:(?!<\/w:r>)[\s\S])*<\/w:r>/g) ?? [];
    expect(runs.length).toBeGreaterThan(0);
    for (const run of runs) {
      expect(run).toContain('<w:rtl');
      expect(run).toContain(DIFFICULT.arabicName);
    }
  });

  it('leaves out what no XML can hold', () => {
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    expect(body).not.toMatch(/[\u0000-\u0008]/);
    expect(body.includes('Bell and null and half a face')).toBe(true);
  });

  it('names the language of its words', () => {
    expect(officePart(bytes, 'word/styles.xml')).toContain('w:val="fr-FR"');
    expect(officePart(bytes, 'docProps/core.xml')).toContain('<dc:title>');
  });
});

describe('a Word file in Arabic', () => {
  it('runs from right to left: paragraphs, tables and runs', async () => {
    const language: Language = { code: 'ar', name: 'x', direction: 'rtl', locale: 'ar-EG' };
    const localiser = createLocaliser(language, readCatalogue('en'));
    const body = officePart(await writeDocx(documentOf(ARABIC), localiser, NOW), 'word/document.xml');
    const paragraphs = body.match(/<w:p>(?:(?!<\/w:p>)[\s\S])*<w:t(?:(?!<\/w:p>)[\s\S])*<\/w:p>/g) ?? [];
    expect(paragraphs.length).toBeGreaterThan(50);
    const inTables = body.match(/<w:tblPr>[\s\S]*?<\/w:tblPr>/g) ?? [];
    expect(inTables.every((table) => table.includes('<w:bidiVisual'))).toBe(true);
    const straight = paragraphs.filter((one) => one.includes(ARABIC.heading) && !/<w:bidi|w:val="TOC1"/.test(one));
    expect(straight).toEqual([]);
    expect(paragraphsOf(body, 'w').join('\n')).toContain(ARABIC.sentence);
    // A code keeps its sign at its end.
    expect(body).toContain('\u200e3*\u200e');
  });

  it('keeps the stop of an English text at its end, alone and in an Arabic line', async () => {
    const language: Language = { code: 'ar', name: 'x', direction: 'rtl', locale: 'ar-EG' };
    const localiser = createLocaliser(language, readCatalogue('en'));
    const whole = documentOf(ARABIC);
    const line = [{ text: `${ARABIC.sentence}: ` }, { text: 'There was none.', apart: true as const }];
    const blocks = ['Nobody was asked.', line].map((text) => ({ kind: 'paragraph', role: 'body', text }) as const);
    const [section] = whole.sections;
    const sections = section === undefined ? [] : [{ ...section, blocks }];
    const body = officePart(await writeDocx({ ...whole, sections }, localiser, NOW), 'word/document.xml');
    for (const text of ['\u200eNobody was asked.\u200e', '\u200eThere was none.\u200e']) {
      const run = body.match(/<w:r>(?:(?!<\/w:r>)[\s\S])*<\/w:r>/g)?.find((one) => one.includes(text)) ?? '';
      expect(run).toContain(text);
      expect(run).not.toContain('<w:rtl');
    }
  });
});

describe('a table that adds up', () => {
  it('stands on one page in Word: every row but the last keeps with the next', async () => {
    const rows = ['One', 'Two', 'Total'].map((name) => ({ cells: [[name], ['1']] }));
    const columns = [50, 50].map((share) => ({ label: 'A', share }));
    const table = { kind: 'table', caption: 'T', rowHeader: 0, whole: true, columns, rows } as const;
    const [first] = french.document.sections;
    const document = { ...french.document, sections: [{ ...first!, blocks: [table] }] };
    const body = officePart(await writeDocx(document, french.localiser, NOW), 'word/document.xml');
    const kept = (body.match(/<w:tr>.*?<\/w:tr>/gs) ?? []).slice(-3).map((row) => row.includes('<w:keepNext/>'));
    expect(kept).toEqual([true, true, false]);
  });

  it('breaks no number of a document at its hyphen', async () => {
    const [first] = french.document.sections;
    const blocks = [{ kind: 'paragraph', role: 'body', text: 'Act (L 2017-52) of the vice-president' }] as const;
    const document = { ...french.document, sections: [{ ...first!, blocks }] };
    const body = officePart(await writeDocx(document, french.localiser, NOW), 'word/document.xml');
    expect(body).toMatch(/L\u00a02017<\/w:t><w:noBreakHyphen\/><w:t[^>]*>52\) of the vice-president/);
    expect(paragraphsOf(body, 'w')).toContain('Act (L\u00a02017-52) of the vice-president');
  });
});
