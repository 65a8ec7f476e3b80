import { describe, expect, it } from 'vitest';
import { readFonts } from '../../../../src/cli/read-fonts.ts';
import type { Block, KeyValue, ReportDocument, Text } from '../../../../src/export/document/document.ts';
import { fontsFor } from '../../../../src/export/pdf/font-faces.ts';
import { Typesetter } from '../../../../src/export/pdf/font-metrics.ts';
import type { LaidDocument } from '../../../../src/export/pdf/lay-out-document.ts';
import { layOutDocument } from '../../../../src/export/pdf/lay-out-document.ts';
import { MARGIN } from '../../../../src/export/pdf/measures.ts';
import type { LaidPage } from '../../../../src/export/pdf/page-canvas.ts';
import { metricsOf, openPdf } from '../../../../src/export/pdf/pdfkit-document.ts';
import type { Mark, StructureNode } from '../../../../src/export/pdf/structure.ts';
import { isContent, listNodes } from '../../../../src/export/pdf/structure.ts';
import type { Words } from '../../../fixtures/report-documents.ts';
import { ARABIC, documentOf, ENGLISH, FRENCH, longText, summaryBlock } from '../../../fixtures/report-documents.ts';

function layOut(document: ReportDocument): LaidDocument {
  const fonts = readFonts(fontsFor(document));
  const pdf = openPdf(fonts, { title: '', language: 'en', created: new Date(0), producer: 'test' });
  const layout = layOutDocument(document, new Typesetter(metricsOf(pdf, fonts)));
  for (let step = layout.next(); ; step = layout.next()) if (step.done === true) return step.value;
}

type TextMark = Extract<Mark, { kind: 'text' }>;

function textMarks(marks: readonly Mark[]): TextMark[] {
  return marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
}

const widthOf = ({ pieces }: TextMark) => pieces.reduce((width, piece) => width + piece.width, 0);
const NOT_COMPARED = /[\s\u00ad\u2010\u2011\u2060-\u2069-]/g;
const lettersOf = (text: string) => [...text.normalize('NFKC').replaceAll(NOT_COMPARED, '')].sort().join('');

/** Every letter that an element and those below it show, in any order: lines of Arabic are kept as they are drawn. */
function lettersShown(node: StructureNode): string {
  const own = node.children.filter(isContent).flatMap(({ marks }) => textMarks(marks));
  const below = node.children.flatMap((child) => (isContent(child) ? [] : [lettersShown(child)]));
  return lettersOf([...own.flatMap(({ pieces }) => pieces.map(({ text }) => text)), ...below].join(''));
}

/** One white pixel. */
const LOGO =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP6DwABBQECz6AuzQAAAABJRU5ErkJggg==';
const byWords = [ENGLISH, FRENCH, ARABIC].map((words) => [words.language, words] as const);
const section = (blocks: Block[]): ReportDocument =>
  documentOf(ENGLISH, { sections: [{ id: 'gaps', number: '1', title: 'Title', orientation: 'portrait', blocks }] });

