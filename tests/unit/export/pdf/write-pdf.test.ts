import { describe, expect, it } from 'vitest';
import { readFonts } from '../../../../src/cli/read-fonts.ts';
import type { Block, ReportDocument } from '../../../../src/export/document/document.ts';
import { fontsFor } from '../../../../src/export/pdf/font-faces.ts';
import type { PdfOptions } from '../../../../src/export/pdf/write-pdf.ts';
import { writePdf } from '../../../../src/export/pdf/write-pdf.ts';
import { elementsOf, objectsWith, pageTexts, readPdf } from '../../../fixtures/read-pdf.ts';
import { ARABIC, documentOf, ENGLISH, FRENCH } from '../../../fixtures/report-documents.ts';

/** One white pixel. */
const LOGO =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP6DwABBQECz6AuzQAAAABJRU5ErkJggg==';

const write = (document: ReportDocument, options: PdfOptions = {}) =>
  writePdf(document, readFonts(fontsFor(document)), options);

describe.each([ENGLISH, FRENCH, ARABIC].map((words) => [words.language, words] as const))(
  'a file in %s',
  (_, words) => {
    const document = documentOf(words, { watermark: 'SAMPLE' });
    const written = write(document).then(readPdf);

    it('declares what PDF/UA-1 asks of the whole', async () => {
      const pdf = await written;
      const [catalog = ''] = objectsWith(pdf, '/Type /Catalog');
      expect(catalog).toContain(`/Lang (`);
      expect(catalog).toMatch(/\/StructTreeRoot \d+ 0 R/);
      expect(objectsWith(pdf, '/DisplayDocTitle true')).toHaveLength(1);
      expect(objectsWith(pdf, '/Marked true')).toHaveLength(1);
      const metadata = [...pdf.streams.values()].find((stream) => stream.includes('pdfuaid:part'));
      expect(metadata).toMatch(/pdfuaid:part>1</);
      const pages = objectsWith(pdf, /\/Type \/Page\n/);
      expect(pages.filter((page) => !page.includes('/Tabs /S') || !page.includes('/StructParents'))).toEqual([]);
    });

    it('gives every figure a description and its place, every head its scope, every link its words', async () => {
      const pdf = await written;
      const figures = elementsOf(pdf, 'Figure');
      expect(figures).toHaveLength(5 + 2 + 24);
      expect(figures.filter((figure) => !/\/Alt \(/.test(figure) || !/\/BBox \[/.test(figure))).toEqual([]);
      const heads = elementsOf(pdf, 'TH');
      expect(heads.length).toBeGreaterThan(20);
      expect(heads.filter((head) => !/\/Scope \/(Row|Column)/.test(head))).toEqual([]);
      const links = objectsWith(pdf, '/Subtype /Link');
      // Three lines of contents, two references of the summary, a code in a line that mixes scripts as in any other.
      expect(links.length).toBeGreaterThan(3 + 2);
      expect(elementsOf(pdf, 'Link')).toHaveLength(links.length);
      expect(links.filter((link) => !/\/Contents \(/.test(link) || !/\/StructParent \d/.test(link))).toEqual([]);
    });

    it('embeds every font with the way back to characters', async () => {
      const pdf = await written;
      const fonts = objectsWith(pdf, '/Subtype /Type0');
      expect(fonts.length).toBeGreaterThanOrEqual(4);
      expect(fonts.filter((font) => !/\/ToUnicode \d+ 0 R/.test(font))).toEqual([]);
      const descriptors = objectsWith(pdf, '/Type /FontDescriptor');
      expect(descriptors.filter((font) => !/\/FontFile2 \d+ 0 R/.test(font))).toEqual([]);
    });

    it('has bookmarks to every section, and "p / N" with the marking twice on every page', async () => {
      const pdf = await written;
      expect(objectsWith(pdf, '/PageMode /UseOutlines')).toHaveLength(1);
      const texts = pageTexts(pdf);
      expect(texts.length).toBeGreaterThan(8);
      texts.forEach((text, index) => {
        const counted = [`${index + 1} / ${texts.length}`, `${texts.length} / ${index + 1}`];
        expect(counted.some((one) => text.includes(one))).toBe(true);
      });
    });

    it('draws the word across the page without writing it', async () => {
      const texts = pageTexts(await written);
      expect(texts.filter((text) => text.includes('SAMPLE'))).toEqual([]);
      const plain = readPdf(await write(documentOf(words)));
      const curves = (pdf: Awaited<typeof written>) =>
        [...pdf.streams.values()].join('').match(/ [cl]$/gm)?.length ?? 0;
      expect(curves(await written)).toBeGreaterThan(curves(plain) + 50);
    });

    it('closes every marked content that it opens', async () => {
      const pdf = await written;
      const contents = [...pdf.streams.values()].filter((stream) => / TJ(\n|$)/.test(stream));
      const balance = contents.map((stream) => [
        stream.match(/ B(MC|DC)$/gm)?.length ?? 0,
        stream.match(/^EMC$/gm)?.length ?? 0,
      ]);
      expect(balance.filter(([opened, closed]) => opened !== closed)).toEqual([]);
    });
  },
);

describe('writePdf', () => {
  it('writes the text of a page so that it can be taken out again', async () => {
    const texts = pageTexts(readPdf(await write(documentOf(FRENCH))));
    expect(texts.join(' ').replaceAll(/[\u2009\u00a0]/g, ' ')).toContain(
      'quatre fois : 67 % de ses décisions ont été exécutées',
    );
    expect(texts[0]).toContain(FRENCH.title);
  });

  it('holds the logo as an image that is said', async () => {
    const document = documentOf(ENGLISH);
    const [cover, ...rest] = document.sections;
    const logo = { dataUrl: LOGO, widthPixels: 1, heightPixels: 1, alternative: 'Coat of arms' };
    const blocks = cover!.blocks.map((block) => (block.kind === 'cover' ? { ...block, logo } : block));
    const pdf = readPdf(await write({ ...document, sections: [{ ...cover!, blocks }, ...rest] }));
    expect(objectsWith(pdf, '/Subtype /Image')).toHaveLength(1);
    expect(elementsOf(pdf, 'Figure').filter((figure) => figure.includes('Coat of arms'))).toHaveLength(1);
  });

  it('keeps the place of an empty cell: every row of a table has as many', async () => {
    const document = documentOf(ENGLISH);
    const column = { label: 'Head', share: 50 };
    const table: Block = {
      ...{ kind: 'table', caption: 'Table', rowHeader: 0, columns: [column, column] },
      rows: [{ cells: [['One'], ['Two']] }, { cells: [['One'], []] }, { cells: [['One'], ['Two']] }],
    };
    const section = { ...document.sections[0]!, blocks: [table] };
    const rows = elementsOf(readPdf(await write({ ...document, sections: [section] })), 'TR');
    expect(rows.map((row) => /\/K \[([^\]]*)\]/.exec(row)?.[1]?.match(/ 0 R/g)?.length)).toEqual([2, 2, 2, 2]);
  });

  it('says title, author and language in its metadata, whatever signs a name holds', async () => {
    const named = { ...documentOf(ENGLISH), title: 'Trinidad & Tobago <2026>', author: 'Ministry & Agency' };
    const { streams } = readPdf(await write(named));
    const metadata = [...streams.values()].find((stream) => stream.includes('pdfuaid:part')) ?? '';
    expect(metadata).toContain('Trinidad &amp; Tobago &lt;2026&gt;');
    expect(metadata).toContain('<dc:creator><rdf:Seq><rdf:li>Ministry &amp; Agency</rdf:li>');
    expect(metadata).toContain('<dc:language><rdf:Bag><rdf:li>en</rdf:li>');
  });

  it('gives the same bytes for the same document and time', async () => {
    const document = documentOf(ENGLISH);
    const [one, other] = await Promise.all([write(document), write(document)]);
    expect(Buffer.compare(one, other)).toBe(0);
    const dated = readPdf(await write(document, { createdAt: '2026-11-21T09:30:00Z' }));
    expect(objectsWith(dated, 'D:20261121093000Z')).toHaveLength(1);
  });

  it('says how far it is, upwards, to the end', async () => {
    const heard: number[] = [];
    await write(documentOf(ENGLISH), { onprogress: (done) => heard.push(done) });
    expect(heard.length).toBeGreaterThan(5);
    expect([...heard].sort((a, b) => a - b)).toEqual(heard);
    expect(heard.at(-1)).toBe(1);
  });

  it('stops when asked to', async () => {
    const stop = new AbortController();
    const writing = write(documentOf(ENGLISH), { signal: stop.signal, onprogress: () => stop.abort() });
    await expect(writing).rejects.toThrow('abort');
  });

  it('names the characters that no font holds', async () => {
    const missing: string[] = [];
    const document = { ...documentOf(ENGLISH), head: '移民' };
    await write(document, { onmissing: (characters) => missing.push(...characters) });
    expect(missing).toEqual(['移', '民']);
  });
});