describe.each(byWords)('a document of every kind of block in %s', (_language, words: Words) => {
  const document = documentOf(words);
  const laid = layOut(document);
  const marksOf = (page: LaidPage) => [...page.decoration, ...page.contents.flatMap(({ marks }) => marks)];

  it('stays within the margins of every page', () => {
    const outside = laid.pages.flatMap((page) =>
      marksOf(page).filter((mark) => {
        const place = mark.kind === 'text' ? { x: mark.x, y: mark.baseline, width: widthOf(mark) } : mark.shape;
        const right = page.width - MARGIN.side + 1;
        return (
          place.x < MARGIN.side - 1 ||
          place.x + place.width > right ||
          place.y < MARGIN.top - 1 ||
          place.y > page.height - MARGIN.bottom + 1
        );
      }),
    );
    expect(outside).toEqual([]);
  });

  it('never sets two lines over each other', () => {
    const clashes = laid.pages.flatMap((page) => {
      const lines = marksOf(page).flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
      return lines.flatMap((one, index) =>
        lines.slice(index + 1).filter((other) => {
          const apart = Math.abs(one.baseline - other.baseline) >= Math.min(one.size, other.size) * 0.95;
          return !apart && one.x < other.x + widthOf(other) - 0.5 && other.x < one.x + widthOf(one) - 0.5;
        }),
      );
    });
    expect(clashes).toEqual([]);
  });

  it('prints the page on which each section begins', () => {
    const contents = listNodes(laid.root).filter(({ role }) => role === 'Reference');
    const links = contents.flatMap(listNodes).filter(({ role }) => role === 'Link');
    const printed = links.map((node) =>
      node.children.flatMap((child) => (isContent(child) ? textMarks(child.marks) : [])),
    );
    const numbers = printed.map((marks) =>
      marks
        .at(-1)
        ?.pieces.map(({ text }) => text)
        .join(''),
    );
    const pages = (['about', 'summary', 'indicators'] as const).map((id) => String(laid.sectionPages.get(id)));
    expect(numbers).toEqual(pages);
    const targets = laid.pages.flatMap((page) => page.links.map(({ target }) => target));
    expect(targets.filter((target) => !target.startsWith('at-')).slice(0, links.length)).toEqual([
      'about',
      'summary',
      'indicators',
    ]);
  });

  it('keeps the summary on one page', () => {
    const first = laid.sectionPages.get('summary')!;
    expect(laid.sectionPages.get('profile')).toBe(first + 1);
  });

  it('says every figure, scopes every head, and begins its headings at one', () => {
    const nodes = listNodes(laid.root);
    const figures = nodes.filter(({ role }) => role === 'Figure');
    const heads = nodes.filter(({ role }) => role === 'TH');
    const levels = nodes.flatMap(({ role }) => (/^H\d$/.test(role) ? [Number(role[1])] : []));
    expect(figures.length).toBe(5 + 2 + 24);
    expect(figures.filter(({ alternative }) => alternative === undefined || alternative === '')).toEqual([]);
    expect(heads.filter(({ scope }) => scope === undefined)).toEqual([]);
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });

  it('shows every letter of what was written', () => {
    const field = listNodes(laid.root)
      .filter(({ role }) => role === 'LBody')
      .find((node) => lettersShown(node).length > 1500)!;
    const written = lettersOf(longText(words, 2000) + words.foreign.text.repeat(4));
    expect(lettersShown(field)).toBe(written);
  });
});

describe('a table', () => {
  const columns = [
    { label: 'Code', share: 10 },
    { label: 'Text', share: 90 },
  ];
  const row = (code: string, text: Text) => ({ cells: [[code], [text]] });
  const rowsOf = (laid: LaidDocument) => listNodes(laid.root).filter(({ role }) => role === 'TR');
  const pagesOf = (node: StructureNode): number[] => [
    ...new Set(node.children.flatMap((child) => (isContent(child) ? [child.page] : pagesOf(child)))),
  ];

  it('repeats its head as decoration on every page, and no row is divided', () => {
    const rows = Array.from({ length: 60 }, (_, index) => row(`A-${index}`, longText(ENGLISH, 300)));
    const laid = layOut(section([{ kind: 'table', caption: 'Rows', columns, rowHeader: 0, rows }]));
    expect(laid.pages.length).toBeGreaterThan(3);
    expect(rowsOf(laid).map((node) => pagesOf(node).length)).toEqual(Array.from({ length: 61 }, () => 1));
    const repeated = laid.pages.map(({ decoration }) => textMarks(decoration).length);
    expect(repeated).toEqual([0, ...Array.from({ length: laid.pages.length - 1 }, () => 2)]);
  });

  it('divides a row that is higher than a page, with its whole text', () => {
    const text = longText(ENGLISH, 9000);
    const laid = layOut(section([{ kind: 'table', caption: 'Rows', columns, rowHeader: 0, rows: [row('A', text)] }]));
    const [, long] = rowsOf(laid);
    expect(pagesOf(long!).length).toBeGreaterThan(1);
    expect(lettersShown(long!)).toBe(lettersOf(`A${text}`));
  });

  it('leaves no group head alone at the foot of a page', () => {
    const rows = Array.from({ length: 80 }, (_, index) =>
      index % 2 === 0 ? { group: `Group ${index}` } : row(`A-${index}`, longText(ENGLISH, 200)),
    );
    const laid = layOut(section([{ kind: 'table', caption: 'Rows', columns, rowHeader: 0, rows }]));
    const pages = rowsOf(laid)
      .slice(1)
      .map((node) => pagesOf(node)[0]);
    const alone = pages.filter((page, index) => index % 2 === 0 && page !== pages[index + 1]);
    expect(alone).toEqual([]);
  });
});

describe('a record', () => {
  const comments = [[{ text: 'Contributor', strong: true }], longText(ENGLISH, 1200)];
  /** A record after so many lines. */
  const after = (lines: number, fields: KeyValue[]) =>
    layOut(
      section([
        { kind: 'list', items: Array.from({ length: lines }, (_, index) => `Line ${index}`) },
        {
          kind: 'record',
          code: 'IC-01',
          title: 'Begins',
          question: 'What is asked?',
          level: { symbol: '3', name: 'Developed', tone: 3 },
          marks: '*',
          fields,
        },
      ]),
    );
  const wordsOf = (mark: TextMark) => mark.pieces.map(({ text }) => text).join('');
  const linesBelow = (laid: LaidDocument, word: string) => {
    const pages = laid.pages.map(({ contents }) => textMarks(contents.flatMap(({ marks }) => marks)));
    const page = pages.find((marks) => marks.some((mark) => wordsOf(mark).includes(word)))!;
    const { baseline } = page.find((mark) => wordsOf(mark).includes(word))!;
    return new Set(page.flatMap((mark) => (mark.baseline > baseline ? [mark.baseline] : []))).size;
  };
  const places = Array.from({ length: 16 }, (_, index) => 30 + index);

  it('never begins with fewer than four lines at the foot of a page', () => {
    const fields = Array.from({ length: 9 }, (_, index) => `Field ${index}`).map((label) => ({
      label,
      values: ['one line'],
    }));
    const below = places.map((lines) => linesBelow(after(lines, fields), 'Begins'));
    expect(Math.min(...below)).toBeGreaterThanOrEqual(3);
  });

  it('keeps who wrote a comment with its first two lines', () => {
    const fields = [{ label: 'Comment', values: ['Before.', longText(ENGLISH, 300), ...comments] }];
    const below = places.map((lines) => linesBelow(after(lines, fields), 'Contributor'));
    expect(Math.min(...below)).toBeGreaterThanOrEqual(2);
  });

  it('repeats title and level small where it goes on', () => {
    const laid = after(20, [{ label: 'Comment', values: [longText(ENGLISH, 6000)] }]);
    const repeated = laid.pages.slice(1).map(({ decoration }) => textMarks(decoration).map(wordsOf).join(' '));
    expect(repeated.length).toBeGreaterThan(0);
    for (const words of repeated) expect(words).toMatch(/IC-01 Begins.*3\* Developed/);
  });
});

describe.each(byWords)('the summary page in %s with the longest texts', (_language, words: Words) => {
  it('fills one page and no more, every cut marked', () => {
    const laid = layOut(
      documentOf(words, {
        sections: [
          {
            id: 'summary',
            number: '1',
            title: longText(words, 200),
            orientation: 'portrait',
            blocks: [summaryBlock(words, true)],
          },
        ],
      }),
    );
    expect(laid.pages).toHaveLength(1);
    const [page] = laid.pages;
    const lowest = Math.max(...page!.contents.flatMap(({ marks }) => textMarks(marks).map(({ baseline }) => baseline)));
    expect(lowest).toBeLessThan(page!.height - MARGIN.bottom);
    const texts = page!.contents.flatMap(({ marks }) => textMarks(marks)).flatMap(({ pieces }) => pieces);
    expect(texts.filter(({ text }) => text.includes('…')).length).toBeGreaterThan(20);
  });
});

describe('a part in another language', () => {
  it('runs in its own direction, says its language, and leaves the others as they are', () => {
    const own = documentOf(ENGLISH).sections.find(({ id }) => id === 'indicators')!;
    const foreign = documentOf(ARABIC).sections.find(({ id }) => id === 'profile')!;
    const laid = layOut(documentOf(ENGLISH, { sections: [{ ...foreign, language: 'ar', direction: 'rtl' }, own] }));
    const [first, second] = laid.root.children.flatMap((child) => (isContent(child) ? [] : [child]));
    expect([first?.language, second?.language]).toEqual(['ar', undefined]);
    const leftOf = (page: LaidPage) => textMarks(page.contents[0]!.marks)[0]!.x;
    const [arabic, english] = [laid.pages[0]!, laid.pages[laid.sectionPages.get('indicators')! - 1]!];
    expect(leftOf(arabic)).toBeGreaterThan(MARGIN.side + 100);
    expect(Math.abs(leftOf(english) - MARGIN.side)).toBeLessThan(1);
  });
});

describe('a cover', () => {
  it('shows a logo in its proportions, with its description, and nothing that is not inside the document', () => {
    const cover = documentOf(ENGLISH).sections[0]!.blocks[0]!;
    const withLogo = (dataUrl: string) => {
      const logo = { dataUrl, widthPixels: 400, heightPixels: 100, alternative: 'Coat of arms' };
      const block = { ...cover, logo } as Block;
      const title = { id: 'cover' as const, number: null, title: '', orientation: 'portrait' as const };
      const laid = layOut(documentOf(ENGLISH, { sections: [{ ...title, blocks: [block] }] }));
      return listNodes(laid.root).filter(({ role }) => role === 'Figure');
    };
    const [figure] = withLogo(LOGO);
    expect(figure?.alternative).toBe('Coat of arms');
    const [content] = figure!.children.filter(isContent);
    const [mark] = content!.marks;
    const shape = mark?.kind === 'shape' ? mark.shape : null;
    expect((shape?.width ?? 0) / (shape?.height ?? 1)).toBeCloseTo(4, 6);
    expect(withLogo('/etc/hostname')).toEqual([]);
  });

  it('takes one page even with long names', () => {
    const cover = documentOf(ENGLISH).sections[0]!.blocks[0]!;
    const long = { ...cover, title: longText(ENGLISH, 300), institution: longText(ENGLISH, 300) } as Block;
    const laid = layOut(
      documentOf(ENGLISH, {
        sections: [{ id: 'cover', number: null, title: '', orientation: 'portrait', blocks: [long] }],
      }),
    );
    expect(laid.pages).toHaveLength(1);
  });
});

describe('a part that runs on', () => {
  it('begins with its introduction and its first heading on one page, wherever the part before it ends', () => {
    const line: Block = { kind: 'paragraph', role: 'body', text: 'A line.' };
    const shared = { number: null, orientation: 'portrait' } as const;
    const chapter: Block[] = [line, { kind: 'heading', level: 2, text: 'Chapter' }, line, line];
    for (let lines = 28; lines < 44; lines += 1) {
      const before = {
        ...shared,
        id: 'gaps',
        title: 'Before',
        blocks: Array.from({ length: lines }, () => line),
      } as const;
      const after = { ...shared, id: 'domains', title: 'Part', runsOn: true, blocks: chapter } as const;
      const { outline } = layOut(documentOf(ENGLISH, { sections: [before, after] }));
      const pageOf = (wanted: string) => outline.find(({ title }) => title === wanted)?.page;
      expect(pageOf('Chapter')).toBe(pageOf('Part'));
    }
  });
});

describe('a cell in the other language', () => {
  it('stands at one side, its short lines too', () => {
    const cell = [[{ text: 'قصير', language: 'ar' }], [{ text: longText(ARABIC, 300), language: 'ar' }]];
    const columns = [50, 50].map((share) => ({ label: 'A', share }));
    const table: Block = { kind: 'table', caption: 'T', columns, rowHeader: 0, rows: [{ cells: [['Short'], cell] }] };
    const { pages } = layOut(section([table]));
    const ends = pages
      .flatMap(({ contents }) => contents.flatMap(({ marks }) => textMarks(marks)))
      .filter(({ pieces }) => pieces.some(({ shaped }) => shaped))
      .map((mark) => Math.round(mark.x + widthOf(mark)));
    expect(ends.length).toBeGreaterThan(2);
    expect(new Set(ends).size).toBe(1);
  });
});
